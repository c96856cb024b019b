import { inFile, type Mutant } from '../../mutant.ts';

const BENEFITS = 'test/tiers/benefits.test.ts';
const CLIENTS = 'test/tiers/client-management.test.ts';
const PUBLISH = 'test/tiers/publish-tier-terms.test.ts';
const WITHDRAW = 'test/tiers/withdraw-tier-terms.test.ts';
const ASSIGN = 'test/tiers/assign-tier.test.ts';
const DECISION = 'test/tiers/tier-decision.test.ts';
const EVALUATION = 'test/tiers/evaluation.test.ts';
const ROUNDS = 'test/tiers/rounds.test.ts';
const TABLES = 'test/security/tenants/tenant-tables.test.ts';
const OF_TENANT = "using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid)";

export const tiers: Mutant[] = [
  ...inFile(
    'src/migrations/versions/20261206-40-tiers.ts',
    [PUBLISH],
    [
      ...['tier_assignment', 'tier_grace'].map((table): [string, string, string, string] => [
        `C7: PostgreSQL shows a tenant its own rows of ${table} only.`,
        `${table}_tenant_policy on ${table} to reachgenie_tenant\n    ${OF_TENANT}`,
        `${table}_tenant_policy on ${table} to reachgenie_tenant\n    using (true)`,
        TABLES,
      ]),
      [
        'Terms that have begun never change.',
        "elsif tg_op = 'DELETE' and old.effective_from > today then",
        "elsif tg_op = 'DELETE' then",
      ],
      [
        'The open assignment has the tier of the account.',
        'where account.id = partner and assignment.tier = account.tier;',
        'where account.id = partner;',
        ASSIGN,
      ],
      [
        'A change of the tier ends the claims about clients.',
        "if tier_has_benefit(old.tier, 'CLIENT_MANAGEMENT') <> tier_has_benefit(new.tier, 'CLIENT_MANAGEMENT') then",
        'if false then',
        CLIENTS,
      ],
      [
        'The management of clients needs the benefit.',
        "and public.tier_has_benefit(partner_account.tier, 'CLIENT_MANAGEMENT')",
        '',
        CLIENTS,
      ],
      [
        'An assignment ends the grace.',
        'update tier_grace set ended_at = now() where reseller_id = new.reseller_id',
        'update tier_grace set ended_at = now() where false',
        EVALUATION,
      ],
    ],
  ),
  ...inFile(
    'src/tiers/terms/tier-terms.service.ts',
    [PUBLISH],
    [
      ['Terms begin tomorrow or later.', 'if (effectiveFrom <= today) add(', 'if (effectiveFrom < today) add('],
      ['Only measured metrics can be required.', '!isMeasured(metric)', 'metric.length === 0'],
      [
        'Terms that have begun are not withdrawn.',
        'if (terms.effectiveFrom <= (await todayIn(em))) {',
        'if (terms.effectiveFrom <= "") {',
        WITHDRAW,
      ],
    ],
  ),
  ...inFile(
    'src/tiers/benefit.gate.ts',
    [BENEFITS],
    [['A benefit needs its tier.', 'if (gate?.isOpen) return;', 'if (gate) return;']],
  ),
  ...inFile(
    'src/clients/client-account.service.ts',
    [BENEFITS],
    [
      [
        'Several clients at once need the benefit.',
        '  await requireBenefit(ctx.em, Benefit.ENHANCED_CLIENT_MANAGEMENT);\n',
        '',
      ],
    ],
  ),
  ...inFile(
    'src/clients/import/client-import.service.ts',
    [BENEFITS],
    [['An import needs the benefit.', '  await requireBenefit(ctx.em, Benefit.ENHANCED_CLIENT_MANAGEMENT);\n', '']],
  ),
  ...inFile(
    'src/access/client-access.introspection.ts',
    [CLIENTS],
    [
      [
        'Client access ends with the benefit.',
        'partner.is_active and manages_clients(partner.id)',
        'partner.is_active and partner.client_management_enabled',
      ],
    ],
  ),
  ...inFile(
    'src/tiers/evaluation/tier.decision.ts',
    [DECISION],
    [
      ['A demotion needs all warnings.', 'grace.nextWarning === null && day >= grace.until', 'day >= grace.until'],
      ['A demotion needs 90 days.', 'grace.nextWarning === null && day >= grace.until', 'grace.nextWarning === null'],
      ['A late warning moves the end.', 'until: addDays(day, days), nextWarning', 'until, nextWarning'],
      ['A missing value earns no tier.', 'met === true);', 'met !== false);'],
      ['A missing value costs no tier.', 'some(({ met }) => met === false);', 'some(({ met }) => met !== true);'],
    ],
  ),
  ...inFile(
    'src/tiers/evaluation/evaluation.partner.ts',
    [EVALUATION],
    [
      [
        'A partner is evaluated once for a period.',
        'and period_end = ${periodEnd}::date)`.execute',
        'and period_end < ${periodEnd}::date)`.execute',
      ],
      ['A pinned partner is left out.', 'and ${isEvaluatedOn(day)}', ''],
    ],
  ),
  ...inFile(
    'src/core/jobs/round.ts',
    [ROUNDS],
    [
      ['One worker does a round.', "and coalesce(claimed_until, '-infinity') < now() and not", 'and not'],
      [
        'Rounds wait while outbound work is paused.',
        '< now() and not ${outboundIsPaused} for update',
        '< now() for update',
      ],
    ],
  ),
  ...inFile(
    'src/tiers/evaluation/evaluation.round.ts',
    [ROUNDS],
    [['An evaluation is mailed once.', 'jobs: isRepeated ? undefined : jobs', 'jobs']],
  ),
];
