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

/** What pg's Query does with an answer, and what its types leave out. */
interface AnswerHandlers {
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: pg.Connection): void;
}
const whole = pg.Query.prototype as unknown as AnswerHandlers;

/** A statement that is bound and executed right before another, which it opens the way for; of its answer nothing is kept. */
class OpenedRead extends pg.Query implements AnswerHandlers {
  #isOpen = false;

  constructor(
    private readonly opening: pg.QueryConfig,
    read: pg.QueryConfig,
    callback: (error: Error | undefined, result: pg.QueryResult) => void,
  ) {
    // Not by the simple protocol, which pg takes where there are no values: it asks for no sync.
    super({ ...read, queryMode: 'extended' } as pg.QueryConfig, callback);
    const submit = this.submit;
    this.submit = (connection) => {
      const { name, values } = this.opening;
      connection.stream.cork();
      connection.bind({ statement: name ?? '', values: values ?? [] }, true);
      connection.execute({}, true);
      Reflect.apply(submit, this, [connection]); // … and sync
      connection.stream.uncork();
    };
  }

  handleDataRow(message: object): void {
    if (this.#isOpen) whole.handleDataRow.call(this, message);
  }

  handleCommandComplete(message: object, connection: pg.Connection): void {
    if (this.#isOpen) whole.handleCommandComplete.call(this, message, connection);
    this.#isOpen = true;
  }
}

const openingsOf = new WeakMap<pg.ClientBase, Set<string>>();

/**
 * Executes a read behind the statement that opens its transaction, in one message. PostgreSQL is asked to sync but once, so both
 * are one implicit transaction (manual, 54.2.4 Pipelining): what the opening sets is there for the read and gone with it, and
 * where the opening fails the read is not executed. The opening has a name.
 */
export function readBehind<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  opening: pg.QueryConfig,
  read: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> {
  const known = openingsOf.get(client) ?? new Set();
  openingsOf.set(client, known);
  if (!known.has(opening.text)) {
    // The first time on this connection it goes ahead alone as well, for nothing but to be prepared.
    client.query(opening).catch(() => undefined);
    known.add(opening.text);
  }
  return new Promise((resolve, reject) => {
    client.query(new OpenedRead(opening, read, (error, result) => (error ? reject(error) : resolve(result))));
  });
}

/**
 * The one clever place. MikroORM opens a transaction with two statements (`begin`, then `set_config` of the role) and waits
 * for each; here they leave together with the first real statement (pg's `pipeline`): one round trip instead of three.
 *
 * Nothing can slip through: where one of them fails, PostgreSQL refuses the rest of the transaction; where even `begin`
 * fails, the statement arrives as the login role, which may touch nothing.
 */
export class PipelinedClient extends pg.Client {
  override query: pg.Client['query'] = (query: unknown, ...rest: unknown[]) => {
    if (typeof query !== 'string') return super.query(query as string, ...(rest as [string[]]));
    const [values] = rest;
    const answer = super.query(Array.isArray(values) && values.length > 0 ? prepared(query, values) : query);
    if (!OPENS_TRANSACTION.test(query)) return answer;
    answer.catch(() => undefined);
    return Promise.resolve(UNREAD);
  };
}
