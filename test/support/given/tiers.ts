import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { asPlatform } from '../../../src/core/database/tenancy.ts';
import { inTransaction } from '../../../src/core/database/transaction.ts';
import type { RoundWorker } from '../../../src/core/jobs/round.ts';
import { sendingJobs, type JobQueue } from '../../../src/core/jobs/job.queue.ts';
import { addDays, type Day } from '../../../src/core/text/day.ts';
import { evaluatePartner } from '../../../src/tiers/evaluation/evaluation.partner.ts';
import { warnPartner } from '../../../src/tiers/evaluation/warning.round.ts';
import { termsOn } from '../../../src/tiers/terms/tier-terms.service.ts';
import type { Actor, Answer, Api } from '../api.ts';
import { withoutTriggers } from '../database.changes.ts';
import { givenPartner } from './partners.ts';
import type { Samples } from './samples.types.ts';

/** Sends jobs, but works on none. */
const JOBS = { sending: sendingJobs } as unknown as JobQueue;

/** For rounds, run by the test itself. */
export const workerFor = (api: Api, logs: string[] = []): RoundWorker => ({
  orm: api.app.orm,
  jobs: JOBS,
  log: pino({ level: 'info' }, { write: (line: string) => void logs.push(line) }),
});

/** Evaluates a partner on a day, as the round does on the first of a month. */
export async function evaluate(api: Api, partnerId: string, day: Day): Promise<void> {
  const em = asPlatform(api.app.orm.em);
  await evaluatePartner(em, partnerId, { periodEnd: addDays(day, -1), day, terms: await termsOn(em, day), jobs: JOBS });
}

/** Warns a partner on a day, as the round does each day. */
export const warn = (api: Api, partnerId: string, day: Day): Promise<void> =>
  inTransaction(asPlatform(api.app.orm.em), (em) => warnPartner(em, JOBS, partnerId, day));

interface Clients {
  count: number;
  createdAt?: string;
  canceledAt?: string | null;
}

/** Adds clients by hand: ACTIVE, or CANCELED at a time. */
export const givenClients = (
  api: Api,
  resellerId: string,
  { count, createdAt = '2026-06-01T00:00:00Z', canceledAt = null }: Clients,
): Promise<unknown> =>
  withoutTriggers(
    api,
    `insert into client_account (id, reseller_id, company_name, contact_name, contact_email, subscription_tier, subscription_status,
       billing_owned_by_reseller, created_at, updated_at, canceled_at)
     select gen_random_uuid(), $1, 'Acme', 'Ada', gen_random_uuid() || '@acme.example', 'BASIC',
       case when $4::timestamptz is null then 'ACTIVE' else 'CANCELED' end, true, $3, $3, $4
     from generate_series(1, $2)`,
    [resellerId, count, createdAt, canceledAt],
  );

export const tierOf = async (api: Api, id: string): Promise<unknown> =>
  (await api.rows('select tier from partner_account where id = $1', [id]))[0]?.['tier'];

/** Valid terms of a later day. */
export const validTerms = (more: object = {}) => ({
  tier: 'GOLD',
  effectiveFrom: '2028-01-01',
  benefits: ['CLIENT_MANAGEMENT'],
  supportResponseHours: 12,
  wholesaleDiscountBps: 3000,
  minMarginBps: 500,
  commissionBps: 1500,
  commissionMonths: 12,
  commissionCaps: [{ amount: 500_000, currency: 'EUR' }],
  holdDays: 30,
  requirements: [{ partnershipType: 'RESELLER', metric: 'ACTIVE_CLIENTS', atLeast: 12 }],
  ...more,
});

export const publish = (
  api: Api,
  actor: Actor | undefined,
  input: object,
): Promise<Answer<{ publishTierTerms: { id: string; effectiveFrom: string } }>> =>
  api.ask(actor, 'mutation ($input: TierTermsInput!) { publishTierTerms(input: $input) { id effectiveFrom } }', {
    input,
  });

const taken = new WeakMap<Api, number>();

/** A day that no other terms of the database have. */
export function freeDay(api: Api): Day {
  const count = taken.get(api) ?? 0;
  taken.set(api, count + 1);
  return addDays('2028-02-01', count);
}

export async function givenTerms(api: Api, more: object = {}): Promise<string> {
  const { data, errors } = await publish(api, api.admin, validTerms({ effectiveFrom: freeDay(api), ...more }));
  if (!data) throw new Error(`The terms could not be published: ${JSON.stringify(errors)}`);
  return data.publishTierTerms.id;
}

export const assign = (
  api: Api,
  actor: Actor | undefined,
  variables: { id: string; tier: string; note?: string; pinnedUntil?: string; expectedVersion?: number },
): Promise<Answer<{ assignTier: { tier: string; version: number } }>> =>
  api.ask(
    actor,
    `mutation ($id: ID!, $tier: PartnerTier!, $note: String!, $pinnedUntil: Date, $expectedVersion: Int) {
      assignTier(id: $id, tier: $tier, note: $note, pinnedUntil: $pinnedUntil, expectedVersion: $expectedVersion) {
        tier version
      }
    }`,
    { note: 'Agreed in the review.', ...variables },
  );

/** Runs `work` while the terms of a tier bring other benefits, as later terms may. */
export async function whileBenefits<Result>(
  api: Api,
  { tier, benefits }: { tier: string; benefits: readonly string[] },
  work: () => Promise<Result>,
): Promise<Result> {
  const [before] = await api.rows('select benefits from tier_terms where tier = $1 and effective_from <= now()', [
    tier,
  ]);
  const set = (to: unknown) =>
    withoutTriggers(api, 'update tier_terms set benefits = $2 where tier = $1 and effective_from <= now()', [tier, to]);
  await set(benefits);
  try {
    return await work();
  } finally {
    await set(before?.['benefits']);
  }
}

/** At risk since the first evaluation. */
async function givenAtRisk(api: Api, resellerId: string): Promise<void> {
  await api.rows(
    `insert into tier_evaluation (reseller_id, id, period_end, tier, new_tier, outcome, values, grace_until, created_at)
     select $1, $2, coalesce(max(period_end), '2026-10-31') + 31, 'GOLD', 'GOLD', 'AT_RISK', '[]', '2027-03-01', now()
     from tier_evaluation where reseller_id = $1`,
    [resellerId, uuid()],
  );
  await api.rows(
    `insert into tier_grace (reseller_id, id, tier, began_on, until, next_warning)
     values ($1, $2, 'GOLD', '2026-12-01', '2027-03-01', 60) on conflict do nothing`,
    [resellerId, uuid()],
  );
}

export const tierSamples: Samples = {
  row: async (api, { resellerId }) => {
    await givenTerms(api);
    await assign(api, api.admin, { id: resellerId, tier: 'GOLD' });
    await givenAtRisk(api, resellerId);
  },
  variables: {
    PublishTierTerms: async (api) => ({ input: validTerms({ effectiveFrom: freeDay(api) }) }),
    WithdrawTierTerms: async (api) => ({ id: await givenTerms(api) }),
    AssignTier: async (_api, { resellerId }) => ({ id: resellerId }),
    ListTierAssignments: async (_api, { resellerId }) => ({ id: resellerId }),
    ListTierEvaluations: async (_api, { resellerId }) => ({ id: resellerId }),
    PartnerTierStanding: async (_api, { resellerId }) => ({ id: resellerId }),
  },
  changes: {
    assignTier: {
      given: async (api) => ({ id: (await givenPartner(api, { tier: 'GOLD' })).resellerId, version: 2 }),
      with: 'tier: PLATINUM, note: "Agreed."',
      by: 'admin',
    },
  },
};
