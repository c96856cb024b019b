import pg from 'pg';
import { vi } from 'vitest';

/** pg-boss reads its queues every minute, independent of requests. */
const HOUSEKEEPING = /from pgboss\.queue q/i;

/** Returns the text of all statements that this process sends to PostgreSQL during `work`. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const texts = sent.mock.calls.map(([query]) =>
      typeof query === 'string' ? query : String(Reflect.get(query, 'text')),
    );
    return texts.filter((text) => !HOUSEKEEPING.test(text));
  } finally {
    sent.mockRestore();
  }
}
