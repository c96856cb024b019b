import DataLoader from 'dataloader';
import { sql, type RawBuilder } from 'kysely';
import { invalidInput } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readRows } from '../../core/database/transaction.ts';
import type { SubmittedRange } from '../counters/application.count.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from '../application.enums.ts';
import {
  countsQuery,
  decidedQuery,
  industriesQuery,
  medianQuery,
  overTimeQuery,
  withdrawnQuery,
  type OverTime,
} from './statistics.queries.ts';
import { timeZoneOf } from './time.zone.ts';

/** Four years of days. */
const MAX_PERIODS = 1_500;

/** PostgreSQL's code for an unknown time zone, because its list may be older than ours. */
const INVALID_PARAMETER = '22023';

interface Part {
  /** Identifies the query, so that it is read once. */
  key: string;
  query: RawBuilder<unknown>;
  /** Used if PostgreSQL does not know the time zone's name in `query`. */
  otherwise?: RawBuilder<unknown>;
}

/** Reads on demand, with one statement and one snapshot for everything requested together. */
export interface Statistics {
  readonly range: SubmittedRange;
  readonly parts: DataLoader<Part, unknown, string>;
}

type Counts = [ApplicationStatus, PartnershipType, CompanySize, number][];
type Industries = [industry: string, count: number][];
type Periods = [start: number, submitted: number, approved: number, rejected: number, withdrawn: number][];

/** A missing end is open. Throws BAD_USER_INPUT if `from` is after `to`. */
export function openStatistics({ em }: RequestContext, { from, to }: SubmittedRange): Statistics {
  if (from && to && from > to)
    throw invalidInput([{ path: 'from', message: 'must not be after `to`', rule: 'TIME_ORDER' }]);
  const read = async (parts: readonly Part[]) => {
    const sorted = parts.toSorted((one, other) => (one.key < other.key ? -1 : 1)); // the same parts give the same statement text
    const select = (queryOf: (part: Part) => RawBuilder<unknown>) => {
      const columns = sorted.map((part, index) => sql`(${queryOf(part)}) as ${sql.ref(`part${index}`)}`);
      return readRows(em, sql<Record<string, unknown>>`select ${sql.join(columns)}`);
    };
    const [row = {}] = await select(({ query }) => query)
      .catch((cause: unknown) => {
        if (!isUnknownTimeZone(cause)) throw cause;
        return select(({ query, otherwise }) => otherwise ?? query);
      })
      .catch((cause: unknown) => {
        throw isUnknownTimeZone(cause) ? unknownTimeZone() : cause;
      });
    return parts.map((part) => row[`part${sorted.indexOf(part)}`]);
  };
  return { range: { from, to }, parts: new DataLoader(read, { cacheKeyFn: ({ key }) => key }) };
}

const isUnknownTimeZone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === INVALID_PARAMETER;

const unknownTimeZone = () =>
  invalidInput([{ path: 'timeZone', message: 'is not known to the database', rule: 'TIME_ZONE' }]);

function countsOf({ parts, range }: Statistics): Promise<Counts> {
  return parts.load({ key: 'counts', query: countsQuery(range) }) as Promise<Counts>;
}

export async function totalOf(statistics: Statistics): Promise<number> {
  return (await countsOf(statistics)).reduce((total, [, , , count]) => total + count, 0);
}

/** Counts applications per value, in the order of `values`. */
async function countBy<Value>(
  statistics: Statistics,
  valueOf: (counts: Counts[number]) => Value,
  values: Value[],
): Promise<[Value, number][]> {
  const totals = new Map(values.map((value) => [value, 0]));
  for (const row of await countsOf(statistics)) totals.set(valueOf(row), (totals.get(valueOf(row)) ?? 0) + row[3]);
  return [...totals];
}

const countWithWithdrawn = (statistics: Statistics) =>
  countBy(statistics, ([status]) => status, Object.values(ApplicationStatus));

/** REJECTED excludes withdrawn applications. */
export async function countByStatus(statistics: Statistics): Promise<[ApplicationStatus, number][]> {
  const [counts, withdrawn] = await Promise.all([countWithWithdrawn(statistics), withdrawnOf(statistics)]);
  return counts.map(([status, count]) => [status, status === ApplicationStatus.REJECTED ? count - withdrawn : count]);
}

export function withdrawnOf({ parts, range }: Statistics): Promise<number> {
  return parts.load({ key: 'withdrawn', query: withdrawnQuery(range) }) as Promise<number>;
}

export const countByPartnershipType = (statistics: Statistics) =>
  countBy(statistics, ([, type]) => type, Object.values(PartnershipType));

export const countByCompanySize = (statistics: Statistics) =>
  countBy(statistics, ([, , size]) => size, Object.values(CompanySize));

/** Null before the first decision. */
export async function approvalRateOf(statistics: Statistics): Promise<number | null> {
  const { parts, range } = statistics;
  const [counts, decided] = await Promise.all([
    countWithWithdrawn(statistics),
    parts.load({ key: 'decided', query: decidedQuery(range) }) as Promise<number>,
  ]);
  return decided === 0 ? null : (new Map(counts).get(ApplicationStatus.APPROVED) ?? 0) / decided;
}

/** Largest first, ties by name. */
export function countByIndustry({ parts, range }: Statistics, first: number): Promise<Industries> {
  return parts.load({ key: `industries ${first}`, query: industriesQuery(range, first) }) as Promise<Industries>;
}

/** Hours. Null before the first decision. */
export function medianHoursOf({ parts, range }: Statistics): Promise<number | null> {
  return parts.load({ key: 'median', query: medianQuery(range) }) as Promise<number | null>;
}

/** Includes empty periods. Throws BAD_USER_INPUT for more than MAX_PERIODS. */
export async function periodsOf(
  { parts, range }: Statistics,
  { unit, timeZone }: Pick<OverTime, 'unit' | 'timeZone'>,
): Promise<Periods> {
  const zone = timeZoneOf(timeZone);
  if (!zone) throw unknownTimeZone();
  const queryIn = (name: string) => overTimeQuery({ ...range, unit, timeZone: name, most: MAX_PERIODS + 1 });
  const query = queryIn(zone.name);
  const otherwise = queryIn(zone.otherName);
  const periods = (await parts.load({ key: `periods ${unit} ${timeZone}`, query, otherwise })) as Periods;
  if (periods.length > MAX_PERIODS) {
    const message = `gives more than ${MAX_PERIODS} periods: choose a longer interval, or a shorter range with from and to`;
    throw invalidInput([{ path: 'interval', message, rule: 'TOO_MANY_PERIODS', params: { max: MAX_PERIODS } }]);
  }
  return periods;
}
