import { createRequire } from 'node:module';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { prepared } from './pipelined.client.ts';

/** pg's own value conversion, which has no types. */
const { prepareValue }: { prepareValue: (value: unknown) => unknown } = createRequire(import.meta.url)(
  'pg/lib/utils.js',
);

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const preparedOn = new WeakMap<object, Set<string>>();

class MessageBatch extends pg.Query {
  #open: number;
  readonly #fresh: string[] = [];
  #known: Set<string> | undefined;

  constructor(
    private readonly statements: readonly Statement[],
    callback: (error: Error | undefined, result: pg.QueryResult) => void,
  ) {
    // Without values or a name, pg would choose the simple protocol. Without a name, pg does not track the statement.
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
      // pg may prepare the same text under the shared name, and does not track ours.
      const name = shared === undefined ? '' : `batch_${shared}`;
      if (!known.has(name)) {
        // A failed batch may have prepared the name. Closing an unknown name is not an error.
        messages.push(serialize.close({ type: 'S', name }), serialize.parse({ name, text }));
        if (name) this.#fresh.push(name);
      }
      messages.push(serialize.bind({ statement: name, values: [...values], valueMapper: prepareValue }));
      if (index === this.statements.length - 1) messages.push(serialize.describe({ type: 'P' }));
      messages.push(serialize.execute());
    }
    return [...messages, serialize.sync()];
  }

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

interface AnswerHandlers {
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: object): void;
  handleReadyForQuery(connection: object): void;
}
const handlers = pg.Query.prototype as unknown as AnswerHandlers;

/** Runs few, constant texts in one message and one implicit transaction. Returns the rows of the last one. */
export function executeAtOnce<Row>(client: pg.ClientBase, statements: readonly Statement[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    client.query(new MessageBatch(statements, (error, result) => (error ? reject(error) : resolve(result.rows))));
  });
}
