import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeSubscription, counts, givenClient, validClient } from '../support/given/client-accounts.ts';
import { importedRows, resultsOf, sendImport } from '../support/given/client-imports.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api, { tier: 'GOLD' });
});

const eventsWithoutClients = () =>
  api.rows(`select * from audit_event where target_type = 'ClientAccount'
    and not exists (select from client_account where id = target_id)`);

test('creates a client for each row as createClientAccount does, with its audit event', async () => {
  const [first, second] = [
    validClient({ companyName: '  Acme  ', contactEmail: `Ada.${uuid()}@ACME.example`, contactPhone: ' ' }),
    validClient({ contactPhone: '+49 30 1', billingOwnedByReseller: false }),
  ];

  const results = await resultsOf(api, reseller.actor, { rows: importedRows(first, second) });

  expect(results).toMatchObject([
    {
      key: '2',
      status: 'CREATED',
      error: null,
      problems: [],
      client: {
        companyName: 'Acme',
        contactEmail: first.contactEmail.toLowerCase(),
        contactPhone: null,
        billingOwnedByReseller: true,
        version: 1,
      },
    },
    { key: '3', status: 'CREATED', client: { contactPhone: '+49 30 1', billingOwnedByReseller: false } },
  ]);
  const eventsOf = (id: string | undefined) =>
    api.rows(
      `select action, actor_id, actor_email, actor_role, target_type, reseller_id, array(select json_object_keys(changes::json)) as changed
       from audit_event where target_id = $1`,
      [id],
    );
  const usual = await eventsOf((await givenClient(api, reseller.actor)).id);
  expect(await eventsOf(results[0]?.client?.id)).toEqual(usual);
  expect(await eventsOf(results[1]?.client?.id)).toMatchObject([{ action: 'client.created' }]);
});

test('a dry run says what would happen, and writes nothing', async () => {
  const known = await givenClient(api, reseller.actor);
  const before = await counts(api);

  const results = await resultsOf(api, reseller.actor, {
    isDryRun: true,
    rows: importedRows(
      validClient(),
      validClient({ contactEmail: known.contactEmail }),
      validClient({ contactName: '' }),
    ),
  });

  expect(results).toMatchObject([
    { status: 'VALID', client: null, error: null },
    { status: 'FAILED', client: { id: known.id }, error: { code: 'CONFLICT', reason: 'CLIENT_EMAIL' } },
    { status: 'FAILED', client: null, error: { code: 'BAD_USER_INPUT' }, problems: [{ field: 'contactName' }] },
  ]);
  expect(await counts(api)).toEqual(before);
});

test('rows that fail leave the others alone', async () => {
  const known = await givenClient(api, reseller.actor);
  const before = await api.rows('select * from client_account where id = $1', [known.id]);

  const results = await resultsOf(api, reseller.actor, {
    rows: importedRows(
      validClient({ companyName: null }),
      validClient({ contactEmail: known.contactEmail.toUpperCase() }),
      validClient(),
      validClient({ companyName: 'a\u0000b', contactEmail: 'no address', subscriptionTier: 'x'.repeat(61) }),
    ),
  });

  expect(results.map(({ status }) => status)).toEqual(['FAILED', 'FAILED', 'CREATED', 'FAILED']);
  expect(await eventsWithoutClients()).toEqual([]);
  expect(results[0]?.problems).toEqual([
    { field: 'companyName', rule: 'LENGTH', min: 1, max: 200, character: null, codePoint: null },
  ]);
  expect(results[1]).toMatchObject({ error: { reason: 'CLIENT_EMAIL' }, client: { id: known.id } });
  expect(results[3]?.problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ field: 'companyName', rule: 'CHARACTER', codePoint: 'U+0000' }),
      expect.objectContaining({ field: 'contactEmail', rule: 'EMAIL' }),
      expect.objectContaining({ field: 'subscriptionTier', rule: 'LENGTH', max: 60 }),
    ]),
  );
  expect(JSON.stringify(results[3]?.error)).not.toContain('no address');
  expect(await api.rows('select * from client_account where id = $1', [known.id])).toEqual(before);
});

test.each([true, false])('a row with the mailbox of an earlier one fails, dry run: %s', async (isDryRun) => {
  const name = uuid();

  const results = await resultsOf(api, reseller.actor, {
    isDryRun,
    rows: importedRows(
      validClient({ contactEmail: `${name}.one@gmail.com` }),
      validClient({ contactEmail: `${name}one+shop@googlemail.com` }),
      validClient({ contactEmail: `${name}one@gmail.com`, companyName: '' }),
    ),
  });

  expect(results[0]?.status).toBe(isDryRun ? 'VALID' : 'CREATED');
  expect(results[1]).toMatchObject({ status: 'FAILED', error: { code: 'CONFLICT', reason: 'IMPORT_DUPLICATE' } });
  expect(results[2]).toMatchObject({ status: 'FAILED', error: { code: 'BAD_USER_INPUT' } });
  expect(new Set(results.map(({ mailbox }) => mailbox)).size).toBe(1);
});

