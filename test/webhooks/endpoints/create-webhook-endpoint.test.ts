import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf, givenAdmin, givenMember } from '../../support/given/people.ts';
import { createEndpoint, givenEndpoint, endpointsOf, NOWHERE, storedWebhooks } from '../../support/given/webhooks.ts';
import { reissued } from '../../support/given/callers/second-factors.ts';
import { whileHeld } from '../../support/locks.ts';
import { FakeDns } from '../../support/outbound/fake-dns.ts';

const environment: Record<string, string> = {};
let dns: FakeDns;
beforeAll(async () => {
  dns = await FakeDns.start();
  environment['DNS_SERVERS'] = dns.address;
  environment['BLOCKED_NETWORKS'] = '93.184.217.0/24';
  return () => dns.stop();
});
const api = useApi(environment);
let partner: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
});

test('an owner creates an endpoint; the secret is shown once and stored nowhere', async () => {
  const input = { url: 'http://localhost:9/a/../hook#part', description: ' Our CRM ', types: ['client.created'] };

  const { endpoint, secret } = await givenEndpoint(api, partner.actor, input);

  expect(endpoint).toEqual({
    id: expect.any(String),
    url: NOWHERE,
    description: 'Our CRM',
    types: ['client.created'],
    status: 'ENABLED',
    failuresInARow: 0,
    failingSince: null,
    previousUntil: null,
    version: 1,
    createdAt: expect.stringMatching(/^\d{4}-.+Z$/),
    updatedAt: expect.stringMatching(/^\d{4}-.+Z$/),
  });
  const [, random = ''] = /^whsec_([A-Za-z0-9+/]{43}=)$/.exec(secret) ?? [];
  expect(random).not.toBe('');
  expect(await endpointsOf(api, partner.actor)).toEqual([endpoint]);
  const everything = JSON.stringify([
    await api.rows('select * from webhook_endpoint'),
    await api.rows('select * from audit_event'),
    api.logs,
  ]);
  expect(everything).not.toContain(random);
  expect(await auditOf(api, endpoint.id)).toMatchObject([
    { action: 'webhook.endpoint_created', reseller_id: partner.resellerId, actor_email: partner.email },
  ]);
});

test('each endpoint has a secret of its own', async () => {
  const other = await givenPartner(api);

  const secrets = [await givenEndpoint(api, other.actor), await givenEndpoint(api, other.actor)];

  expect(secrets[0]?.secret).not.toBe(secrets[1]?.secret);
});

describe('J1: an address that is not public is refused, and nothing is stored', () => {
  beforeAll(() => {
    dns.answer('inner.shop.example', ['10.0.0.5']);
    dns.answer('mapped.shop.example', ['::ffff:7f00:1']);
    dns.answer('both.shop.example', ['93.184.216.34', '169.254.169.254']);
    dns.answer('own.shop.example', ['93.184.217.34']);
  });

  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://93.184.216.34/',
    'http://hooks.shop.example/',
    'https://hooks.shop.example:8443/',
    'https://user:secret@hooks.shop.example/',
    'https://inner.shop.example/',
    'https://mapped.shop.example/',
    'https://both.shop.example/',
    'https://own.shop.example/',
    'javascript:alert(1)',
    'hooks',
  ])('%s', async (url) => {
    const before = await storedWebhooks(api);

    const { errors } = await createEndpoint(api, partner.actor, { url });

    const fields = [{ path: 'input.url', rule: 'PUBLIC_ADDRESS' }];
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields } }]);
    expect(JSON.stringify(errors)).not.toContain('shop.example');
    expect(await storedWebhooks(api)).toEqual(before);
  });
});

test('a public name can be saved, and so can one that has no address yet', async () => {
  const { actor } = await givenPartner(api);
  dns.answer('hooks.shop.example', ['93.184.216.34', '2606:2800:220:1::1']);

  for (const url of ['https://hooks.shop.example/events', 'https://soon.shop.example/events']) {
    expect((await givenEndpoint(api, actor, { url })).endpoint.url).toBe(url);
  }
});

test.each([
  { input: { types: ['client.created', 'client.eaten'] }, path: 'input.types.1', rule: 'EVENT_TYPE' },
  { input: { types: ['webhook.test'] }, path: 'input.types.0', rule: 'EVENT_TYPE' },
  { input: { types: ['client.created', 'client.created'] }, path: 'input.types', rule: 'DUPLICATE' },
  { input: { description: ' ' }, path: 'input.description', rule: 'LENGTH' },
  { input: { description: 'x'.repeat(201) }, path: 'input.description', rule: 'LENGTH' },
  { input: { url: `http://localhost/${'x'.repeat(2048)}` }, path: 'input.url', rule: 'LENGTH' },
])('refuses $path', async ({ input, path, rule }) => {
  const before = await storedWebhooks(api);

  const { errors } = await createEndpoint(api, partner.actor, input);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path, rule }] } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('an event for the platform only is unknown to a partner', async () => {
  const types = ['application.status_changed'];

  expect((await createEndpoint(api, partner.actor, { types })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect((await givenEndpoint(api, api.admin, { types })).endpoint.types).toEqual(types);
});

test('an eleventh endpoint is refused, until one is archived', async () => {
  const { actor } = await givenPartner(api);
  const made = [];
  for (let count = 0; count < 10; count++) made.push(await givenEndpoint(api, actor));
  const before = await storedWebhooks(api);

  const { errors } = await createEndpoint(api, actor);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'ENDPOINT_LIMIT' } }]);
  expect(await storedWebhooks(api)).toEqual(before);
  await api.ask(actor, `mutation ($id: ID!) { archiveWebhookEndpoint(id: $id) { id } }`, { id: made[3]?.endpoint.id });
  expect((await createEndpoint(api, actor)).errors).toBeUndefined();
});

test('two calls at once cannot both add the tenth', async () => {
  const { actor, resellerId } = await givenPartner(api);
  for (let count = 0; count < 9; count++) await givenEndpoint(api, actor);

  const held = {
    sql: `select pg_advisory_xact_lock(hashtext('webhook_endpoint'), hashtext($1))`,
    values: [resellerId],
  };
  const answers = await whileHeld(api, held, 4, () => Promise.all([1, 2, 3, 4].map(() => createEndpoint(api, actor))));

  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(await endpointsOf(api, actor)).toHaveLength(10);
});

test('others cannot create one', async () => {
  const { actor: member } = await givenMember(api, partner);
  const { actor: reviewer } = await givenAdmin(api, 'REVIEW');
  const before = await storedWebhooks(api);

  for (const actor of [member, reviewer]) {
    expect((await createEndpoint(api, actor)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect(await storedWebhooks(api)).toEqual(before);
});

test('an old session must confirm the identity first', async () => {
  const old = reissued(api, partner.actor, { authenticatedAt: Date.now() / 1000 - 601 });
  const before = await storedWebhooks(api);

  const { errors } = await createEndpoint(api, old);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});
