import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { invalidInput } from '../../core/context/domain.error.ts';
import type { Caller, RequestContext } from '../../core/context/request.context.ts';
import { databaseTime } from '../../core/database/database.clock.ts';
import { lockForChange } from '../../core/database/entity.lookup.ts';
import { hasId, readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { addDays, dayAt, type Day } from '../../core/text/day.ts';
import { PartnerAccount, type PartnerTier } from '../../tenants/partner-account.entity.ts';
import { AssignmentReason, TierAssignment } from './tier-assignment.entity.ts';
import type { AssignTierArgs, TierAssignmentsArgs } from './tier-assignment.inputs.ts';

/** Days. */
const FARTHEST = 5 * 365;

/** Latest first. */
export const listAssignments = (
  { reader }: RequestContext,
  { id, ...args }: TierAssignmentsArgs,
): Promise<Page<TierAssignment>> =>
  readPage(
    reader,
    { entity: TierAssignment, where: [hasId('reseller_id', id)], sortBy: 'from' },
    { ...args, sortOrder: SortOrder.DESC },
  );

/** Throws NOT_FOUND, BAD_USER_INPUT, or CONFLICT (STALE_VERSION). */
export function assignTier(
  ctx: RequestContext,
  { id, tier, note, pinnedUntil = null, expectedVersion }: AssignTierArgs,
): Promise<PartnerAccount> {
  return inAuditedTransaction(ctx, TIER_ACTIONS, async (em) => {
    const account = await lockForChange(em, PartnerAccount, id, expectedVersion);
    const now = await databaseTime(em);
    requirePinAhead(pinnedUntil, dayAt(now));
    await moveToTier(em, account, { tier, reason: AssignmentReason.MANUAL, by: ctx.caller, note, pinnedUntil });
    return account;
  });
}

function requirePinAhead(pinnedUntil: Day | null, today: Day): void {
  if (pinnedUntil === null) return;
  const path = 'pinnedUntil';
  if (pinnedUntil < today) throw invalidInput([{ path, rule: 'FUTURE', message: 'must be today or later, in UTC' }]);
  if (pinnedUntil > addDays(today, FARTHEST))
    throw invalidInput([{ path, rule: 'DAYS_AHEAD', message: 'must be within 5 years' }]);
}

/** For transactions that move partners to tiers. */
export const TIER_ACTIONS = { PartnerAccount: 'partner.updated', TierAssignment: 'partner.tier_changed' } as const;

interface Move {
  tier: PartnerTier;
  reason: AssignmentReason;
  /** The admin. Undefined if no admin decided it. */
  by: Pick<Caller, 'userId'> | undefined;
  note?: string;
  pinnedUntil?: Day | null;
}

/** Ends the partner's assignment, and begins another one. The account must be locked, and the actions TIER_ACTIONS. */
export async function moveToTier(
  em: EntityManager,
  account: PartnerAccount,
  { tier, reason, by, note, pinnedUntil = null }: Move,
): Promise<void> {
  // The times of one transaction differ, and those of two clocks too: an assignment never ends before it began.
  const { rows } = await sql<{ at: string }>`update tier_assignment set to_at = greatest(clock_timestamp(), from_at)
    where reseller_id = ${account.id} and to_at is null returning to_at as at`.execute(em.getKysely());
  const [ended] = rows;
  em.create(TierAssignment, {
    resellerId: account.id,
    tier,
    reason,
    note: note ?? null,
    decidedById: by?.userId ?? null,
    pinnedUntil,
    ...(ended ? { from: new Date(ended.at) } : {}),
  });
  // Before the account's change, whose trigger looks for the assignment.
  await em.flush();
  account.tier = tier;
}