test('an existing client is found in any spelling of its mailbox', async () => {
  const name = uuid();
  const known = await givenClient(api, reseller.actor, { contactEmail: `${name}@gmail.com` });

  for (const isDryRun of [true, false]) {
    const [result] = await resultsOf(api, reseller.actor, {
      isDryRun,
      rows: importedRows(validClient({ contactEmail: `${name.replaceAll('-', '.-')}+x@googlemail.com` })),
    });
    expect(result).toMatchObject({ error: { reason: 'CLIENT_EMAIL' }, client: { id: known.id } });
  }
});

test('the address of a canceled client is free', async () => {
  const { id, contactEmail } = await givenClient(api, reseller.actor);
  await changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus: 'CANCELED' } });

  expect(
    await resultsOf(api, reseller.actor, { isDryRun: true, rows: importedRows(validClient({ contactEmail })) }),
  ).toMatchObject([{ status: 'VALID' }]);
  expect(await resultsOf(api, reseller.actor, { rows: importedRows(validClient({ contactEmail })) })).toMatchObject([
    { status: 'CREATED' },
  ]);
});

test('a hundred rows take as many statements as one', async () => {
  const few = await statementsOf(() => sendImport(api, reseller.actor, { rows: importedRows(validClient()) }));
  const many = await statementsOf(() =>
    sendImport(api, reseller.actor, { rows: importedRows(...Array.from({ length: 100 }, () => validClient())) }),
  );

  expect(many.length).toBe(few.length);
});

test('each row has exactly one result, in order, and the created ones are stored as the dry run foretold', async () => {
  const row = fc.record({
    contactEmail: fc.constantFrom('a@x.example', 'A@x.example', 'b+1@x.example', 'b@x.example', 'c@x', ''),
    companyName: fc.constantFrom('Acme', ' ', 'x'.repeat(201)),
    contactName: fc.constant('Ada'),
    subscriptionTier: fc.constantFrom('BASIC', ''),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (given) => {
      const domain = `${uuid()}.example`;
      const rows = importedRows(
        ...given.map((each) => ({ ...each, contactEmail: each.contactEmail.replace('x.example', domain) })),
      );

      const foretold = await resultsOf(api, reseller.actor, { rows, isDryRun: true });
      const results = await resultsOf(api, reseller.actor, { rows });

      expect(results.map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
      const told = foretold.map((each) => (each.status === 'VALID' ? { ...each, status: 'CREATED' } : each));
      const withoutClients = (all: object[]) => all.map((each) => ({ ...each, client: null }));
      expect(withoutClients(results)).toEqual(withoutClients(told));
      const created = results.filter(({ status }) => status === 'CREATED');
      const stored = await api.rows('select id from client_account where contact_email like $1', [`%@${domain}`]);
      expect(created.map(({ client }) => client?.id).toSorted()).toEqual(stored.map(({ id }) => id).toSorted());
    }),
    { numRuns: 30, seed: 20 },
  );
});

test('C1: neither addresses nor imports of another reseller matter', async () => {
  const stranger = await givenPartner(api, { tier: 'GOLD' });
  const [importId, row] = [uuid(), validClient()];
  await resultsOf(api, stranger.actor, { importId, rows: importedRows(row) });

  const [result] = await resultsOf(api, reseller.actor, { importId, rows: importedRows(row) });

  expect(result).toMatchObject({ status: 'CREATED' });
});

test.each([
  { why: 'no row', given: { rows: [] }, path: 'input.rows' },
  {
    why: '101 rows',
    given: { rows: importedRows(...Array.from({ length: 101 }, () => validClient())) },
    path: 'input.rows',
  },
  { why: 'a key twice', given: { rows: ['a', ' a '].map((key) => ({ key, ...validClient() })) }, path: 'input.rows' },
  {
    why: 'a value that is too long',
    given: { rows: importedRows({ contactName: 'x'.repeat(5_001) }) },
    path: 'input.rows.0.contactName',
  },
  { why: 'a blank import', given: { rows: importedRows(validClient()), importId: ' ' }, path: 'input.importId' },
])('refuses $why, and creates nothing', async ({ given, path }) => {
  const before = await counts(api);

  const { errors } = await sendImport(api, reseller.actor, given);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  expect(await counts(api)).toEqual(before);
});

test.each([
  { who: 'an anonymous caller', actorOf: async () => ({ accessToken: '' }), code: 'UNAUTHENTICATED' },
  { who: 'an admin', actorOf: async () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a read-only user',
    actorOf: async () => (await givenMember(api, reseller, 'READ_ONLY')).actor,
    code: 'FORBIDDEN',
  },
])('refuses $who with $code, and creates nothing', async ({ actorOf, code }) => {
  const actor = await actorOf();
  const before = await counts(api);

  const { errors } = await sendImport(api, actor, { rows: importedRows(validClient()) });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await counts(api)).toEqual(before);
});
