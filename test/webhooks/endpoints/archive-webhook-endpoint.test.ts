import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import {
  archiveEndpoint,
  deliveriesOf,
  endpointsOf,
  givenEndpoint,
  rotateSecret,
  storedWebhooks,
  testEndpoint,
  updateEndpoint,
} from '../../support/given/webhooks.ts';

const api = useApi();

test('an archived endpoint ends for good, and its deliveries stay', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor);
  const { id } = endpoint;
  await testEndpoint(api, actor, id);

  const { data } = await archiveEndpoint(api, actor, id);

  expect(data?.archiveWebhookEndpoint).toMatchObject({ id, status: 'ARCHIVED' });
  expect(await endpointsOf(api, actor)).toEqual([]);
  expect(await deliveriesOf(api, actor, id)).toMatchObject([{ status: 'FAILED', failure: 'OFF' }]);
  const before = await storedWebhooks(api);
  const answers = [
    await archiveEndpoint(api, actor, id),
    await updateEndpoint(api, actor, { id, input: { isEnabled: true } }),
    await rotateSecret(api, actor, id),
    await testEndpoint(api, actor, id),
  ];
  for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('C1: a foreign endpoint is refused as a missing one', async () => {
  const [stranger, { actor }] = [await givenPartner(api), await givenPartner(api)];
  const { endpoint } = await givenEndpoint(api, stranger.actor);
  const before = await storedWebhooks(api);

  const { errors } = await archiveEndpoint(api, actor, endpoint.id);

  expect(errors).toMatchObject([{ message: 'WebhookEndpoint not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});
