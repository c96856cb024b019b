import { sql, type RawBuilder } from 'kysely';
import type { PartnerApplicationFilter } from './application.inputs.ts';

/** Applications submitted in [from, to); a missing end is open. */
export interface SubmittedRange {
  from?: Date | null | undefined;
  to?: Date | null | undefined;
}

const DAY = 86_400_000;
/** What PostgreSQL and JavaScript write alike. No application is older, or newer. */
const FIRST = Date.parse('1000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T00:00:00.000Z');

/**
 * How many applications a filter finds, as a sub-select of one number from the counters; or true where only the rows can tell,
 * because the filter looks into texts.
 */
export function applicationTotal(filter: PartnerApplicationFilter): RawBuilder<unknown> | true {
  const { status, partnershipType, companySize, search, createdFrom, createdTo } = filter;
  if (search) return true;
  const where = [];
  if (status) where.push(sql`status = any(${status})`);
  if (partnershipType) where.push(sql`partnership_type = any(${partnershipType})`);
  if (companySize) where.push(sql`company_size = any(${companySize})`);
  const range = { from: createdFrom, to: createdTo };
  return sql`select coalesce(sum(n), 0)::int
    from (${countedApplications('partner_application_count', [], range, where)}) as counted`;
}

/**
 * Rows that add up to the applications of a range: some columns of theirs, and how many they are as `n`. From the cube
 * and the journal (see application.counters.sql.ts), and with a range also from the table, for the part of a UTC day at
 * either end of it. One statement, so one snapshot: exact.
 */
export function countedApplications(
  cube: 'partner_application_count' | 'partner_application_industry_count',
  columns: string[],
  { from, to }: SubmittedRange,
  conditions: RawBuilder<unknown>[] = [],
): RawBuilder<unknown> {
  const rows = (table: string, n: RawBuilder<unknown>, ...range: RawBuilder<unknown>[]) =>
    sql`select ${sql.join([...columns.map((name) => sql.ref(name)), n])} from ${sql.table(table)}
      where ${sql.join([...range, ...conditions], sql` and `)}`;
  const n = sql`n`;
  if (!from && !to) {
    return sql`${rows(cube, n, sql`resolution = 'all'`)} union all ${rows('partner_application_delta', n, sql`true`)}`;
  }
  const first = within(from?.getTime() ?? FIRST);
  const end = within(to?.getTime() ?? LAST);
  const firstDay = Math.min(Math.ceil(first / DAY) * DAY, end);
  const endDay = Math.max(Math.floor(end / DAY) * DAY, firstDay);
  const firstMonth = Math.min(startOfMonth(firstDay) === firstDay ? firstDay : startOfMonth(firstDay, 1), endDay);
  const endMonth = Math.max(startOfMonth(endDay), firstMonth);

  const whole = (resolution: 'day' | 'month', since: number, before: number) =>
    rows(cube, n, sql`resolution = ${sql.lit(resolution)} and day >= ${dayOf(since)} and day < ${dayOf(before)}`);
  const between = (column: string, since: number, before: number) =>
    sql`${sql.ref(column)} >= ${momentOf(since)} and ${sql.ref(column)} < ${momentOf(before)}`;
  return sql.join(
    [
      whole('day', firstDay, firstMonth),
      whole('month', firstMonth, endMonth),
      whole('day', endMonth, endDay),
      rows('partner_application_delta', n, between('created_quarter', firstDay, endDay)),
      rows('partner_application', sql`1 as n`, between('created_at', first, firstDay)),
      rows('partner_application', sql`1 as n`, between('created_at', endDay, end)),
    ],
    sql` union all `,
  );
}

const within = (time: number): number => Math.min(Math.max(time, FIRST), LAST);
const momentOf = (time: number): string => new Date(time).toISOString();
const dayOf = (time: number): string => momentOf(time).slice(0, 10);

function startOfMonth(time: number, later = 0): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}
