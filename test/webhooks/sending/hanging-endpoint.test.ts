import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenClient } from '../../support/given/client-accounts.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { deliveriesOf, givenDeliveries, givenEndpoint, replayAll } from '../../support/given/webhooks.ts';
import { useReceiver } from '../../support/outbound/receiver.ts';

const api = useApi();
const receiver = useReceiver(api);

test('an endpoint that hangs holds up no other, and gets four deliveries at once', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint: hanging } = await givenEndpoint(api, actor, { url: receiver().url('/hanging') });
  const { endpoint: other } = await givenEndpoint(api, actor, { url: receiver().url('/quick') });
  receiver().answer('/hanging', () => undefined);

  for (let count = 0; count < 8; count++) await givenClient(api, actor);

  await expect.poll(() => receiver().at('/quick')).toHaveLength(8);
  await expect.poll(() => deliveriesOf(api, actor, other.id, { status: ['DELIVERED'] })).toHaveLength(8);
  expect(receiver().at('/hanging')).toHaveLength(4);
  expect((await deliveriesOf(api, actor, hanging.id)).flatMap(({ tries }) => tries)).toEqual([]);
});

test('an endpoint that fails gets one delivery at a time', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/fails') });
  await givenEndpoint(api, actor, { url: receiver().url('/works') });
  await api.rows('update webhook_endpoint set failures_in_a_row = 1, failing_since = now() where id = $1', [
    endpoint.id,
  ]);
  receiver().answer('/fails', () => undefined);

  for (let count = 0; count < 3; count++) await givenClient(api, actor);

  await expect.poll(() => receiver().at('/works')).toHaveLength(3);
  expect(receiver().at('/fails')).toHaveLength(1);
});

test('two workers send each event once, and four of an endpoint at once', async () => {
  const partner = await givenPartner(api);
  const id = await givenDeliveries(api, partner, 60);
  await api.rows('alter table webhook_endpoint disable trigger audited');
  await api.rows('update webhook_endpoint set url = $2 where id = $1', [id, receiver().url('/shared')]);
  await api.rows('alter table webhook_endpoint enable trigger audited');
  let open = 0;
  let most = 0;
  receiver().answer('/shared', (response) => {
    most = Math.max(most, ++open);
    setImmediate(() => {
      open--;
      response.writeHead(204).end();
    });
  });
  const another = await api.startAnother({ WORKER: 'only' });
  try {
    await replayAll(api, partner.actor, { endpointId: id });

    await expect.poll(() => deliveriesOf(api, partner.actor, id, { status: ['DELIVERED'] })).toHaveLength(60);
  } finally {
    await another.stop();
  }
  expect(receiver().at('/shared')).toHaveLength(60);
  expect(most).toBeLessThanOrEqual(4);
});
