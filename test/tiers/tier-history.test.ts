import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { migrationsList } from '../../src/migrations/migrations.list.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { emptyDatabase, type TestDatabase } from '../support/database.ts';

const FIRST = '20261206-40-tiers';

let database: TestDatabase;

const KNOWN = '00000000-0000-4000-8000-000000000001';
const SILENT = '00000000-0000-4000-8000-000000000002';
const ADMIN = '00000000-0000-4000-8000-000000000003';

/** An event of the audit log, as it was before. */
const event = (chain: string, target: string, at: string, action: string, changes: object) =>
  withoutTriggers(
    database,
    `insert into audit_event (id, reseller_id, chain_id, sequence, transaction_id, occurred_at, action, actor_email, actor_id, actor_role,
       credential, target_type, target_id, changes, hash)
     select gen_random_uuid(), $1, $1, coalesce(max(sequence), 0) + 1, '1', $3, $4, 'ada@reachgenie.example', $5, 'ADMIN', 'session:1:1',
       'PartnerAccount', $2, $6, '' from audit_event where chain_id = $1`,
    [chain, target, at, action, ADMIN, JSON.stringify(changes)],
  );

beforeAll(async () => {
  database = await emptyDatabase();
  await migrate({ ...database, migrations: migrationsList.filter(({ name }) => name < FIRST) });
  await withoutTriggers(
    database,
    `insert into user_account (id, email, name, role, admin_roles, is_active, created_at, updated_at)
     values ($1, 'ada@reachgenie.example', 'Ada Admin', 'ADMIN', '{ALL}', true, now(), now())`,
    [ADMIN],
  );
  for (const id of [KNOWN, SILENT]) {
    await withoutTriggers(
      database,
      `insert into partner_account (id, partner_id, company_name, admin_email, partnership_type, tier, client_management_enabled, created_at,
         updated_at)
       values ($1, gen_random_uuid(), 'Acme', 'a@acme.example', 'RESELLER', 'PLATINUM', true, '2026-01-01', now())`,
      [id],
    );
  }
  const tier = (from: string, to: string) => ({ tier: { from, to } });
  await event(KNOWN, KNOWN, '2026-02-01', 'partner.updated', tier('SILVER', 'GOLD'));
  await event(KNOWN, KNOWN, '2026-02-15', 'partner.updated', { isActive: { from: true, to: false } });
  await event(KNOWN, KNOWN, '2026-03-01', 'partner.updated', tier('GOLD', 'PLATINUM'));
  await event(SILENT, SILENT, '2026-02-01', 'partner.updated', tier('SILVER', 'GOLD'));
  await withoutTriggers(
    database,
    `insert into client_account (id, reseller_id, company_name, contact_name, contact_email, subscription_tier, subscription_status,
       billing_owned_by_reseller, created_at, updated_at)
     select ('00000000-0000-4000-9000-00000000000' || number)::uuid, $1, 'Acme', 'Ada', number || '@acme.example', 'BASIC', status, true,
       '2026-01-01', '2026-06-01'
     from (values (1, 'CANCELED'), (2, 'CANCELED'), (3, 'ACTIVE')) as client (number, status)`,
    [KNOWN],
  );
  const status = { subscriptionStatus: { from: 'ACTIVE', to: 'CANCELED' } };
  await event(KNOWN, '00000000-0000-4000-9000-000000000001', '2026-04-01', 'client.subscription_changed', status);
  await migrate({ ...database, migrations: migrationsList });
}, 60_000);
afterAll(() => database.close());

const history = (id: string) =>
  database.rows(
    `select tier, reason, from_at::date::text as since, to_at::date::text as until, decided_by from tier_assignment
     where reseller_id = $1 order by from_at`,
    [id],
  );

test('the audit log tells the history of a tier', async () => {
  const manual = { reason: 'MANUAL', decided_by: ADMIN };

  expect(await history(KNOWN)).toEqual([
    { tier: 'SILVER', reason: 'INITIAL', since: '2026-01-01', until: '2026-02-01', decided_by: null },
    { tier: 'GOLD', ...manual, since: '2026-02-01', until: '2026-03-01' },
    { tier: 'PLATINUM', ...manual, since: '2026-03-01', until: null },
  ]);
});

test('without a history, the tier is that of the beginning', async () => {
  expect(await history(SILENT)).toEqual([
    { tier: 'PLATINUM', reason: 'INITIAL', since: '2026-01-01', until: null, decided_by: null },
  ]);
});

test('canceled clients get the time of the audit log, or of their last change', async () => {
  const clients = await database.rows(
    'select canceled_at::date::text as at from client_account where reseller_id = $1 order by id',
    [KNOWN],
  );

  expect(clients).toEqual([{ at: '2026-04-01' }, { at: '2026-06-01' }, { at: null }]);
});
