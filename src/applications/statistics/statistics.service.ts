import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { invalidInput } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { statementOf, type Statement } from '../../core/database/fast-path/statement.ts';
import { readRows } from '../../core/database/transaction.ts';
import type { SubmittedRange } from '../counters/application.count.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from '../application.enums.ts';
import {
  DIMENSIONS,
  countsQuery,
  decidedQuery,
  industriesQuery,
  medianQuery,
  overTimeQuery,
  statisticsQuery,
  withdrawnQuery,
  type Dimension,
  type OverTime,
  type PartQuery,
  type StatisticsRow,
} from './statistics.queries.ts';
import type { PeriodCount } from './statistics.types.ts';
import { timeZoneOf } from '../../core/text/time.zone.ts';

/** Four years of days. */
const MAX_PERIODS = 1_500;

/** PostgreSQL's code for an unknown time zone, because its list may be older than ours. */
const INVALID_PARAMETER = '22023';

/** Rows of a query, or counts by a dimension or in total, which are read together. */
type Part = Rows | { by: Dimension | undefined };

interface Rows {
  /** Identifies the query, so that it is read once. */
  key: string;
  query: () => PartQuery;
  /** Used if PostgreSQL does not know the time zone's name in `query`. */
  otherwise?: () => PartQuery;
}

/** Reads on demand, with one statement and one snapshot for everything requested together. */
export interface Statistics {
  readonly range: SubmittedRange;
  readonly parts: DataLoader<Part, StatisticsRow[], string>;
}

const keyOf = (part: Part): string => ('key' in part ? part.key : `by ${part.by}`);

const MEDIAN = 'median';
const DECIDED = 'decided';

/** A missing end is open. Throws BAD_USER_INPUT if `from` is after `to`. */
export function openStatistics({ reader }: RequestContext, { from, to }: SubmittedRange): Statistics {
  if (from && to && from > to)
    throw invalidInput([{ path: 'from', message: 'must not be after `to`', rule: 'TIME_ORDER' }]);
  const range = { from, to };
  const read = async (parts: readonly Part[]) => {
    const queries = queriesOf(range, parts);
    const select = (queryOf: (rows: Rows) => PartQuery) =>
      readRows<StatisticsRow>(reader, statementFor(range, queries, queryOf));
    const rows = await select(({ query }) => query())
      .catch((cause: unknown) => {
        if (!isUnknownTimeZone(cause)) throw cause;
        return select(({ query, otherwise = query }) => otherwise());
      })
      .catch((cause: unknown) => {
        throw isUnknownTimeZone(cause) ? unknownTimeZone() : cause;
      });
    return parts.map((asked) => {
      const index = queries.findIndex(({ key }) => answers(key, asked));
      return rows.filter(({ part }) => part === index).toSorted((one, other) => one.place - other.place);
    });
  };
  return { range, parts: new DataLoader(read, { cacheKeyFn: keyOf }) };
}

const COUNTS = 'counts';

/** Statements without a range, which always have the same values. To build one takes a tenth of a request's time. */
const statements = new LRUCache<string, Statement>({ max: 200 });

function statementFor({ from, to }: SubmittedRange, queries: readonly Rows[], queryOf: (rows: Rows) => PartQuery) {
  const build = () => statementOf(statisticsQuery(queries.map(queryOf)));
  if (from || to || queries.some(({ otherwise }) => otherwise)) return build();
  const keys = queries.map(({ key }) => key).join();
  const statement = statements.get(keys) ?? build();
  statements.set(keys, statement);
  return statement;
}

/** The queries for all parts. In order, because the same parts then give the same text. */
function queriesOf(range: SubmittedRange, parts: readonly Part[]): Rows[] {
  const counted = parts.flatMap((part) => ('key' in part ? [] : [part.by]));
  const dimensions = DIMENSIONS.filter((name) => counted.includes(name));
  const counts = { key: `${COUNTS} ${dimensions.join()}`, query: () => countsQuery(range, dimensions) };
  const others = parts.filter((part) => 'key' in part);
  const hasMedian = others.some(({ key }) => key === MEDIAN);
  return [
    ...(counted.length > 0 ? [counts] : []),
    ...others
      .filter(({ key }) => key !== DECIDED || !hasMedian)
      .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
  ];
}

