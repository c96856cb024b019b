import pg from 'pg';
import { vi } from 'vitest';

/** The texts of all statements that this process sends to PostgreSQL while `work` runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return sent.mock.calls.map(([query]) => (typeof query === 'string' ? query : String(Reflect.get(query, 'text'))));
  } finally {
    sent.mockRestore();
  }
}
