import type { Duplex } from 'node:stream';
import pg from 'pg';

/** What opens a transaction: its answer tells nothing that the next statement's answer would not tell. */
const OPENS_TRANSACTION = /^(begin|start transaction|select set_config)\b/;
const UNREAD = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };
const MAX_NAMES = 500;

const names = new Map<string, string>();

/** A statement with a name is parsed and planned once per connection. Its text must be one of few. */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  if (!names.has(text) && names.size < MAX_NAMES) names.set(text, `s${names.size}`);
  const name = names.get(text);
  return { ...(name === undefined ? {} : { name }), text, values: [...values] };
}

/**
 * MikroORM opens a transaction with two statements (`begin`, then `set_config` of the role) and waits for each; here they leave
 * together with the first real statement (pg's `pipeline`): one message and one round trip instead of three.
 *
 * Nothing can slip through: where one of them fails, PostgreSQL refuses the rest of the transaction; where even `begin`
 * fails, the statement arrives as the login role, which may touch nothing.
 */
export class PipelinedClient extends pg.Client {
  #held: Duplex | undefined;

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
      answer.catch(() => undefined);
      return Promise.resolve(UNREAD);
    }
    this.#held?.uncork();
    this.#held = undefined;
    return answer;
  };
}
