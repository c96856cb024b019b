import type { Duplex } from 'node:stream';
import type pg from 'pg';
import type { StatementWatch } from '../telemetry/statement.watch.ts';
import { MessagePipeline } from './fast-path/message.pipeline.ts';
import { DatabaseClient } from './hosts/database.client.ts';

const OPENS_TRANSACTION = /^(begin|start transaction|select set_config)\b/;
const UNREAD = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };
const MAX_NAMES = 500;

const names = new Map<string, string>();

/** Names a statement, so that each connection parses and plans it once. Use few texts. */
function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  if (!names.has(text) && names.size < MAX_NAMES) names.set(text, `s${names.size}`);
  const name = names.get(text);
  return { ...(name === undefined ? {} : { name }), text, values: [...values] };
}

/**
 * Sends MikroORM's two opening statements with the first real one: one round trip instead of three. If one of them
 * fails, PostgreSQL rejects the rest; if `begin` fails, the login role has no permissions on tables. The first real
 * statement then fails with that first error.
 */
export class PipelinedClient extends DatabaseClient {
  readonly messages = new MessagePipeline(this);
  /** Set by the pool. */
  watch: StatementWatch | undefined;
  #held: Duplex | undefined;
  /** Why the transaction did not open. PostgreSQL then rejects each of its statements, with errors that only follow. */
  #notOpened: unknown;

  override query: pg.Client['query'] = (query: unknown, ...rest: unknown[]) => {
    if (typeof query !== 'string') return super.query(query as string, ...(rest as [string[]]));
    const [values] = rest;
    const opens = OPENS_TRANSACTION.test(query);
    if (opens && !this.#held) {
      this.#held = (this as unknown as { connection: pg.Connection }).connection.stream;
      this.#held.cork();
    }
    const answer = super.query(Array.isArray(values) && values.length > 0 ? prepared(query, values) : query);
    if (opens) {
      answer.catch((error: unknown) => (this.#notOpened ??= error));
      return Promise.resolve(UNREAD);
    }
    this.#held?.uncork();
    this.#held = undefined;
    return (this.watch?.during(query, answer) ?? answer).then(
      (result) => {
        this.#notOpened = undefined; // only a rollback succeeds
        return result;
      },
      (error: unknown) => {
        throw this.#notOpened ?? error;
      },
    );
  };
}
