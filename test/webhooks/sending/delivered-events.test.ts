import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';
import { changeSubscription, givenClient, update } from '../../support/given/client-accounts.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { deliveriesOf, givenDeliveries, givenEndpoint, updateEndpoint } from '../../support/given/webhooks.ts';
import { accepts, useReceiver } from '../../support/outbound/receiver.ts';

const api = useApi();
const receiver = useReceiver(api);

const typesAt = (path: string) =>
  receiver()
    .events(path)
    .map(({ type }) => type);

test('each change of a client arrives, as its owner would read it', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint, secret } = await givenEndpoint(api, actor, { url: receiver().url('/all') });

  const client = await givenClient(api, actor, { companyName: 'Harbour Bakery' });
  await expect.poll(() => typesAt('/all')).toEqual(['client.created']);
  await changeSubscription(api, actor, { id: client.id, input: { subscriptionStatus: 'SUSPENDED' } });
  await expect.poll(() => typesAt('/all')).toEqual(['client.created', 'client.subscription_changed']);

  const [created, changed] = receiver().events('/all');
  expect(created?.data.object).toEqual(client);
  expect(created?.data.changes).toMatchObject({ companyName: { from: null, to: 'Harbour Bakery' } });
  expect(changed?.data.object).toMatchObject({ id: client.id, subscriptionStatus: 'SUSPENDED', version: 2 });
  expect(changed?.data.changes).toEqual({ subscriptionStatus: { from: 'ACTIVE', to: 'SUSPENDED' } });
  expect(Math.abs(Date.parse(changed?.timestamp ?? '') - Date.now())).toBeLessThan(60_000);
  expect(
    receiver()
      .at('/all')
      .every((each) => accepts(secret, each)),
  ).toBe(true);
  await expect
    .poll(() => deliveriesOf(api, actor, endpoint.id))
    .toMatchObject([{ status: 'DELIVERED' }, { status: 'DELIVERED' }]);
});

test('an endpoint gets the types that it asked for', async () => {
  const { actor } = await givenPartner(api);
  await givenEndpoint(api, actor, { url: receiver().url('/some'), types: ['client.updated'] });

  const { id } = await givenClient(api, actor);
  await update(api, actor, { id, input: { contactName: 'Other' } });

  await expect.poll(() => typesAt('/some')).toEqual(['client.updated']);
});

test('C1: an endpoint gets the events of its own tenant only, and one of the platform all', async () => {
  const [one, other] = [await givenPartner(api), await givenPartner(api)];
  await givenEndpoint(api, one.actor, { url: receiver().url('/one') });
  await givenEndpoint(api, other.actor, { url: receiver().url('/other') });
  const { endpoint } = await givenEndpoint(api, api.admin, { url: receiver().url('/platform') });

  const client = await givenClient(api, one.actor);
  const application = await givenApplication(api);
  await changeStatus(api, api.admin, { id: application, status: 'REVIEWING' });

  const idsAt = (path: string) =>
    receiver()
      .events(path)
      .map(({ data }) => data.object?.['id']);
  await expect.poll(() => idsAt('/platform').sort()).toEqual([client.id, application].sort());
  expect(idsAt('/one')).toEqual([client.id]);
  expect(idsAt('/other')).toEqual([]);
  await updateEndpoint(api, api.admin, { id: endpoint.id, input: { isEnabled: false } });
});

test('partners do not learn of events for the platform only', async () => {
  const partner = await givenPartner(api);
  await givenEndpoint(api, partner.actor, { url: receiver().url('/partner') });

  await changeStatus(api, api.admin, { id: partner.applicationId, status: 'REJECTED' });
  const id = await givenApplication(api);
  await changeStatus(api, api.admin, { id, status: 'REVIEWING' });
  const client = await givenClient(api, partner.actor);

  await expect.poll(() => receiver().events('/partner')).toMatchObject([{ data: { object: { id: client.id } } }]);
});

test('a disabled endpoint gets no events', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/off') });
  await givenEndpoint(api, actor, { url: receiver().url('/on') });
  await updateEndpoint(api, actor, { id: endpoint.id, input: { isEnabled: false } });

  await givenClient(api, actor);

  await expect.poll(() => typesAt('/on')).toEqual(['client.created']);
  expect(await deliveriesOf(api, actor, endpoint.id)).toEqual([]);
});

test('an event has one message, and each endpoint one delivery of it', async () => {
  const { actor, resellerId } = await givenPartner(api);
  for (const path of ['/first', '/second']) await givenEndpoint(api, actor, { url: receiver().url(path) });

  await givenClient(api, actor);

  await expect.poll(() => [...typesAt('/first'), ...typesAt('/second')]).toHaveLength(2);
  const ids = ['/first', '/second'].map((path) => receiver().at(path)[0]?.headers['webhook-id']);
  expect(new Set(ids).size).toBe(1);
  expect(await api.rows('select 1 from webhook_message where reseller_id = $1', [resellerId])).toHaveLength(1);
});

test('an event from before the endpoint does not arrive', async () => {
  const { actor } = await givenPartner(api); // its owner joined a moment ago
  await givenEndpoint(api, actor, { url: receiver().url('/later') });

  await givenClient(api, actor);

  await expect.poll(() => typesAt('/later')).toEqual(['client.created']);
});

test('C8: PostgreSQL refuses a delivery with an event of another tenant', async () => {
  const [one, other] = [await givenPartner(api), await givenPartner(api)];
  const endpointId = await givenDeliveries(api, one, 1);
  await givenDeliveries(api, other, 1);
  const foreign = `select gen_random_uuid(), $1, message.id, $2::uuid, message.type, now()
    from webhook_message as message where message.reseller_id = $3`;
  const into = 'insert into webhook_delivery (id, endpoint_id, message_id, reseller_id, type, created_at)';

  for (const tenant of [one.resellerId, other.resellerId, null]) {
    await expect(api.rows(`${into} ${foreign}`, [endpointId, tenant, other.resellerId])).rejects.toThrow(
      'event of another tenant',
    );
  }
});
