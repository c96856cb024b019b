import { expect } from 'vitest';
import type { Api } from './api.ts';

/**
 * Runs `work`, which starts several transactions, while a lock holds a row until all of them wait for it. Without the
 * lock, one could finish before the next starts, and the test would prove nothing about concurrency.
 */
export async function whileHeld<Result>(
  api: Pick<Api, 'rows'>,
  row: { sql: string; values: unknown[] },
  transactions: number,
  work: () => Promise<Result>,
): Promise<Result> {
  await api.rows('begin');
  try {
    await api.rows(`${row.sql} for update`, row.values);
    const done = work();
    await expect.poll(() => waitingFor(api), { timeout: 5_000 }).toBe(transactions);
    await api.rows('commit');
    return await done;
  } catch (error) {
    await api.rows('rollback');
    throw error;
  }
}

/** Counts the transactions that wait for a lock. */
export async function waitingFor(api: Pick<Api, 'rows'>): Promise<unknown> {
  // Within a transaction, PostgreSQL would repeat its first answer.
  await api.rows('select pg_stat_clear_snapshot()');
  const [row] = await api.rows(`select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.['waiting'];
}
