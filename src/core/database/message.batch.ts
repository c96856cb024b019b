import { createRequire } from 'node:module';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { prepared } from './pipelined.client.ts';

/** How pg writes values: it has no types for it. */
const { prepareValue }: { prepareValue: (value: unknown) => unknown } = createRequire(import.meta.url)(
  'pg/lib/utils.js',
);

/** A statement by its text, with `$1` … for its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** By connection, the names of the statements that it is known to have prepared. */
const preparedOn = new WeakMap<object, Set<string>>();

/** Several statements as one query of pg's: its answer is that of the last one. */
class MessageBatch extends pg.Query {
  #open: number;
  readonly #fresh: string[] = [];
  #known: Set<string> | undefined;

  constructor(
    private readonly statements: readonly Statement[],
    callback: (error: Error | undefined, result: pg.QueryResult) => void,
  ) {
    // pg would take the simple protocol for what has neither name nor values. Without a name it keeps no account of ours.
    super({ text: statements.map(({ text }) => text).join(';\n'), queryMode: 'extended' } as pg.QueryConfig, callback);
    this.#open = statements.length;
    this.submit = ({ stream }) => void stream.write(Buffer.concat(this.#messagesFor(stream)));
  }

  #messagesFor(connection: object): Buffer[] {
    const known = preparedOn.get(connection) ?? new Set();
    preparedOn.set(connection, (this.#known = known));
    const messages: Buffer[] = [];
    for (const [index, { text, values }] of this.statements.entries()) {
      const { name: shared } = prepared(text, values);
      // A name of its own: pg would prepare the same text by the same name, and knows nothing of ours.
      const name = shared === undefined ? '' : `batch_${shared}`;
      if (!known.has(name)) {
        // Whether one that failed before got as far as to be prepared nobody knows: closing what is not there is no error.
        messages.push(serialize.close({ type: 'S', name }), serialize.parse({ name, text }));
        if (name) this.#fresh.push(name);
      }
      messages.push(serialize.bind({ statement: name, values: [...values], valueMapper: prepareValue }));
      if (index === this.statements.length - 1) messages.push(serialize.describe({ type: 'P' }));
      messages.push(serialize.execute());
    }
    return [...messages, serialize.sync()];
  }

  /** Of all but the last one, nothing is kept. */
  handleDataRow(message: object): void {
    if (this.#open === 1) handlers.handleDataRow.call(this, message);
  }

  handleCommandComplete(message: object, connection: object): void {
    if (this.#open === 1) handlers.handleCommandComplete.call(this, message, connection);
    this.#open--;
  }

  handleReadyForQuery(connection: object): void {
    for (const name of this.#fresh) this.#known?.add(name);
    handlers.handleReadyForQuery.call(this, connection);
  }
}

/** What pg's Query does with an answer, and what its types leave out. */
interface AnswerHandlers {
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: object): void;
  handleReadyForQuery(connection: object): void;
}
const handlers = pg.Query.prototype as unknown as AnswerHandlers;

/**
 * Executes statements in one message, and answers the rows of the last one. PostgreSQL is asked to sync but once, so they are one
 * implicit transaction (manual, 54.2.4 Pipelining): what one sets is there for the next and gone after the last, and where one
 * fails none has happened. Each is prepared once per connection; their texts must be few.
 */
export function executeAtOnce<Row>(client: pg.ClientBase, statements: readonly Statement[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    client.query(new MessageBatch(statements, (error, result) => (error ? reject(error) : resolve(result.rows))));
  });
}
