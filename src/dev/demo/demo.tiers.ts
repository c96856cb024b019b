import { addDays, dayAt, daysBetween, type Day } from '../../core/text/day.ts';
import { AssignmentReason } from '../../partners/tiers/tier-assignment.entity.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { PartnershipType } from '../../tenants/partnership.type.ts';
import { GRACE_DAYS, WARNING_DAYS } from '../../tiers/evaluation/tier.decision.ts';
import { TierOutcome } from '../../tiers/evaluation/tier-evaluation.entity.ts';
import { TierMetric } from '../../tiers/tier.metrics.ts';
import { Chance } from './chance.ts';
import { created } from './demo.trail.ts';
import type { DemoAdmin, DemoWorld } from './demo.world.ts';

/** Its own, so that the other rows stay the same. */
const chance = new Chance(4);

interface Assigned {
  resellerId: string;
  tier: PartnerTier;
  at: Date;
  reason: AssignmentReason;
  by?: DemoAdmin;
  note?: string;
  pinnedUntil?: Day;
}

/** Ends the tier of a partner, and begins another one. */
export function beginTier({ rows, trail }: DemoWorld, assigned: Assigned): void {
  const { resellerId, tier, at, reason, by, note, pinnedUntil = null } = assigned;
  const open = rows.tier_assignment.findLast((row) => Reflect.get(row, 'resellerId') === resellerId);
  if (open) Reflect.set(open, 'toAt', at);
  const id = chance.idAt(at);
  const told = { tier, reason, pinnedUntil };
  const more = { fromAt: at, toAt: null, note: note ?? null, decidedBy: by?.id ?? null };
  rows.tier_assignment.push({ resellerId, id, ...told, ...more });
  if (!by) return;
  const on = { type: 'PartnerAccount', id: resellerId };
  trail.write({ at, by, action: 'partner.tier_changed', on, resellerId, changes: created(told) });
}

interface Account {
  id: string;
  tier: PartnerTier;
  isActive: boolean;
  partnershipType: PartnershipType;
  adminEmail: string;
}

/** Emails of owners. The other partner at risk is a gold reseller without clients. */
const AT_RISK = 'ines.benoit@vantage-strategies.example';
const PINNED = 'renee.washington@kompass-labs.example';

/** One partner at risk since this month, one since the month before, and a pinned one. */
export function addStandings(world: DemoWorld): void {
  const { rows, admins, now } = world;
  const accounts = rows.partner_account as Account[];
  const shown = (email: string) => accounts.find(({ adminEmail }) => adminEmail === email);
  const isIdle = ({ id, tier, isActive, partnershipType }: Account) =>
    tier === PartnerTier.GOLD &&
    isActive &&
    partnershipType === PartnershipType.RESELLER &&
    activeClients(world, id) < REQUIRED.GOLD;
  const thisMonth: Day = `${dayAt(now).slice(0, 7)}-01`;
  const lastMonth: Day = `${addDays(thisMonth, -1).slice(0, 7)}-01`;
  const [current, idle, pinned] = [shown(AT_RISK), accounts.find(isIdle), shown(PINNED)];
  if (current) putAtRisk(world, current, thisMonth);
  if (idle) putAtRisk(world, idle, lastMonth);
  const [by] = admins;
  if (!pinned || !by) return;
  const { id: resellerId, tier } = pinned;
  const at = new Date(now.getTime() - 60_000);
  const pinnedUntil = addDays(dayAt(now), 180);
  const note = 'We negotiate the terms of Gold first.';
  beginTier(world, { resellerId, tier, at, reason: AssignmentReason.MANUAL, by, note, pinnedUntil });
}

/** Active clients, as the first terms require them. */
const REQUIRED: Record<PartnerTier, number> = { SILVER: 0, GOLD: 10, PLATINUM: 50 };

const activeClients = ({ rows }: DemoWorld, resellerId: string): number =>
  rows.client_account.filter(
    (row) => Reflect.get(row, 'resellerId') === resellerId && Reflect.get(row, 'subscriptionStatus') === 'ACTIVE',
  ).length;

function putAtRisk(world: DemoWorld, { id: resellerId, tier }: Account, day: Day): void {
  const { rows, now } = world;
  const until = addDays(day, GRACE_DAYS);
  const at = new Date(Math.min(Date.parse(`${day}T03:00:00Z`), now.getTime()));
  const required = REQUIRED[tier];
  const value = Math.min(activeClients(world, resellerId), required - 1);
  const [metric, partnershipType] = [TierMetric.ACTIVE_CLIENTS, PartnershipType.RESELLER];
  rows.tier_evaluation.push({
    resellerId,
    id: chance.idAt(at),
    periodEnd: addDays(day, -1),
    tier,
    newTier: tier,
    outcome: TierOutcome.AT_RISK,
    values: [{ tier, partnershipType, metric, required, value, met: false }],
    graceUntil: until,
    createdAt: at,
  });
  const left = daysBetween(dayAt(now), until);
  const nextWarning = WARNING_DAYS.find((days) => days < left && days < GRACE_DAYS) ?? null;
  rows.tier_grace.push({ resellerId, id: chance.idAt(at), tier, beganOn: day, until, nextWarning, endedAt: null });
}
