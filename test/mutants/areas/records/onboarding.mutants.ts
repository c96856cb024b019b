import { inFile, type Mutant } from '../../mutant.ts';

const COPIED = 'test/onboarding/client-onboarding.test.ts';
const PLAN = 'test/onboarding/save-onboarding-plan.test.ts';
const STEP = 'test/onboarding/set-onboarding-step.test.ts';
const OVERDUE = 'test/onboarding/overdue-onboarding.test.ts';
const IMPORT = 'test/clients/import-client-accounts.test.ts';
const AGAIN = 'test/clients/import-client-accounts-again.test.ts';
const TABLES = 'test/security/tenants/tenant-tables.test.ts';
const OF_TENANT = "using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid)";

export const onboarding: Mutant[] = [
  ...inFile(
    'src/migrations/versions/20261205-40-onboarding.ts',
    [TABLES],
    [
      ...['onboarding_plan', 'onboarding_step'].map((table): [string, string, string] => [
        `C7: PostgreSQL shows a tenant its own rows of ${table} only.`,
        `${table}_tenant_policy on ${table} to reachgenie_tenant\n    ${OF_TENANT}`,
        `${table}_tenant_policy on ${table} to reachgenie_tenant\n    using (true)`,
      ]),
      [
        'A tenant’s role changes no title of a step.',
        'grant select, update (done_at, done_by, updated_at) on onboarding_step',
        'grant select, update on onboarding_step',
        STEP,
      ],
      [
        'A changed step needs an audit event.',
        'create constraint trigger audited after update on onboarding_step',
        'create constraint trigger audited after delete on onboarding_step',
        STEP,
      ],
    ],
  ),
  ...inFile(
    'src/onboarding/onboarding.consumer.ts',
    [COPIED],
    [
      ['C1: A client gets the plan of its own reseller.', 'as plan using (reseller_id)', 'as plan on true'],
      ['A step is due by the day in UTC.', "at time zone 'UTC')::date", "at time zone 'Asia/Tokyo')::date"],
    ],
  ),
  ...inFile(
    'src/onboarding/onboarding-plan.service.ts',
    [PLAN],
    [
      [
        'A stale version of a plan is refused.',
        'requireVersion(plan ?? { version: 0 }, expectedVersion);',
        'if (plan) requireVersion(plan, plan.version);',
      ],
      ['A key occurs once in a plan.', 'if (keys.has(chosen)) {', 'if (chosen === null) {'],
      ['The second first plan is a conflict.', 'await flushUnlessTaken(em, staleVersion());', 'await em.flush();'],
    ],
  ),
  ...inFile(
    'src/onboarding/onboarding-step.entity.ts',
    [STEP],
    [['A step that is done stays as it was done.', 'if (isDone === (this.doneAt != null)) return;', '']],
  ),
  ...inFile(
    'src/onboarding/onboarding.conditions.ts',
    [OVERDUE],
    [
      ['The onboarding of a canceled client is over.', 'sql.lit(SubscriptionStatus.CANCELED)', "sql.lit('none')"],
      ['A done step is not overdue.', '(done_at is null and due_on <', '(true and due_on <'],
    ],
  ),
  ...inFile(
    'src/clients/import/client-import.rows.ts',
    [IMPORT],
    [
      ['A row is checked as an input of its own.', 'const error = problemOf(input);', 'const error = undefined;'],
      ['A mailbox occurs once in a call.', 'if (taken.has(checked.mailbox))', 'if (taken.has(row.key))'],
    ],
  ),
  ...inFile(
    'src/clients/import/client-import.service.ts',
    [IMPORT, AGAIN],
    [
      [
        'A dry run writes nothing.',
        '(isDryRun ? tryOut(em, valid)',
        '(isDryRun && rows.length < 0 ? tryOut(em, valid)',
      ],
      ['C1: An import belongs to its caller.', 'caller: keyOwnerOf(ctx),', "caller: 'anyone',"],
      ['A key belongs to its import.', 'key: JSON.stringify([importId, key]),', 'key: JSON.stringify([key]),'],
    ],
  ),
  ...inFile(
    'src/core/idempotency/idempotency.batch.ts',
    [AGAIN],
    [
      [
        'A stored answer of an import expires after 24 hours.',
        "where key_hash = any(${hashes}) and created_at >= now() - interval '24 hours'`",
        'where key_hash = any(${hashes})`',
      ],
      [
        'Another input for a key of an import is a conflict.',
        'row.input_hash === inputHashOf(scope)',
        'row.input_hash !== ""',
      ],
    ],
  ),
  ...inFile(
    'src/audit/audit.recorder.ts',
    [IMPORT],
    [['Only inserted rows have an audit event.', '    .filter(({ id }) => inserted.has(id))\n', '']],
  ),
];
