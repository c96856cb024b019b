import { ApplicationStatus } from '../../../applications/application.enums.ts';
import { Chance, type Weighted } from '../chance.ts';
import { MESSAGES, NOTES } from './sample.review.texts.ts';

/** A step in the history. */
export interface SampleStep {
  from: ApplicationStatus;
  to: ApplicationStatus;
  changedBy: string;
  message: string | null;
  changedAt: Date;
  /** Whether the applicant withdrew the application. */
  withdrawn: boolean;
}

interface SampleNote {
  authorName: string;
  note: string;
  createdAt: Date;
}

/** The history of an application so far, consistent with the rules of the API. */
export interface SampleReview {
  status: ApplicationStatus;
  version: number;
  decidedAt: Date | null;
  withdrawnAt: Date | null;
  updatedAt: Date;
  /** Oldest first. */
  history: SampleStep[];
  /** Oldest first. */
  notes: SampleNote[];
}

interface ReviewOptions {
  createdAt: Date;
  /** Nothing happens after this time. */
  now: Date;
  /** Names of the reviewing admins. */
  admins: readonly string[];
  applicant: string;
  /** Final number of notes. */
  notes: (chance: Chance) => number;
}

const { PENDING, REVIEWING, APPROVED, REJECTED } = ApplicationStatus;
const HOUR_MS = 60 * 60 * 1_000;
export const DAY_MS = 24 * HOUR_MS;

/** The possible courses of a review. */
const WAYS: readonly Weighted<readonly ApplicationStatus[]>[] = [
  [[REVIEWING, APPROVED], 46],
  [[REVIEWING, REJECTED], 27],
  [[APPROVED], 7],
  [[REJECTED], 8],
  [[REVIEWING, PENDING, REVIEWING, APPROVED], 3],
  [[REVIEWING, REJECTED, REVIEWING, APPROVED], 2],
  [[REVIEWING], 4],
  [[], 3],
];

/** How often a step includes a message to the applicant. */
const TOLD: Record<ApplicationStatus, number> = { PENDING: 0.8, REVIEWING: 0.15, APPROVED: 0.6, REJECTED: 0.8 };

/** Returns a plausible review, always the same for an index, up to `now`. */
export function sampleReview(index: number, { createdAt, now, admins, applicant, notes }: ReviewOptions): SampleReview {
  const chance = new Chance(-index - 2);
  // A separate source, so that it does not change the other values.
  const isWithdrawn = new Chance(-index - 1_000_000_002).is(0.15);
  const way = chance.weighted(WAYS);
  const history: SampleStep[] = [];
  let status: ApplicationStatus = PENDING;
  let moment = createdAt;
  for (const to of way) {
    moment = workingTime(
      chance,
      moment.getTime() + (0.1 + chance.next() * (to === REVIEWING ? 3 : 8)) * DAY_MS,
      moment,
    );
    if (moment > now) break;
    const message = chance.is(TOLD[to]) ? chance.one(MESSAGES[to]) : null;
    const step = { from: status, to, changedBy: chance.one(admins), message, changedAt: moment, withdrawn: false };
    const withdrawal = { ...step, changedBy: applicant, message: null, withdrawn: true };
    history.push(isWithdrawn && to === REJECTED ? withdrawal : step);
    status = to;
  }
  const last = history.at(-1);
  const updatedAt = last?.changedAt ?? createdAt;
  return {
    status,
    version: 1 + history.length,
    decidedAt: (status === APPROVED || status === REJECTED) && !last?.withdrawn ? updatedAt : null,
    withdrawnAt: last?.withdrawn ? updatedAt : null,
    updatedAt,
    history,
    notes: sampleNotes(chance, { createdAt, now, admins, notes }),
  };
}

function sampleNotes(
  chance: Chance,
  { createdAt, now, admins, notes }: Omit<ReviewOptions, 'applicant'>,
): SampleNote[] {
  return chance
    .some(NOTES, notes(chance))
    .map((note) => ({
      authorName: chance.one(admins),
      note,
      createdAt: workingTime(chance, createdAt.getTime() + (0.1 + chance.next() * 9) * DAY_MS, createdAt),
    }))
    .filter((note) => note.createdAt <= now)
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

/** Hours of the day in UTC, with their weights. */
const HOURS: readonly Weighted<number>[] = [
  [6, 2],
  [7, 6],
  [8, 11],
  [9, 13],
  [10, 12],
  [11, 8],
  [12, 9],
  [13, 12],
  [14, 12],
  [15, 9],
  [16, 4],
  [17, 2],
];

/**
 * Returns a time on the working day of `near` (milliseconds since 1970), or the Monday after; rarely on a weekend.
 * Always later than `after`, if given.
 */
export function workingTime(chance: Chance, near: number, after = new Date(0)): Date {
  const weekday = new Date(near).getUTCDay();
  const daysToMonday = (weekday === 6 && 2) || (weekday === 0 && 1) || 0;
  const day = Math.floor(near / DAY_MS) + (chance.is(0.93) ? daysToMonday : 0);
  const moment = day * DAY_MS + chance.weighted(HOURS) * HOUR_MS + chance.between(0, HOUR_MS - 1);
  return new Date(moment > after.getTime() ? moment : Math.max(near, after.getTime() + chance.between(1, HOUR_MS)));
}
