import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenFailedProvisioning, provisioningOf } from '../support/given/provisionings.ts';
import { PRODUCTION } from '../support/processes/production.ts';

/* Production without a product. */

const api = useApi(PRODUCTION);

let reseller: Partner;
beforeAll(async () => {
  reseller = await givenPartner(api);
});

test('the log says at the start that nobody sets up clients', () => {
  expect(api.logs).toContainEqual(expect.objectContaining({ msg: 'provisioning is off: PRODUCT_API_URL is not set' }));
});

test('clients have no state of provisioning', async () => {
  const id = await givenFailedProvisioning(api, reseller.actor);

  const query = 'query ($id: ID!) { clientAccount(id: $id) { provisioning { status } } }';

  expect(await api.ask(reseller.actor, query, { id })).toEqual({ data: { clientAccount: { provisioning: null } } });
});

test('nothing can be sent again', async () => {
  const id = await givenFailedProvisioning(api, reseller.actor);
  const before = await provisioningOf(api, id);

  const { errors } = await api.ask(
    reseller.actor,
    'mutation ($id: ID!) { retryProvisioning(clientId: $id) { status } }',
    { id },
  );

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'PROVISIONING_OFF' } }]);
  expect(await provisioningOf(api, id)).toEqual(before);
});

test('there is no callback and no stand-in', async () => {
  for (const path of ['/provisioning/callback', '/dev/product/mode']) {
    expect((await fetch(api.url + path, { method: 'POST' })).status).toBe(404);
  }
  expect((await fetch(`${api.url}/dev/product`)).status).toBe(404);
});

test('a worker notes changes all the same, for the day that there is a product', async () => {
  const worker = await api.startAnother({ WORKER: 'only' });
  const begun = `select 1 from event_consumer where name = 'provisioning'`;
  await expect.poll(() => api.rows(begun)).toHaveLength(1);

  const { id } = await givenClient(api, reseller.actor);

  await expect.poll(() => provisioningOf(api, id)).toMatchObject({ status: 'PENDING', desired_version: 1, tries: 0 });
  await worker.stop();
  expect(await provisioningOf(api, id)).toMatchObject({ status: 'PENDING', tries: 0 });
});
