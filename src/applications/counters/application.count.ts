import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { countsOf, hasId, oneOf } from '../../core/lists/page.query.ts';
import { ApplicationStatus } from '../application.enums.ts';
import type { PartnerApplicationFilter } from '../list/application-list.inputs.ts';
import { IS_WITHDRAWN, NOBODY } from './application.cubes.sql.ts';
import { factConditions, rowConditions } from '../list/application.filter.ts';

/** Submitted in [from, to). A missing end is open. */
export interface SubmittedRange {
  from?: Date | null | undefined;
  to?: Date | null | undefined;
}

const DAY = 86_400_000;
/** PostgreSQL and JavaScript format these times alike, and no application is outside. */
const FIRST = Date.parse('1000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T00:00:00.000Z');

/**
 * The number of applications that a filter finds, as a sub-select on the counters. Undefined if only a row count can
 * tell, because counters hold no texts.
 */
export function applicationTotal({ withdrawn, ...filter }: PartnerApplicationFilter): RawBuilder<unknown> | undefined {
  if (filter.search) return undefined;
  const { cube, range, where } = questionOf(filter);
  const all = sumOf(countedApplications(cube, [], range, where));
  if (withdrawn == null) return all;
  const withdrawnOnes = withdrawnTotal(range, where, filter.industry != null);
  return withdrawn ? withdrawnOnes : sql`select (${all}) - (${withdrawnOnes})`;
}

const KINDS = [...Object.values(ApplicationStatus), 'WITHDRAWN'];

/**
 * PartnerApplicationCounts as a sub-select on the counters, or on rows if the filter searches.
 * @param rows conditions on rows that say the same as `filter`
 */
export function applicationCounts(filter: PartnerApplicationFilter, rows: RawBuilder<unknown>[]): RawBuilder<unknown> {
  if (filter.search) {
    return countsOf(
      KINDS,
      sql`select case when withdrawn_at is null then status else 'WITHDRAWN' end as kind, 1 as n
        from partner_application where ${sql.join(rows, sql` and `)}`,
    );
  }
  const { cube, range, where } = questionOf(filter, true);
  return countsOf(
    KINDS,
    sql`select status as kind, n from (${countedApplications(cube, ['status'], range, where)}) as counted
      union all select kind, sign * (${withdrawnTotal(range, where, filter.industry != null)})
        from (values ('WITHDRAWN', 1), ('REJECTED', -1)) as corrected (kind, sign)`,
  );
}

/** Nobody has the nil UUID, which is the key of the unassigned. */
const keyOfAssignee = (id: string | null) => (id === null ? [NOBODY] : isUuid(id) && id !== NOBODY ? [id] : []);

/** The cube that can answer a filter, and its conditions. `withStatus` needs a cube that knows the status. */
function questionOf(filter: PartnerApplicationFilter, withStatus = false) {
  const { industry, assigneeId, assigneeIds, unassigned, createdFrom: from, createdTo: to } = filter;
  const assignee = [];
  if (assigneeId != null) assignee.push(hasId('assignee', assigneeId), IS_SOMEBODY);
  if (assigneeIds) assignee.push(oneOf('assignee', assigneeIds.flatMap(keyOfAssignee)));
  if (unassigned != null) assignee.push(unassigned ? IS_NOBODY : IS_SOMEBODY);
  const where = { counted: [...factConditions(filter), ...assignee], rows: rowConditions(filter) };
  const byAssignee = assignee.length > 0 ? 'partner_application_assignee_count' : 'partner_application_count';
  const byIndustry =
    withStatus || where.counted.length > 1
      ? 'partner_application_industry_detail_count'
      : 'partner_application_industry_count';
  const cube: CountCube = industry ? byIndustry : byAssignee;
  return { cube, range: { from, to }, where };
}

/** The same for withdrawn applications. */
export function withdrawnTotal(
  range: SubmittedRange,
  { counted, rows }: Conditions = { counted: [], rows: [] },
  byIndustry = false,
): RawBuilder<unknown> {
  const cube = byIndustry ? 'partner_application_withdrawn_industry_count' : 'partner_application_withdrawn_count';
  const where = { counted, journal: [sql.raw(IS_WITHDRAWN)], rows: [...rows, sql`withdrawn_at is not null`] };
  return sumOf(countedApplications(cube, [], range, where));
}

const sumOf = (counted: RawBuilder<unknown>) => sql`select coalesce(sum(n), 0)::int from (${counted}) as counted`;

