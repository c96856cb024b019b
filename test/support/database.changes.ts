import type { TestDatabase } from './database.ts';

type Database = Pick<TestDatabase, 'rows'>;

/** Runs `work` while the database is changed. Undoes the change, even if the work fails. */
export async function whileChanged<Result>(
  { rows }: Database,
  { change, back }: { change: string; back: string },
  work: () => Promise<Result>,
): Promise<Result> {
  await rows(change);
  try {
    return await work();
  } finally {
    await rows(back);
  }
}

/** Runs `work` while PostgreSQL refuses new rows of a table that do not meet a condition. */
export const whileRefused = <Result>(
  database: Database,
  { table, unless }: { table: string; unless: string },
  work: () => Promise<Result>,
): Promise<Result> =>
  whileChanged(
    database,
    {
      change: `alter table ${table} add constraint refused check (${unless}) not valid`,
      back: `alter table ${table} drop constraint refused`,
    },
    work,
  );

/** Changes rows by hand, without the triggers that require an audit event. */
export const withoutTriggers = (
  database: Database,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> =>
  whileChanged(
    database,
    { change: 'set session_replication_role = replica', back: 'reset session_replication_role' },
    () => database.rows(sql, values),
  );
