import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { signIn, useApi } from '../support/api.ts';
import { changeSubscription, counts, create, givenClient, validClient } from '../support/given/client-accounts.ts';
import { statementsOf } from '../support/statements.ts';
import { whileHeld } from '../support/locks.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { whileRefused } from '../support/database.changes.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

test('creates a client with its audit event', async () => {
  const input = validClient({
    companyName: '  Acme  ',
    contactEmail: 'Ada@ACME.example',
    contactPhone: '+49 30 1234567',
  });

  const { data, errors } = await create(api, reseller.actor, input);

  expect(errors).toBeUndefined();
  expect(data?.createClientAccount).toEqual({
    ...input,
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    companyName: 'Acme',
    contactEmail: 'ada@acme.example',
    subscriptionStatus: 'ACTIVE',
    billingOwnedByReseller: true,
    version: 1,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
  const events = await api.rows('select * from audit_event where target_id = $1', [data?.createClientAccount.id]);
  expect(events).toMatchObject([
    {
      action: 'client.created',
      actor_email: reseller.email,
      actor_id: reseller.ownerId,
      reseller_id: reseller.resellerId,
      target_type: 'ClientAccount',
    },
  ]);
  expect(JSON.parse(String(events[0]?.['changes']))).toMatchObject({ companyName: { from: null, to: 'Acme' } });
});

test('a repeated idempotency key returns exactly the same response, and changes nothing', async () => {
  const [key, input] = [uuid(), validClient()];
  const first = await create(api, reseller.actor, input, key);
  await changeSubscription(api, reseller.actor, {
    id: first.data?.createClientAccount.id ?? '',
    input: { subscriptionTier: 'GOLD' },
  });
  const before = await counts(api);

  expect(await create(api, reseller.actor, input, key)).toEqual(first);
  expect(await counts(api)).toEqual(before);
});

test('20 concurrent calls with one key create one client and get one response', async () => {
  const [key, input] = [uuid(), validClient()];

  const answers = await Promise.all(Array.from({ length: 20 }, () => create(api, reseller.actor, input, key)));

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.errors).toBeUndefined();
  expect(await api.rows('select 1 from client_account where contact_email = $1', [input.contactEmail])).toHaveLength(1);
});

test('an idempotency key belongs to the user across sessions', async () => {
  const [input, key] = [validClient(), uuid()];
  const first = await create(api, reseller.actor, input, key);

  expect(await create(api, await signIn(api, reseller), input, key)).toEqual(first);
});

test('an idempotency key with another input is a conflict, and another reseller can use the same key', async () => {
  const [key, input] = [uuid(), validClient()];
  await create(api, reseller.actor, input, key);
  const before = await counts(api);

  const { errors } = await create(api, reseller.actor, validClient(), key);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY' } }]);
  expect(await counts(api)).toEqual(before);
  const other = await givenPartner(api);
  expect((await create(api, other.actor, validClient(), key)).errors).toBeUndefined();
});

test('the address of another client of the reseller is a conflict in any letter case, and nothing is stored', async () => {
  const { contactEmail } = await givenClient(api, reseller.actor);
  const before = await counts(api);

  const { data, errors } = await create(
    api,
    reseller.actor,
    validClient({ contactEmail: contactEmail.toUpperCase() }),
    uuid(),
  );

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'CLIENT_EMAIL' } }]);
  expect(JSON.stringify(errors)).not.toContain(contactEmail);
  expect(await counts(api)).toEqual(before);
});

test('C3: an address takes the same statements whether another reseller has a client with it or not', async () => {
  const other = await givenClient(api, (await givenPartner(api)).actor);
  const statementsFor = (contactEmail: string) =>
    statementsOf(() => create(api, reseller.actor, validClient({ contactEmail })));

  const known = await statementsFor(other.contactEmail);

  expect(known.length).toBeGreaterThan(0);
  expect(known).toEqual(await statementsFor(`new-${uuid()}@acme.example`));
});

test('the address of a suspended client is taken, and that of a canceled client is free', async () => {
  const { id, contactEmail } = await givenClient(api, reseller.actor);
  const again = () => create(api, reseller.actor, validClient({ contactEmail }));

  await changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus: 'SUSPENDED' } });
  expect((await again()).errors).toMatchObject([{ extensions: { reason: 'CLIENT_EMAIL' } }]);
  await changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus: 'CANCELED' } });
  expect((await again()).errors).toBeUndefined();
});

