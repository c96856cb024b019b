import pg from 'pg';
import { vi } from 'vitest';
import { MessagePipeline } from '../../src/core/database/fast-path/message.pipeline.ts';

/** pg-boss reads its queues every minute, independent of requests. */
const HOUSEKEEPING = /from pgboss\.queue q/i;

/** Returns the text of all statements that this process sends to PostgreSQL during `work`, without openings. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => (await messagesOf(work)).flat();

/** The same, by message. A query of pg is a message of its own. */
export async function messagesOf(work: () => Promise<unknown>): Promise<string[][]> {
  const queries = vi.spyOn(pg.Client.prototype, 'query');
  const sends = vi.spyOn(MessagePipeline.prototype, 'send');
  try {
    await work();
    const texts = queries.mock.calls.map(([query]) =>
      typeof query === 'string' ? query : String(Reflect.get(query, 'text')),
    );
    const messages = sends.mock.calls.flatMap(([sent]) => sent);
    return [
      ...texts.filter((text) => !HOUSEKEEPING.test(text)).map((text) => [text]),
      ...messages.map(({ statements: [, ...statements] }) => statements.map(({ text }) => text)),
    ];
  } finally {
    queries.mockRestore();
    sends.mockRestore();
  }
}
