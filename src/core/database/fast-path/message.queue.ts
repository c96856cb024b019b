import pg from 'pg';
import { unavailable } from '../../context/domain.error.ts';
import type { PipelinedClient } from '../pipelined.client.ts';
import type { Message } from './message.pipeline.ts';
import type { Statement } from './statement.ts';

type Release = (broken?: Error) => void;
type Client = PipelinedClient & { release: Release };

/** A pool of pg with our clients. */
export interface Pool {
  readonly options: { readonly max: number };
  connect(): Promise<Client>;
  connect(take: (error: Error | undefined, client: Client, release: Release) => void): void;
}

/** Transactions that are one message: statements that are known beforehand. */
export interface Messages {
  /** Reads of the same `caller` that wait at the same time share a message. */
  read(caller: object, opening: Statement, statement: Statement): Promise<object[]>;
  write(statements: readonly Statement[]): Promise<void>;
}

/** By MikroORM's driver. */
export const messagesBy = new WeakMap<object, Messages>();

interface Read {
  readonly statement: Statement;
  readonly resolve: (rows: object[]) => void;
  readonly reject: (error: Error) => void;
  /** How often its plan was outdated. */
  outdated: number;
}

/** The waiting reads of one caller. They become one message. */
interface Together {
  readonly number: number;
  readonly caller: object;
  readonly opening: Statement;
  readonly reads: Read[];
}

/** Callers that share a connection's turn. A slow read delays those behind it. */
const MAX_IN_TURN = 8;
const MAX_WAITING = 10_000;

/** Codes for a plan that no longer fits its tables, and for one that a pooler has removed (Appendix A). */
const OUTDATED = new Set(['0A000', '26000']);

/** Sends messages on the connections of a pool: see README.md. */
export class MessageQueue implements Messages {
  /** Oldest first. */
  readonly #waiting = new Map<object, Together>();
  #last = 0;
  #asked = 0;

  constructor(private readonly pool: Pool) {}

  read(caller: object, opening: Statement, statement: Statement): Promise<object[]> {
    if (this.#waiting.size >= MAX_WAITING) return Promise.reject(unavailable());
    return new Promise((resolve, reject) => this.#add(caller, opening, [{ statement, resolve, reject, outdated: 0 }]));
  }

  /** A write is alone on its connection, because it may wait for locks. */
  write(statements: readonly Statement[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.pool.connect((lost, client, release) => {
        if (lost) return reject(lost);
        const done = (error?: Error) => {
          if (isOutdated(error)) client.messages.forget();
          release(breaks(error) ? error : undefined);
          if (error) reject(error);
          else resolve();
        };
        client.messages.send([{ statements, rows: [], done }]);
      });
    });
  }

  #add(caller: object, opening: Statement, reads: Read[]): void {
    const together = this.#waiting.get(caller);
    if (together) return void together.reads.push(...reads);
    this.#waiting.set(caller, { number: ++this.#last, caller, opening, reads });
    process.nextTick(() => this.#ask()); // DataLoader gives its reads in the next tick
  }

  /** Each caller gets a connection of its own, unless the pool has too few: then each connection takes its share. */
  #ask(): void {
    while (this.#asked < Math.min(this.#waiting.size, this.pool.options.max)) {
      this.#asked++;
      const last = this.#last;
      this.pool.connect((error, client, release) => {
        const share = Math.min(Math.ceil(this.#waiting.size / this.#asked--), MAX_IN_TURN);
        if (error) this.#refuse(last, error);
        else this.#send(client, this.#next(client, share), release);
        this.#ask();
      });
    }
  }

  /** Takes callers from the queue. Only a caller alone may prepare statements, because that fails with its message. */
  #next(client: Client, most: number): Together[] {
    const taken: Together[] = [];
    for (const together of this.#waiting.values()) {
      if (taken.length >= most) break;
      const isKnown = client.messages.knows(statementsOf(together));
      if (!isKnown && taken.length > 0) break;
      this.#waiting.delete(together.caller);
      taken.push(together);
      if (!isKnown) break;
    }
    return taken;
  }

  #send(client: Client, taken: readonly Together[], release: Release): void {
    if (taken.length === 0) return release();
    let open = taken.length;
    client.messages.send(
      taken.map((together): Message => {
        const rows: object[][] = [];
        const done = (error?: Error) => {
          if (isOutdated(error)) client.messages.forget();
          if (--open === 0) release(breaks(error) ? error : undefined);
          this.#settle(together, rows, error);
        };
        return { statements: statementsOf(together), rows, done };
      }),
    );
  }

  #settle({ caller, opening, reads }: Together, [opened, ...rows]: object[][], error: Error | undefined): void {
    for (const [index, found] of rows.entries()) reads[index]?.resolve(found);
    if (!error) return;
    // Reads change nothing, so those behind a failed one can run in a message of their own.
    const rest = reads.slice(rows.length);
    const failed = opened && !breaks(error) ? rest.splice(0, 1) : rest.splice(0);
    // Once for each connection, because the next one may have an outdated plan too.
    const again = isOutdated(error) ? failed.filter((read) => read.outdated++ < this.pool.options.max) : [];
    for (const read of failed) if (!again.includes(read)) read.reject(error);
    if (again.length + rest.length > 0) this.#add(caller, opening, [...again, ...rest]);
  }

  /** Later callers may still get a connection in time. */
  #refuse(last: number, error: Error): void {
    for (const { number, caller, reads } of this.#waiting.values()) {
      if (number > last) return;
      this.#waiting.delete(caller);
      for (const { reject } of reads) reject(error);
    }
  }
}

const statementsOf = ({ opening, reads }: Together): Statement[] => [
  opening,
  ...reads.map(({ statement }) => statement),
];

const isOutdated = (error: Error | undefined): boolean =>
  error instanceof pg.DatabaseError && OUTDATED.has(error.code ?? '');

/** Whether an error is the connection's, so that it cannot be used again. */
const breaks = (error: Error | undefined): boolean => error !== undefined && !(error instanceof pg.DatabaseError);
