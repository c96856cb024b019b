import { Benefit, PartnerTier, TierMetric } from '../generated/enums.ts';
import type { StandingPartsFragment, TermsPartsFragment } from '../generated/tiers/graphql.ts';

export type Standing = StandingPartsFragment;
export type StandingValue = Standing['values'][number];
export type Terms = TermsPartsFragment;
export type Requirement = Terms['requirements'][number];

/** From the lowest to the highest. */
export const TIERS = [PartnerTier.Silver, PartnerTier.Gold, PartnerTier.Platinum] as const;

/** In the order in which tiers bring them. */
export const BENEFITS = [
  Benefit.ClientManagement,
  Benefit.EnhancedClientManagement,
  Benefit.PrioritySupport,
  Benefit.BasicWhiteLabel,
  Benefit.FullWhiteLabel,
  Benefit.CoMarketing,
  Benefit.JointEvents,
  Benefit.PartnerManager,
  Benefit.TechnicalAccountManager,
  Benefit.StrategicPlanning,
  Benefit.AdvancedTraining,
  Benefit.EarlyAccess,
  Benefit.CustomIntegration,
] as const;

/** The tier below. Undefined for the lowest. */
export const below = (tier: PartnerTier): PartnerTier | undefined => TIERS[TIERS.indexOf(tier) - 1];

const DAY_MS = 86_400_000;

/** The day in UTC, in which terms begin and reviews are done. */
export const todayInUtc = (): string => new Date().toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from today until a day. Negative if it is over. */
export const daysUntil = (day: string): number => (Date.parse(day) - Date.parse(todayInUtc())) / DAY_MS;

const PERCENT: readonly TierMetric[] = [TierMetric.ClientRetention_12Months];

export const isPercent = (metric: TierMetric): boolean => PERCENT.includes(metric);

/** Basis points, of which 100 are a percent. */
export const WHOLE_BPS = 10_000;
