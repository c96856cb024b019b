import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { reissued } from '../../support/given/callers/second-factors.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf } from '../../support/given/people.ts';
import {
  deliveriesOf,
  givenDeliveries,
  givenEndpoint,
  NOWHERE,
  storedWebhooks,
  testEndpoint,
  updateEndpoint,
} from '../../support/given/webhooks.ts';

const api = useApi();
let partner: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
});

test('each field changes alone, and the audit log has the changes', async () => {
  const { endpoint } = await givenEndpoint(api, partner.actor, { description: 'CRM', types: ['client.created'] });
  const { id } = endpoint;

  await updateEndpoint(api, partner.actor, { id, input: { url: 'http://localhost:10/other' } });
  await updateEndpoint(api, partner.actor, { id, input: { types: [] } });
  const { data } = await updateEndpoint(api, partner.actor, { id, input: { description: null } });

  expect(data?.updateWebhookEndpoint).toMatchObject({
    url: 'http://localhost:10/other',
    types: [],
    description: null,
    status: 'ENABLED',
    version: 4,
  });
  const changes = (await auditOf(api, id)).slice(1).map((event) => JSON.parse(String(event['changes'])) as object);
  expect(changes).toEqual([
    { url: { from: NOWHERE, to: 'http://localhost:10/other' } },
    { types: { from: ['client.created'], to: [] } },
    { description: { from: 'CRM', to: null } },
  ]);
});

test('an endpoint that is disabled loses its open deliveries, and starts anew once it is enabled', async () => {
  const { endpoint } = await givenEndpoint(api, partner.actor);
  const { id } = endpoint;
  await testEndpoint(api, partner.actor, id);
  await api.rows('update webhook_endpoint set failures_in_a_row = 7, failing_since = now() where id = $1', [id]);

  const off = await updateEndpoint(api, partner.actor, { id, input: { isEnabled: false } });

  expect(off.data?.updateWebhookEndpoint).toMatchObject({ status: 'DISABLED', failuresInARow: 0, failingSince: null });
  expect(await deliveriesOf(api, partner.actor, id)).toMatchObject([
    { status: 'FAILED', failure: 'OFF', error: 'the endpoint was not enabled', nextTryAt: null },
  ]);
  const on = await updateEndpoint(api, partner.actor, { id, input: { isEnabled: true } });
  expect(on.data?.updateWebhookEndpoint).toMatchObject({ status: 'ENABLED', failuresInARow: 0 });
});

test('an address that is not public is refused, and nothing changes', async () => {
  const { endpoint } = await givenEndpoint(api, partner.actor);
  const before = await storedWebhooks(api);

  const input = { url: 'https://10.0.0.1/', description: 'Other' };
  const { errors } = await updateEndpoint(api, partner.actor, { id: endpoint.id, input });

  const fields = [{ path: 'input.url', rule: 'PUBLIC_ADDRESS' }];
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('an old session can change everything but the address', async () => {
  const { endpoint } = await givenEndpoint(api, partner.actor);
  const { id } = endpoint;
  const old = reissued(api, partner.actor, { authenticatedAt: Date.now() / 1000 - 601 });

  const { errors } = await updateEndpoint(api, old, { id, input: { url: 'http://localhost:10/' } });

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } }]);
  const { data } = await updateEndpoint(api, old, { id, input: { description: 'Ours' } });
  expect(data?.updateWebhookEndpoint).toMatchObject({ url: NOWHERE, description: 'Ours' });
});

test('C1: a foreign endpoint is refused as a missing one, to the letter', async () => {
  const stranger = await givenPartner(api);
  const foreign = await givenDeliveries(api, stranger, 1);
  const ofPlatform = await givenDeliveries(api, { resellerId: null }, 1);
  const before = await storedWebhooks(api);

  const answers = [];
  for (const id of [foreign, ofPlatform, '01a1e9dd-b612-74f7-b5cf-ed74457a7661', 'x']) {
    answers.push(await updateEndpoint(api, partner.actor, { id, input: { isEnabled: false } }));
  }
  answers.push(await updateEndpoint(api, api.admin, { id: foreign, input: { isEnabled: false } }));

  for (const { errors } of answers) {
    expect(errors).toMatchObject([{ message: 'WebhookEndpoint not found.', extensions: { code: 'NOT_FOUND' } }]);
  }
  expect(await storedWebhooks(api)).toEqual(before);
});
