import { sql } from 'kysely';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readRows } from '../../core/database/transaction.ts';
import { oneOf } from '../../core/lists/page.query.ts';
import { OPEN, type ApplicationStatus } from '../application.enums.ts';
import { countedApplications } from '../counters/application.count.ts';
import { NOBODY } from '../counters/application.cubes.sql.ts';

interface OpenCount {
  status: ApplicationStatus;
  /** NOBODY if unassigned. */
  assignee: string;
  n: number;
}

/** Open applications, read on demand. */
export interface Waiting {
  counts: () => Promise<OpenCount[]>;
}

/** The counts are one statement, however many fields need them. */
export function openWaiting({ reader }: RequestContext): Waiting {
  let counts: Promise<OpenCount[]> | undefined;
  return { counts: () => (counts ??= readRows(reader, OPEN_COUNTS)) };
}

const where = { counted: [oneOf('status', OPEN)], rows: [oneOf('status', OPEN)] };
const OPEN_COUNTS = sql<OpenCount>`select status, assignee, sum(n)::int as n
  from (${countedApplications('partner_application_assignee_count', ['status', 'assignee'], {}, where)}) as counted
  group by status, assignee having sum(n) > 0`;

export const countWith = async ({ counts }: Waiting, isCounted: (count: OpenCount) => boolean): Promise<number> =>
  (await counts()).reduce((sum, count) => (isCounted(count) ? sum + count.n : sum), 0);

/** Largest first. Null stands for unassigned applications. */
export async function countByAssignee({ counts }: Waiting): Promise<[string | null, number][]> {
  const totals = new Map<string, number>();
  for (const { assignee, n } of await counts()) totals.set(assignee, (totals.get(assignee) ?? 0) + n);
  return Array.from(totals)
    .toSorted(([one, many], [other, most]) => most - many || one.localeCompare(other))
    .map(([assignee, n]) => [assignee === NOBODY ? null : assignee, n]);
}

/** Null if there is none. */
export async function oldestWith({ reader }: RequestContext, status: ApplicationStatus): Promise<string | null> {
  const [row] = await readRows(
    reader,
    sql<{ oldest: string | null }>`select min(created_at) as oldest from partner_application where status = ${status}`,
  );
  return row?.oldest ?? null;
}

export const isUnassigned = ({ assignee }: OpenCount): boolean => assignee === NOBODY;
