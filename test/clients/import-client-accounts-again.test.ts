import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeSubscription, counts, create, validClient } from '../support/given/client-accounts.ts';
import { importedRows, resultsOf } from '../support/given/client-imports.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { whileHeld } from '../support/locks.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api, { tier: 'GOLD' });
});

test('a repeated call creates nothing, and a continued one creates the rest', async () => {
  const importId = uuid();
  const [first, second, third] = [validClient(), validClient(), validClient({ contactName: '' })];
  const began = await resultsOf(api, reseller.actor, { importId, rows: importedRows(first) });
  const before = await counts(api);

  expect(await resultsOf(api, reseller.actor, { importId, rows: importedRows(first) })).toEqual([
    { ...began[0], status: 'EXISTED' },
  ]);
  expect(await resultsOf(api, reseller.actor, { importId, rows: importedRows(first), isDryRun: true })).toMatchObject([
    { status: 'EXISTED' },
  ]);
  expect(await counts(api)).toEqual(before);
  expect(
    (await resultsOf(api, reseller.actor, { importId, rows: importedRows(first, second, third) })).map(
      ({ status }) => status,
    ),
  ).toEqual(['EXISTED', 'CREATED', 'FAILED']);
  // The corrected row has no key yet.
  const corrected = importedRows(first, second, { ...third, contactName: 'Ada' });
  expect((await resultsOf(api, reseller.actor, { importId, rows: corrected })).map(({ status }) => status)).toEqual([
    'EXISTED',
    'EXISTED',
    'CREATED',
  ]);
});

test('a repeated row of a client that was canceled since creates no second client', async () => {
  const [importId, row] = [uuid(), validClient()];
  const [created] = await resultsOf(api, reseller.actor, { importId, rows: importedRows(row) });
  const id = created?.client?.id ?? '';
  await changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus: 'CANCELED' } });

  expect(await resultsOf(api, reseller.actor, { importId, rows: importedRows(row) })).toMatchObject([
    { status: 'EXISTED', client: { id } },
  ]);
});

test('after 24 hours, a repeated row is an address that is taken', async () => {
  const [importId, row] = [uuid(), validClient()];
  const [created] = await resultsOf(api, reseller.actor, { importId, rows: importedRows(row) });
  await api.rows(`update idempotency_key set created_at = now() - interval '25 hours'`);

  expect(await resultsOf(api, reseller.actor, { importId, rows: importedRows(row) })).toMatchObject([
    { status: 'FAILED', error: { reason: 'CLIENT_EMAIL' }, client: { id: created?.client?.id } },
  ]);
});

test('a key of another import or user is another row', async () => {
  const [importId, member] = [uuid(), await givenMember(api, reseller)];
  const [created] = await resultsOf(api, reseller.actor, { importId, rows: importedRows(validClient()) });

  const others = [
    await resultsOf(api, reseller.actor, { importId: uuid(), rows: importedRows(validClient()) }),
    await resultsOf(api, member.actor, { importId, rows: importedRows(validClient()) }),
  ];

  expect(created?.status).toBe('CREATED');
  expect(others).toMatchObject([[{ status: 'CREATED' }], [{ status: 'CREATED' }]]);
});

test('a row that was created with other values is a conflict', async () => {
  const [importId, row] = [uuid(), validClient()];
  await resultsOf(api, reseller.actor, { importId, rows: importedRows(row) });
  const before = await counts(api);

  const [result] = await resultsOf(api, reseller.actor, {
    importId,
    rows: importedRows({ ...row, contactEmail: validClient().contactEmail }),
  });

  expect(result).toMatchObject({ status: 'FAILED', error: { code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY' } });
  expect(await counts(api)).toEqual(before);
});

test('the same call at the same time creates each client once', async () => {
  const [importId, rows] = [uuid(), importedRows(validClient(), validClient(), validClient())];
  const held = { sql: 'select 1 from audit_chain where chain_id = $1', values: [reseller.resellerId] };

  // The first waits for the tenant's audit chain, the others for the first.
  const answers = await whileHeld(api, held, 3, () =>
    Promise.all([1, 2, 3].map(() => resultsOf(api, reseller.actor, { importId, rows: rows.toReversed() }))),
  );

  const statuses = answers.flat().map(({ status }) => status);
  expect(statuses.filter((status) => status === 'CREATED')).toHaveLength(3);
  expect(statuses.filter((status) => status === 'EXISTED')).toHaveLength(6);
  expect(new Set(answers.flat().map(({ client }) => client?.id)).size).toBe(3);
});

test('an import and a single create of the same address make one client', async () => {
  const input = validClient();
  const held = { sql: 'select 1 from audit_chain where chain_id = $1', values: [reseller.resellerId] };

  const [results, single] = await whileHeld(api, held, 2, () =>
    Promise.all([resultsOf(api, reseller.actor, { rows: importedRows(input) }), create(api, reseller.actor, input)]),
  );

  expect([results[0]?.error?.reason, single.errors?.[0]?.extensions.reason].filter(Boolean)).toEqual(['CLIENT_EMAIL']);
  expect(await api.rows('select 1 from client_account where contact_email = $1', [input.contactEmail])).toHaveLength(1);
});
