import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { DEVELOPMENT_PRODUCT } from '../../src/config.product.ts';
import { useApi } from '../support/api.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { hurry, provisioningOf } from '../support/given/provisionings.ts';
import { freePort } from '../support/processes/free.port.ts';
import { followed, soon } from '../support/product.ts';

const port = String(await freePort());
const api = useApi({ PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` });

let reseller: Partner;
let worker: App;
beforeAll(async () => {
  reseller = await givenPartner(api);
  worker = await api.startAnother({ WORKER: 'only' });
  await followed(api);
});
afterAll(() => worker.stop());

const page = async () => (await fetch(`${api.url}/dev/product`)).text();

const setMode = async (mode: string) => {
  const body = new URLSearchParams({ mode });
  const { status, headers } = await fetch(`${api.url}/dev/product/mode`, { method: 'POST', body, redirect: 'manual' });
  expect([status, headers.get('location')]).toEqual([303, '/dev/product']);
};

const expectBecomes = async (id: string, row: object) => {
  await expect.poll(() => provisioningOf(api, id), soon).toMatchObject(row);
};

const put = (clientId: string, version: number, token = DEVELOPMENT_PRODUCT.token) =>
  fetch(`${api.url}/dev/product/accounts/${clientId}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version }),
  });

test('in development, a product of ours sets up clients, and shows them', async () => {
  const { id } = await givenClient(api, reseller.actor, { companyName: 'Shown on the page' });

  await expectBecomes(id, { status: 'READY', external_id: `stand-in-${id.slice(-12)}` });

  expect(await page()).toContain('Shown on the page');
  const { headers } = await fetch(`${api.url}/dev/product`);
  expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
});

test('it can take a client, and call back', async () => {
  await setMode('accept');
  const { id } = await givenClient(api, reseller.actor);

  await expectBecomes(id, { status: 'APPLYING', accepted_version: 1 });
  await expectBecomes(id, { status: 'READY', applied_version: 1 });

  await setMode('apply');
  expect(await provisioningOf(api, id)).toMatchObject({ tries: 1 });
});

test('it can fail and refuse, until it is told otherwise', async () => {
  await setMode('fail');
  const { id: waiting } = await givenClient(api, reseller.actor);
  await expectBecomes(waiting, { status: 'PENDING', problem: 'UNAVAILABLE' });
  await setMode('refuse');
  const { id: refused } = await givenClient(api, reseller.actor);
  await expectBecomes(refused, { status: 'FAILED', problem: 'REFUSED' });

  await setMode('apply');
  await hurry(api, waiting);
  await expectBecomes(waiting, { status: 'READY' });

  await setMode('nonsense');
  expect(await page()).toMatch(/value="apply" disabled/);
});

test('it knows versions, as the real one', async () => {
  const id = '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d21';
  expect((await put(id, 4)).status).toBe(200);
  expect((await put(id, 4)).status).toBe(200);

  const older = await put(id, 3);

  expect([older.status, await older.json()]).toEqual([409, { version: 4 }]);
});

test('it refuses a wrong token', async () => {
  expect((await put('01980d2f-6c1e-7a52-9c44-0b6f1f5a7d22', 1, 'wrong')).status).toBe(401);
  expect(await page()).not.toContain('7d22');
});
