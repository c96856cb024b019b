import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { postTo, useApi } from '../support/api.ts';
import { whileChanged } from '../support/database.changes.ts';
import { givenAdminKey } from '../support/given/api-keys.ts';
import { givenApplication } from '../support/given/applications.ts';
import { askAsClientApp, givenAccess } from '../support/given/callers/client-access.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { exportLink } from '../support/given/exports.ts';
import { givenPartner } from '../support/given/partners.ts';
import { waitingFor } from '../support/locks.ts';
import { makeKnown, newVersion } from '../support/oracles/two.ways.ts';

const api = useApi();
let app: App;
let url: string;
beforeAll(async () => {
  app = await api.startAnother({ REQUEST_DEADLINE: '300' });
  url = app.url ?? '';
});
afterAll(() => app.stop());

const READ = '{ partnerApplications(limit: 5) { items { id status } } }';
const CHANGE = 'mutation Change($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { id } }';
const asAdmin = () => ({ authorization: `Bearer ${api.admin.accessToken}` });

/** Runs `work` while another transaction has locked what a statement selects. */
const whileLocked = (sql: string, values: unknown[], work: () => Promise<void>) =>
  whileChanged(api, { change: 'begin', back: 'rollback' }, async () => {
    await api.rows(sql, values);
    await work();
  });

async function expectLate(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
}

test.each([
  ['a known', (query: string) => query],
  ['a new', newVersion],
])('a change of %s document ends at the deadline, is canceled, and changes nothing', async (_, versionOf) => {
  const id = await givenApplication(api);
  await makeKnown({ url }, CHANGE);

  await whileLocked('select from partner_application where id = $1 for update', [id], async () => {
    await expectLate(postTo(url, { query: versionOf(CHANGE), variables: { id } }, asAdmin()));
    await expect.poll(() => waitingFor(api), { timeout: 4_000 }).toBe(0);
  });

  expect(await api.rows('select status from partner_application where id = $1', [id])).toEqual([{ status: 'PENDING' }]);
  expect((await postTo(url, { query: CHANGE, variables: { id } }, asAdmin())).status).toBe(200);
});

test.each([
  ['a known', (query: string) => query],
  ['a new', newVersion],
])('a read of %s document ends at the deadline, and PostgreSQL stops it', async (_, versionOf) => {
  await makeKnown({ url }, READ);

  await whileLocked('lock table partner_application in access exclusive mode', [], async () => {
    await expectLate(postTo(url, { query: versionOf(READ) }, asAdmin()));
    await expect.poll(() => waitingFor(api), { timeout: 4_000 }).toBe(0);
  });

  expect((await postTo(url, { query: READ }, asAdmin())).status).toBe(200);
});

test('a request ends at the deadline even if other work than its own statements is late', async () => {
  const key = await givenAdminKey(api);
  const withKey = () => postTo(url, { query: READ }, { authorization: `Bearer ${key.accessToken}` });

  await whileLocked('lock table api_key in access exclusive mode', [], async () => {
    await expectLate(withKey());
    expect(await waitingFor(api)).toBe(1); // the look-up of the key, which other requests can share
  });

  expect((await withKey()).status).toBe(200);
});

test('an export ends at the deadline, and PostgreSQL stops it', async () => {
  const { pathname, search } = new URL(await exportLink(api, {}));

  await whileLocked('lock table partner_application in access exclusive mode', [], async () => {
    await expectLate(fetch(`${url}${pathname}${search}`));
    await expect.poll(() => waitingFor(api), { timeout: 4_000 }).toBe(0);
  });

  expect((await fetch(`${url}${pathname}${search}`)).status).toBe(200);
});

test.each(['introspect', 'revoke'] as const)(
  'the request of the client application to %s ends at the deadline, is canceled, and changes nothing',
  async (path) => {
    const { actor } = await givenPartner(api);
    const { id } = await givenClient(api, actor);
    const { accessToken, sessionId } = await givenAccess(api, actor, id);
    const ask = () => askAsClientApp({ ...api, url }, path, { token: accessToken, exchange: 'true' });

    await whileLocked('select from client_access_session for update', [], async () => {
      await expectLate(ask());
      await expect.poll(() => waitingFor(api), { timeout: 4_000 }).toBe(0);
    });

    const stored = 'select exchanged_at, revoked_at from client_access_session where id = $1';
    expect(await api.rows(stored, [sessionId])).toEqual([{ exchanged_at: null, revoked_at: null }]);
    expect((await ask()).status).toBe(200);
  },
);

test('a slow sender still gets 408', async () => {
  Object.assign(app.server?.server ?? {}, { requestTimeout: 1_000 });
  const client = connect(Number(new URL(url).port), '127.0.0.1');
  client.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
  const chunks: Buffer[] = [];
  for await (const chunk of client) chunks.push(chunk as Buffer);

  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 408 /);
});

test('a download whose client stops reading is closed, and another gets all of it', async () => {
  await api.rows(`insert into partner_application (id, company_name, contact_name, contact_email, partnership_type,
      company_size, industry, motivation, target_market, created_at, updated_at)
    select gen_random_uuid(), 'Many', 'M', 'many-' || n || '@many.example', 'RESELLER', '1-10', 'Many',
      repeat('m', 5000), repeat('t', 5000), now(), now() from generate_series(1, 3000) as n`);
  const { pathname, search } = new URL(await exportLink(api, {}));
  const patient = await api.startAnother({ REQUEST_DEADLINE: '2000' }); // enough for the first rows
  onTestFinished(() => patient.stop());
  const origin = patient.url ?? '';

  const client = connect(Number(new URL(origin).port), '127.0.0.1');
  client.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await once(client, 'data');
  client.pause();

  const closed = () => api.logs.filter((line) => line['aborted'] && line['path'] === pathname);
  await expect.poll(closed, { timeout: 10_000 }).toHaveLength(1);
  client.destroy();
  const whole = await (await fetch(`${origin}${pathname}${search}`)).text();
  expect(whole.split('\r\n').length).toBeGreaterThan(3000);
});
