import DataLoader from 'dataloader';
import type { RawBuilder } from 'kysely';
import { invalidInput } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readRows } from '../../core/database/transaction.ts';
import type { SubmittedRange } from '../counters/application.count.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from '../application.enums.ts';
import {
  DIMENSIONS,
  decidedQuery,
  industriesQuery,
  medianQuery,
  overTimeQuery,
  statisticsQuery,
  withdrawnQuery,
  type CountRow,
  type Dimension,
  type OverTime,
} from './statistics.queries.ts';
import { timeZoneOf } from './time.zone.ts';

/** Four years of days. */
const MAX_PERIODS = 1_500;

/** PostgreSQL's code for an unknown time zone, because its list may be older than ours. */
const INVALID_PARAMETER = '22023';

/** Counts by a dimension, or in total, or the value of a query. */
type Part = { by: Dimension | undefined } | Value;

interface Value {
  /** Identifies the query, so that it is read once. */
  key: string;
  query: () => RawBuilder<unknown>;
  /** Used if PostgreSQL does not know the time zone's name in `query`. */
  otherwise?: () => RawBuilder<unknown>;
}

/** Reads on demand, with one statement and one snapshot for everything requested together. */
export interface Statistics {
  readonly range: SubmittedRange;
  readonly parts: DataLoader<Part, unknown, string>;
}

type Industries = [industry: string, count: number][];
type Periods = [start: number, submitted: number, approved: number, rejected: number, withdrawn: number][];

const keyOf = (part: Part): string => ('key' in part ? part.key : `by ${part.by}`);

/** A missing end is open. Throws BAD_USER_INPUT if `from` is after `to`. */
export function openStatistics({ em }: RequestContext, { from, to }: SubmittedRange): Statistics {
  if (from && to && from > to)
    throw invalidInput([{ path: 'from', message: 'must not be after `to`', rule: 'TIME_ORDER' }]);
  const range = { from, to };
  const read = async (parts: readonly Part[]) => {
    // In order, because the same parts then give the same text.
    const values = parts.filter((part) => 'key' in part).toSorted((one, other) => (one.key < other.key ? -1 : 1));
    const counted = new Set(parts.flatMap((part) => ('key' in part ? [] : [part.by])));
    const dimensions = counted.size > 0 ? DIMENSIONS.filter((name) => counted.has(name)) : undefined;
    const select = (queryOf: (value: Value) => RawBuilder<unknown>) =>
      readRows(em, statisticsQuery(range, dimensions, values.map(queryOf)));
    const rows = await select(({ query }) => query())
      .catch((cause: unknown) => {
        if (!isUnknownTimeZone(cause)) throw cause;
        return select(({ query, otherwise = query }) => otherwise());
      })
      .catch((cause: unknown) => {
        throw isUnknownTimeZone(cause) ? unknownTimeZone() : cause;
      });
    const counts = rows.filter(({ part }) => part === null);
    const found = new Map(rows.map((row) => [row.part, row.value]));
    return parts.map((part) => ('key' in part ? found.get(values.indexOf(part)) : counts));
  };
  return { range, parts: new DataLoader(read, { cacheKeyFn: keyOf }) };
}

const isUnknownTimeZone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === INVALID_PARAMETER;

const unknownTimeZone = () =>
  invalidInput([{ path: 'timeZone', message: 'is not known to the database', rule: 'TIME_ZONE' }]);

async function countsBy({ parts }: Statistics, by?: Dimension): Promise<CountRow[]> {
  return (await parts.load({ by })) as CountRow[];
}

export async function totalOf(statistics: Statistics): Promise<number> {
  return (await countsBy(statistics)).reduce((total, { n }) => total + n, 0);
}

/** Counts applications per value, in the order of `values`. */
async function countBy<Name extends string>(
  statistics: Statistics,
  dimension: Dimension,
  values: Name[],
): Promise<[Name, number][]> {
  const totals = new Map<string | null, number>();
  for (const row of await countsBy(statistics, dimension)) {
    totals.set(row[dimension], (totals.get(row[dimension]) ?? 0) + row.n);
  }
  return values.map((value) => [value, totals.get(value) ?? 0]);
}

const countWithWithdrawn = (statistics: Statistics) => countBy(statistics, 'status', Object.values(ApplicationStatus));

/** REJECTED excludes withdrawn applications. */
export async function countByStatus(statistics: Statistics): Promise<[ApplicationStatus, number][]> {
  const [counts, withdrawn] = await Promise.all([countWithWithdrawn(statistics), withdrawnOf(statistics)]);
  return counts.map(([status, count]) => [status, status === ApplicationStatus.REJECTED ? count - withdrawn : count]);
}

export function withdrawnOf({ parts, range }: Statistics): Promise<number> {
  return parts.load({ key: 'withdrawn', query: () => withdrawnQuery(range) }) as Promise<number>;
}

export const countByPartnershipType = (statistics: Statistics) =>
  countBy(statistics, 'partnership_type', Object.values(PartnershipType));

export const countByCompanySize = (statistics: Statistics) =>
  countBy(statistics, 'company_size', Object.values(CompanySize));

/** Null before the first decision. */
export async function approvalRateOf(statistics: Statistics): Promise<number | null> {
  const { parts, range } = statistics;
  const [counts, decided] = await Promise.all([
    countWithWithdrawn(statistics),
    parts.load({ key: 'decided', query: () => decidedQuery(range) }) as Promise<number>,
  ]);
  return decided === 0 ? null : (new Map(counts).get(ApplicationStatus.APPROVED) ?? 0) / decided;
}

/** Largest first, ties by name. */
export function countByIndustry({ parts, range }: Statistics, first: number): Promise<Industries> {
  return parts.load({ key: `industries ${first}`, query: () => industriesQuery(range, first) }) as Promise<Industries>;
}

/** Hours. Null before the first decision. */
export function medianHoursOf({ parts, range }: Statistics): Promise<number | null> {
  return parts.load({ key: 'median', query: () => medianQuery(range) }) as Promise<number | null>;
}

/** Includes empty periods. Throws BAD_USER_INPUT for more than MAX_PERIODS. */
export async function periodsOf(
  { parts, range }: Statistics,
  { unit, timeZone }: Pick<OverTime, 'unit' | 'timeZone'>,
): Promise<Periods> {
  const zone = timeZoneOf(timeZone);
  if (!zone) throw unknownTimeZone();
  const queryIn = (name: string) => overTimeQuery({ ...range, unit, timeZone: name, most: MAX_PERIODS + 1 });
  const query = () => queryIn(zone.name);
  const otherwise = () => queryIn(zone.otherName);
  const periods = (await parts.load({ key: `periods ${unit} ${timeZone}`, query, otherwise })) as Periods;
  if (periods.length > MAX_PERIODS) {
    const message = `gives more than ${MAX_PERIODS} periods: choose a longer interval, or a shorter range with from and to`;
    throw invalidInput([{ path: 'interval', message, rule: 'TOO_MANY_PERIODS', params: { max: MAX_PERIODS } }]);
  }
  return periods;
}
