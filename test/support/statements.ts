import pg from 'pg';
import { vi } from 'vitest';
import { MessagePipeline } from '../../src/core/database/fast-path/message.pipeline.ts';

/** pg-boss reads its queues every minute, independent of requests. */
const HOUSEKEEPING = /from pgboss\.queue q/i;

/** Returns the text of all statements that this process sends to PostgreSQL during `work`, without openings. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const queries = vi.spyOn(pg.Client.prototype, 'query');
  const sends = vi.spyOn(MessagePipeline.prototype, 'send');
  try {
    await work();
    const messages = sends.mock.calls.flatMap(([sent]) => sent);
    const texts = [
      ...queries.mock.calls.map(([query]) => (typeof query === 'string' ? query : String(Reflect.get(query, 'text')))),
      ...messages.flatMap(({ statements: [, ...statements] }) => statements.map(({ text }) => text)),
    ];
    return texts.filter((text) => !HOUSEKEEPING.test(text));
  } finally {
    queries.mockRestore();
    sends.mockRestore();
  }
}
