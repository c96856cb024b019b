import type { StatementWatch } from '../../telemetry/statement.watch.ts';
import type { Messages, Opening, Pool } from './message.queue.ts';
import type { Statement } from './statement.ts';

/** The same as MessageQueue with pg's own queries: a round trip each, and nothing prepared. */
export class PlainMessages implements Messages {
  constructor(
    private readonly pool: Pool,
    private readonly watch?: StatementWatch,
  ) {}

  async read(_caller: object, opening: Opening, statement: Statement, signal?: AbortSignal): Promise<object[]> {
    signal?.throwIfAborted();
    const { guard } = opening;
    return (await this.#run([...(guard ? [guard] : []), opening, statement])).at(-1) ?? [];
  }

  async write(statements: readonly Statement[], signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await this.#run(statements);
  }

  async #run(statements: readonly Statement[]): Promise<object[][]> {
    const client = await this.pool.connect();
    try {
      await client.query({ text: 'begin' });
      const rows: object[][] = [];
      for (const { text, values } of statements) {
        const query = client.query({ text, values: [...values] });
        rows.push((await (this.watch?.during(text, query) ?? query)).rows);
      }
      await client.query({ text: 'commit' });
      client.release();
      return rows;
    } catch (error) {
      const lost = await client.query('rollback').then(() => undefined, asError);
      client.release(lost); // a lost connection must not keep its place in the pool
      throw error;
    }
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
