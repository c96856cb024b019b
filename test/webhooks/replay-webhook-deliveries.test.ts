import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';
import { deliveriesOf, givenDeliveries, replayAll, storedWebhooks, updateEndpoint } from '../support/given/webhooks.ts';

const api = useApi();

test('all that failed are sent again once, oldest first', async () => {
  const partner = await givenPartner(api);
  const endpointId = await givenDeliveries(api, partner, 3);
  const [first] = await deliveriesOf(api, partner.actor, endpointId);
  await api.rows(`update webhook_delivery set status = 'DELIVERED' where id = $1`, [first?.id]);

  const { data } = await replayAll(api, partner.actor, { endpointId });

  expect(data).toEqual({ replayWebhookDeliveries: 2 });
  const again = await deliveriesOf(api, partner.actor, endpointId, { status: ['PENDING'] });
  expect(again).toHaveLength(2);
  expect((await replayAll(api, partner.actor, { endpointId })).data).toEqual({ replayWebhookDeliveries: 0 });
});

test('all of a time are sent again, also those that arrived', async () => {
  const partner = await givenPartner(api);
  const endpointId = await givenDeliveries(api, partner, 3);
  await api.rows(`update webhook_delivery set status = 'DELIVERED' where endpoint_id = $1`, [endpointId]);
  const [, second, third] = await deliveriesOf(api, partner.actor, endpointId);
  const time = { from: second?.createdAt, to: third?.createdAt } as { from: string; to: string };

  expect((await replayAll(api, partner.actor, { endpointId, ...time })).data).toEqual({ replayWebhookDeliveries: 0 });
  expect((await replayAll(api, partner.actor, { endpointId, ...time, onlyFailed: false })).data).toEqual({
    replayWebhookDeliveries: 1,
  });
  expect(await deliveriesOf(api, partner.actor, endpointId, { status: ['PENDING'] })).toMatchObject([
    { replayOf: second?.id, messageId: second?.messageId },
  ]);
});

test('a call sends at most 10,000 again', async () => {
  const partner = await givenPartner(api);
  const endpointId = await givenDeliveries(api, partner, 10_001);

  expect((await replayAll(api, partner.actor, { endpointId })).data).toEqual({ replayWebhookDeliveries: 10_000 });
  expect((await replayAll(api, partner.actor, { endpointId })).data).toEqual({ replayWebhookDeliveries: 1 });
});

test('a time that ends before it begins is refused', async () => {
  const partner = await givenPartner(api);
  const endpointId = await givenDeliveries(api, partner, 1);
  const before = await storedWebhooks(api);

  const time = { from: '2026-12-02T00:00:00Z', to: '2026-12-01T00:00:00Z' };
  const { errors } = await replayAll(api, partner.actor, { endpointId, ...time });

  const fields = [{ path: 'from', rule: 'TIME_ORDER' }];
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('a disabled endpoint gets nothing again', async () => {
  const partner = await givenPartner(api);
  const endpointId = await givenDeliveries(api, partner, 1);
  await updateEndpoint(api, partner.actor, { id: endpointId, input: { isEnabled: false } });
  const before = await storedWebhooks(api);

  const { errors } = await replayAll(api, partner.actor, { endpointId });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'ENDPOINT_STATUS' } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('C1: a foreign endpoint is refused as a missing one', async () => {
  const [stranger, partner] = [await givenPartner(api), await givenPartner(api)];
  const endpointId = await givenDeliveries(api, stranger, 1);
  const before = await storedWebhooks(api);

  for (const actor of [partner.actor, api.admin]) {
    expect((await replayAll(api, actor, { endpointId })).errors).toMatchObject([
      { message: 'WebhookEndpoint not found.', extensions: { code: 'NOT_FOUND' } },
    ]);
  }
  expect(await storedWebhooks(api)).toEqual(before);
});
