import { ApplicationStatus } from '../../generated/enums.ts';
import type { PeriodFiguresFragment } from '../../generated/admin/graphql.ts';

const { Reviewing, Approved, Rejected } = ApplicationStatus;

export const countOf = ({ byStatus }: PeriodFiguresFragment, status: ApplicationStatus): number =>
  byStatus.find((each) => each.status === status)?.count ?? 0;

/** Each step includes the next. Withdrawn applications count only as submitted. */
export function funnelOf(figures: PeriodFiguresFragment) {
  const approved = countOf(figures, Approved);
  const decided = approved + countOf(figures, Rejected);
  return [
    { step: 'submitted', count: figures.total, status: undefined },
    { step: 'reviewed', count: decided + countOf(figures, Reviewing), status: 'REVIEWED' },
    { step: 'decided', count: decided, status: 'DECIDED' },
    { step: 'approved', count: approved, status: Approved },
  ] as const;
}

/** The change to the period before. `isGood` decides the color; undefined is neither. */
export interface Change {
  by: number;
  /** A share of the figure before, percentage points, or days. */
  unit: 'share' | 'points' | 'days';
  isGood?: boolean | undefined;
}

/** A change as a share of the figure before. Undefined if there was nothing before. */
export function shareOf(now: number, before: number, more: 'good' | 'neither'): Change | undefined {
  if (before === 0) return undefined;
  const by = now / before - 1;
  return { by, unit: 'share', ...(more === 'good' && by !== 0 ? { isGood: by > 0 } : {}) };
}

type Maybe = number | null | undefined;

export function pointsOf(now: Maybe, before: Maybe): Change | undefined {
  if (now == null || before == null) return undefined;
  const by = Math.round(100 * now) - Math.round(100 * before);
  return { by, unit: 'points', ...(by === 0 ? {} : { isGood: by > 0 }) };
}

/** Faster is good. Takes hours. */
export function daysOf(now: Maybe, before: Maybe): Change | undefined {
  if (now == null || before == null) return undefined;
  const by = (Math.round((10 * now) / 24) - Math.round((10 * before) / 24)) / 10;
  return { by, unit: 'days', ...(by === 0 ? {} : { isGood: by < 0 }) };
}