/** The median's query also counts the decisions. */
const answers = (key: string, part: Part): boolean =>
  'key' in part ? key === part.key || (key === MEDIAN && part.key === DECIDED) : key.startsWith(COUNTS);

const isUnknownTimeZone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === INVALID_PARAMETER;

const unknownTimeZone = () =>
  invalidInput([{ path: 'timeZone', message: 'is not known to the database', rule: 'TIME_ZONE' }]);

export async function totalOf({ parts }: Statistics): Promise<number> {
  return (await parts.load({ by: undefined })).reduce((total, { n }) => total + n, 0);
}

/** Counts applications per value, in the order of `values`. */
async function countBy<Name extends string>(
  { parts }: Statistics,
  dimension: Dimension,
  values: Name[],
): Promise<[Name, number][]> {
  const totals = new Map<string, number>();
  for (const row of await parts.load({ by: dimension })) {
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

export async function withdrawnOf({ parts, range }: Statistics): Promise<number> {
  const [row] = await parts.load({ key: 'withdrawn', query: () => withdrawnQuery(range) });
  return row?.n ?? 0;
}

export const countByPartnershipType = (statistics: Statistics) =>
  countBy(statistics, 'partnership_type', Object.values(PartnershipType));

export const countByCompanySize = (statistics: Statistics) =>
  countBy(statistics, 'company_size', Object.values(CompanySize));

/** Null before the first decision. */
export async function approvalRateOf(statistics: Statistics): Promise<number | null> {
  const { parts, range } = statistics;
  const [counts, [row]] = await Promise.all([
    countWithWithdrawn(statistics),
    parts.load({ key: DECIDED, query: () => decidedQuery(range) }),
  ]);
  const decided = row?.n ?? 0;
  return decided === 0 ? null : (new Map(counts).get(ApplicationStatus.APPROVED) ?? 0) / decided;
}

/** Largest first, ties by name. */
export async function countByIndustry({ parts, range }: Statistics, first: number): Promise<[string, number][]> {
  const rows = await parts.load({ key: `industries ${first}`, query: () => industriesQuery(range, first) });
  return rows.map(({ industry, n }) => [industry, n]);
}

/** Hours. Null before the first decision. */
export async function medianHoursOf({ parts, range }: Statistics): Promise<number | null> {
  const [row] = await parts.load({ key: MEDIAN, query: () => medianQuery(range) });
  return row?.hours ?? null;
}

/** Includes empty periods. Throws BAD_USER_INPUT for more than MAX_PERIODS. */
export async function periodsOf(
  { parts, range }: Statistics,
  { unit, timeZone }: Pick<OverTime, 'unit' | 'timeZone'>,
): Promise<PeriodCount[]> {
  const zone = timeZoneOf(timeZone);
  if (!zone) throw unknownTimeZone();
  const queryIn = (name: string) => overTimeQuery({ ...range, unit, timeZone: name, most: MAX_PERIODS + 1 });
  const query = () => queryIn(zone.name);
  const otherwise = () => queryIn(zone.otherName);
  const periods = await parts.load({ key: `periods ${unit} ${timeZone}`, query, otherwise });
  if (periods.length > MAX_PERIODS) {
    const message = `gives more than ${MAX_PERIODS} periods: choose a longer interval, or a shorter range with from and to`;
    throw invalidInput([{ path: 'interval', message, rule: 'TOO_MANY_PERIODS', params: { max: MAX_PERIODS } }]);
  }
  return periods.map(({ place, n: submitted, approved, rejected, withdrawn }) => ({
    periodStart: new Date(place),
    submitted,
    approved,
    rejected,
    withdrawn,
  }));
}