const IS_NOBODY = sql`assignee = ${sql.lit(NOBODY)}`;
const IS_SOMEBODY = sql`assignee <> ${sql.lit(NOBODY)}`;

type CountCube =
  | 'partner_application_count'
  | 'partner_application_industry_count'
  | 'partner_application_assignee_count'
  | 'partner_application_industry_detail_count'
  | 'partner_application_withdrawn_count'
  | 'partner_application_withdrawn_industry_count';

/** The same conditions for counters and for rows. */
interface Conditions {
  counted: RawBuilder<unknown>[];
  /** The cube's own condition, for the journal. */
  journal?: RawBuilder<unknown>[];
  rows: RawBuilder<unknown>[];
}

/**
 * Rows with some columns and a count `n` that add up to the applications of a range. Reads the cube and the journal
 * (decision 0002), and the table for the partial UTC days at both ends. Exact, because one statement has one snapshot.
 */
export function countedApplications(
  cube: CountCube,
  columns: string[],
  range: SubmittedRange,
  conditions: Conditions = { counted: [], rows: [] },
): RawBuilder<unknown> {
  const select = (table: string, n: string, where: RawBuilder<unknown>[]) =>
    sql`select ${sql.join([...columns.map((name) => sql.ref(name)), sql.raw(n)])} from ${sql.table(table)}
      where ${sql.join(where, sql` and `)}`;
  const { counted: facts, journal: about = [] } = conditions;
  const counted = (table: string, ...where: RawBuilder<unknown>[]) => select(table, 'n', [...where, ...facts]);
  const journal = (where: RawBuilder<unknown>) => counted('partner_application_delta', where, ...about);
  if (!range.from && !range.to) {
    return sql`${counted(cube, sql`resolution = 'all' and day = '-infinity'`)} union all ${journal(sql`true`)}`;
  }
  const days = (resolution: string, since: Bound, before: Bound) =>
    counted(cube, sql`resolution = ${sql.lit(resolution)} and ${isBetween('day', since, before, 'date')}`);
  const rows = (since: Bound, before: Bound) =>
    select('partner_application', '1', [isBetween('created_at', since, before), ...conditions.rows]);
  return sql`with ${boundsOf(range)}
    ${days('day', 'first_day', 'first_month')}
    union all ${days('month', 'first_month', 'end_month')}
    union all ${days('day', 'end_month', 'end_day')}
    union all ${journal(isBetween('created_quarter', 'first_day', 'end_day'))}
    union all ${rows('since', 'first_day')}
    union all ${rows('end_day', 'before')}`;
}

/** Times in a range: see boundsOf. */
export type Bound = 'since' | 'first_day' | 'first_month' | 'end_month' | 'end_day' | 'before';

/**
 * A CTE with the parts of a range. All of it is [since, before), its whole UTC days are [first_day, end_day), and its
 * whole months are [first_month, end_month). Hidden from the planner, which would replan for every value and arrive at
 * the same plan.
 */
export function boundsOf({ from, to }: SubmittedRange): RawBuilder<unknown> {
  const since = within(from?.getTime() ?? FIRST);
  const before = within(to?.getTime() ?? LAST);
  const firstDay = Math.min(Math.ceil(since / DAY) * DAY, before);
  const endDay = Math.max(Math.floor(before / DAY) * DAY, firstDay);
  const firstMonth = Math.min(startOfMonth(firstDay) === firstDay ? firstDay : startOfMonth(firstDay, 1), endDay);
  const endMonth = Math.max(startOfMonth(endDay), firstMonth);
  const bounds: Record<Bound, number> = {
    since,
    first_day: firstDay,
    first_month: firstMonth,
    end_month: endMonth,
    end_day: endDay,
    before,
  };
  const columns = Object.entries(bounds).map(
    ([name, time]) => sql`${new Date(time).toISOString()}::timestamptz as ${sql.ref(name)}`,
  );
  return sql`bounds as materialized (select ${sql.join(columns)})`;
}

export function isBetween(
  column: string,
  since: Bound,
  before: Bound,
  type: 'date' | 'timestamptz' = 'timestamptz',
): RawBuilder<unknown> {
  const bound = (name: Bound) =>
    type === 'date'
      ? sql`(select (${sql.ref(name)} at time zone 'UTC')::date from bounds)`
      : sql`(select ${sql.ref(name)} from bounds)`;
  return sql`${sql.ref(column)} >= ${bound(since)} and ${sql.ref(column)} < ${bound(before)}`;
}

const within = (time: number): number => Math.min(Math.max(time, FIRST), LAST);

function startOfMonth(time: number, later = 0): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}
