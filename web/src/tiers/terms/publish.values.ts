import { Benefit, PartnershipType, TierMetric, type PartnerTier } from '../../generated/enums.ts';
import type { TierTermsInput } from '../../generated/tiers/graphql.ts';
import { oneOf } from '../../shared/data/search.ts';
import { linesOf } from '../../shared/forms/lines.ts';
import { addDays, isPercent, todayInUtc, type Requirement, type Terms } from '../tier.values.ts';

/** As typed. Lists are one text each, so that a draft compares and keeps them. */
export type PublishValues = Record<
  | 'effectiveFrom'
  | 'benefits'
  | 'supportResponseHours'
  | 'wholesaleDiscountBps'
  | 'minMarginBps'
  | 'commissionBps'
  | 'commissionMonths'
  | 'commissionCaps'
  | 'holdDays'
  | 'requirements',
  string
>;

const FIRST: Omit<Terms, 'id' | 'tier' | 'effectiveFrom' | 'createdAt'> = {
  benefits: [],
  supportResponseHours: null,
  wholesaleDiscountBps: 0,
  minMarginBps: 0,
  commissionBps: 0,
  commissionMonths: 12,
  commissionCaps: [],
  holdDays: 30,
  requirements: [],
};

const percentOf = (bps: number): string => String(bps / 100);
const bpsOf = (percent: string): number => Math.round(Number(percent.replace(',', '.')) * 100);

/** Starts with the version that the new one replaces. */
export function valuesOf(terms: Terms | undefined): PublishValues {
  const from = terms ?? FIRST;
  return {
    effectiveFrom: firstOfNextMonth(),
    benefits: from.benefits.join(' '),
    supportResponseHours: from.supportResponseHours == null ? '' : String(from.supportResponseHours),
    wholesaleDiscountBps: percentOf(from.wholesaleDiscountBps),
    minMarginBps: percentOf(from.minMarginBps),
    commissionBps: percentOf(from.commissionBps),
    commissionMonths: String(from.commissionMonths),
    commissionCaps: from.commissionCaps
      .map(({ amount, currency }) => `${currency} ${amount / unitsOf(currency)}`)
      .join('\n'),
    holdDays: String(from.holdDays),
    requirements: textOf(from.requirements),
  };
}

export function firstOfNextMonth(): string {
  const today = todayInUtc();
  return `${addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}

/** 100 for EUR, 1 for JPY. Unknown codes are left to the API. */
function unitsOf(currency: string): number {
  try {
    const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions();
    return 10 ** maximumFractionDigits;
  } catch {
    return 100;
  }
}

export function inputOf(tier: PartnerTier, values: PublishValues): TierTermsInput {
  return {
    tier,
    effectiveFrom: values.effectiveFrom,
    benefits: benefitsIn(values.benefits),
    supportResponseHours: values.supportResponseHours.trim() === '' ? null : Number(values.supportResponseHours),
    wholesaleDiscountBps: bpsOf(values.wholesaleDiscountBps),
    minMarginBps: bpsOf(values.minMarginBps),
    commissionBps: bpsOf(values.commissionBps),
    commissionMonths: Number(values.commissionMonths),
    commissionCaps: linesOf(values.commissionCaps).map(capIn),
    holdDays: Number(values.holdDays),
    requirements: requirementsIn(values.requirements),
  };
}

/** `EUR 5000.00` */
export const CAP = /^([A-Za-z]{3})\s+(\d+(?:[.,]\d{1,3})?)$/;

function capIn(line: string) {
  const [, code = '', amount = ''] = CAP.exec(line) ?? [];
  const currency = code.toUpperCase();
  return { currency, amount: Math.round(Number(amount.replace(',', '.')) * unitsOf(currency)) };
}

export const benefitsIn = (text: string): Benefit[] => text.split(' ').flatMap((each) => oneOf(Benefit, each) ?? []);

/** One a line: `RESELLER ACTIVE_CLIENTS 10`. */
export const textOf = (requirements: readonly Requirement[]): string =>
  requirements.map(({ partnershipType, metric, atLeast }) => `${partnershipType} ${metric} ${atLeast}`).join('\n');

export const requirementsIn = (text: string): Requirement[] =>
  linesOf(text).flatMap((line) => {
    const [type, metric, atLeast] = line.split(' ');
    const partnershipType = oneOf(PartnershipType, type);
    const known = oneOf(TierMetric, metric);
    return partnershipType && known ? [{ partnershipType, metric: known, atLeast: Number(atLeast) }] : [];
  });

/** As typed: percent for shares, otherwise the number. */
export const shownAtLeast = ({ metric, atLeast }: Requirement): string =>
  isPercent(metric) ? percentOf(atLeast) : String(atLeast);

export const atLeastOf = (metric: TierMetric, typed: string): number =>
  isPercent(metric) ? bpsOf(typed) : Math.round(Number(typed));