test('exactly one of two concurrent calls with one address succeeds', async () => {
  const contactEmail = `twice-${uuid()}@acme.example`;
  const held = { sql: 'select 1 from audit_chain where chain_id = $1', values: [reseller.resellerId] };

  // One waits for the tenant's audit chain, the other for the first.
  const answers = await whileHeld(api, held, 2, () =>
    Promise.all([1, 2].map(() => create(api, reseller.actor, validClient({ contactEmail })))),
  );

  expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason))).toEqual([
    'CLIENT_EMAIL',
  ]);
  expect(await api.rows('select 1 from client_account where contact_email = $1', [contactEmail])).toHaveLength(1);
});

test('F4: names every invalid field, and repeats no value', async () => {
  const before = await counts(api);
  const input = {
    companyName: ' ',
    contactName: 'a\u0000b',
    contactEmail: '"a@b"@c.example',
    contactPhone: 'x'.repeat(41),
    subscriptionTier: 'x'.repeat(61),
  };

  const { errors } = await create(api, reseller.actor, input);

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', requestId: expect.any(String) });
  const fields = errors?.[0]?.extensions.fields;
  expect(new Set(fields?.map(({ path }) => path))).toEqual(new Set(Object.keys(input).map((name) => `input.${name}`)));
  expect(JSON.stringify(errors)).not.toContain('a@b');
  expect(await counts(api)).toEqual(before);
});

test.each(['a\u0000b', '\ud800', 'a\u202eb', 'a\uffffb', 'a\u0007b', 'a\u0090b'])(
  'F1: refuses the name %j',
  async (companyName) => {
    const { errors } = await create(api, reseller.actor, validClient({ companyName }));

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.companyName' }] } }]);
  },
);

test.each([
  '"a\r\nBcc: x@y.z"@b.co',
  'a@b.co, c@d.co',
  'Ada <a@b.co>',
  'a@b.co\r\nBcc: x@y.z',
  'ada',
  `${'a'.repeat(250)}@b.co`,
])('F2: refuses the address %j', async (contactEmail) => {
  const { errors } = await create(api, reseller.actor, validClient({ contactEmail }));

  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(new Set(errors?.[0]?.extensions.fields?.map(({ path }) => path))).toEqual(new Set(['input.contactEmail']));
});

test.each(['<script>alert(1)</script>', '{{constructor}}', '=HYPERLINK("http://x")', 'Müller & Söhne ✓'])(
  'F3: stores %s as typed',
  async (companyName) => {
    expect((await givenClient(api, reseller.actor, { companyName })).companyName).toBe(companyName);
  },
);

test.each([
  'id',
  'resellerId',
  'subscriptionStatus',
  'version',
  'createdAt',
  'tier',
  'whitelabelEnabled',
  'constructor',
])('B6: refuses the unknown input field %s', async (name) => {
  const before = await counts(api);

  const { errors } = await create(api, reseller.actor, validClient({ [name]: 'ACTIVE' }));

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(await counts(api)).toEqual(before);
});

test('B7: refuses __proto__ in the variables, and no prototype changes', async () => {
  const response = await api.post(
    `{"query":"mutation ($input: CreateClientAccountInput!) { createClientAccount(input: $input) { id } }","variables":{"input":{"__proto__":{"polluted":true},"companyName":"x"}}}`,
    { authorization: `Bearer ${reseller.actor.accessToken}` },
  );

  expect(response.status).toBe(400);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: async () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a referral partner',
    actor: async () => (await givenPartner(api, { partnershipType: 'REFERRAL' })).actor,
    code: 'FORBIDDEN',
  },
])('refuses $who with $code, and stores nothing', async ({ actor, code }) => {
  const who = await actor();
  const before = await counts(api);

  const { data, errors } = await create(api, who, validClient(), uuid());

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await counts(api)).toEqual(before);
});

test('stores nothing if the audit event cannot be written', async () => {
  const { actor, email, resellerId } = await givenPartner(api);

  const { errors } = await whileRefused(api, { table: 'audit_event', unless: `actor_email <> '${email}'` }, () =>
    create(api, actor, validClient()),
  );

  expect(errors).toMatchObject([{ message: 'Something went wrong.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(await api.rows('select 1 from client_account where reseller_id = $1', [resellerId])).toEqual([]);
});
