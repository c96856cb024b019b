import pg from 'pg';
import { unavailable } from '../../context/domain.error.ts';
import type { StatementWatch } from '../../telemetry/statement.watch.ts';
import { currentWork, type Work } from '../../telemetry/work.ts';
import { isReadOnly } from '../hosts/database.client.ts';
import type { PipelinedClient } from '../pipelined.client.ts';
import { Abandoned, type Message } from './message.pipeline.ts';
import type { Statement } from './statement.ts';

type Release = (broken?: Error) => void;
type Client = PipelinedClient & { release: Release };

/** A pool of pg with our clients. */
export interface Pool {
  readonly options: { readonly max: number };
  connect(): Promise<Client>;
  connect(take: (error: Error | undefined, client: Client, release: Release) => void): void;
}

/** The first statement of a message: see transaction.ts. */
export interface Opening extends Statement {
  /** Runs before the opening, with a snapshot of its own. If it fails, nothing else runs. */
  readonly guard?: Statement;
  /** The request that reads, if `currentWork` does not say it. */
  readonly work?: Work | undefined;
}

/** Transactions that are one message: statements that are known beforehand. */
export interface Messages {
  /**
   * Reads of the same `caller` that wait at the same time share a message, and have the same signal. Once it aborts,
   * they fail with its reason.
   */
  read(caller: object, opening: Opening, statement: Statement, signal?: AbortSignal): Promise<object[]>;
  write(statements: readonly Statement[], signal?: AbortSignal): Promise<void>;
}

/** By MikroORM's driver. */
export const messagesBy = new WeakMap<object, Messages>();

/** Reads from replicas, if there are any. By the driver of the primary. */
export const replicasBy = new WeakMap<object, Pick<Messages, 'read'>>();

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
  readonly opening: Opening;
  readonly signal: AbortSignal | undefined;
  readonly work: Work | undefined;
  readonly reads: Read[];
  /** Called when the signal aborts. */
  readonly giveUp: () => void;
  /** Set once a connection works on them. */
  sent?: { readonly abandon: () => void };
}

/** Callers that share a connection's turn. A slow read delays those behind it. */
const MAX_IN_TURN = 8;
const MAX_WAITING = 10_000;

/** The pool's error for a caller that has waited as long as it allows. */
const TOO_LATE = /timeout exceeded when trying to connect/;

/** Codes for a plan that no longer fits its tables, and for one that a pooler has removed (Appendix A). */
const OUTDATED = new Set(['0A000', '26000']);

/** Sends messages on the connections of a pool: see README.md. */
export class MessageQueue implements Messages {
  /** Oldest first. */
  readonly #waiting = new Map<object, Together>();
  #last = 0;
  #asked = 0;

  constructor(
    private readonly pool: Pool,
    private readonly watch?: StatementWatch,
  ) {}

  read(caller: object, opening: Opening, statement: Statement, signal?: AbortSignal): Promise<object[]> {
    if (this.#waiting.size >= MAX_WAITING) return Promise.reject(unavailable());
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return new Promise((resolve, reject) =>
      this.#add({ caller, opening, signal, work: currentWork.getStore() ?? opening.work }, [
        { statement, resolve, reject, outdated: 0 },
      ]),
    );
  }

  /** A write is alone on its connection, because it may wait for locks. An outdated plan has done nothing. */
  async write(statements: readonly Statement[], signal?: AbortSignal): Promise<void> {
    try {
      await this.#write(statements, signal);
    } catch (error) {
      if (!isOutdated(error)) throw error;
      await this.#write(statements, signal);
    }
  }

  async #write(statements: readonly Statement[], signal: AbortSignal | undefined): Promise<void> {
    const client = await this.pool.connect();
    if (signal?.aborted) client.release();
    signal?.throwIfAborted();
    const work = currentWork.getStore();
    await new Promise<void>((resolve, reject) => {
      const done: Message['done'] = (error, milliseconds) => {
        this.watch?.ended(milliseconds, error, work, () => textOf(statements, 1));
        signal?.removeEventListener('abort', giveUp);
        if (isOutdated(error)) client.messages.forget();
        client.release(isUnusableAfter(error) ? error : undefined);
        if (error) reject(error);
        else resolve();
      };
      const message: Message = { statements, rows: [], done };
      const giveUp = () => {
        client.messages.abandon(message);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', giveUp);
      client.messages.send([message]);
    });
  }

  #add(
    { caller, opening, signal, work }: Pick<Together, 'caller' | 'opening' | 'signal' | 'work'>,
    reads: Read[],
  ): void {
    const waiting = this.#waiting.get(caller);
    if (waiting) return void waiting.reads.push(...reads);
    const together: Together = {
      number: ++this.#last,
      caller,
      opening,
      signal,
      work,
      reads,
      giveUp: () => this.#end(together),
    };
    this.#waiting.set(caller, together);
    signal?.addEventListener('abort', together.giveUp);
    process.nextTick(() => this.#ask()); // DataLoader gives its reads in the next tick
  }

  /** Fails reads that nobody waits for any more, and lets PostgreSQL stop them. */
  #end({ caller, signal, reads, sent }: Together): void {
    if (sent) sent.abandon();
    else this.#waiting.delete(caller);
    for (const { reject } of reads) reject(signal?.reason as Error);
  }

  /** Each caller gets a connection of its own, unless the pool has too few: then each connection takes its share. */
  #ask(): void {
    while (this.#asked < Math.min(this.#waiting.size, this.pool.options.max)) {
      this.#asked++;
      const last = this.#last;
      this.pool.connect((error, client, release) => {
        const share = Math.min(Math.ceil(this.#waiting.size / this.#asked--), MAX_IN_TURN);
        if (error) return this.#refuse(last, error);
        this.#send(client, this.#next(client, share), release);
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
        const done: Message['done'] = (error, milliseconds) => {
          this.watch?.ended(milliseconds, error, together.work, () => textOf(message.statements, openingsOf(together)));
          if (isOutdated(error)) client.messages.forget();
          if (--open === 0) release(isUnusableAfter(error) ? error : undefined);
          this.#settle(together, rows, error);
        };
        const message: Message = { statements: statementsOf(together), rows, done };
        together.sent = { abandon: () => client.messages.abandon(message) };
        return message;
      }),
    );
  }

  #settle(together: Together, answered: readonly object[][], error: Error | undefined): void {
    const { reads, signal, giveUp } = together;
    const openings = openingsOf(together);
    signal?.removeEventListener('abort', giveUp);
    for (let index = openings; index < answered.length; index++)
      reads[index - openings]?.resolve(answered[index] ?? []);
    if (!error || signal?.aborted) return;
    // Reads change nothing, so those behind a failed one can run in a message of their own.
    const rest = reads.slice(Math.max(0, answered.length - openings));
    const failed =
      error instanceof Abandoned ? [] : rest.splice(0, answered.length >= openings && !breaks(error) ? 1 : rest.length);
    // Once for each connection, because the next one may have an outdated plan too.
    const again = isOutdated(error) ? failed.filter((read) => read.outdated++ < this.pool.options.max) : [];
    for (const read of failed) if (!again.includes(read)) read.reject(error);
    if (again.length + rest.length > 0) this.#add(together, [...again, ...rest]);
  }

  /** Connections that are still to come serve all callers, except those that have waited too long. */
  #refuse(last: number, error: Error): void {
    if (this.#asked > 0 && !TOO_LATE.test(error.message)) return;
    for (const { number, caller, signal, giveUp, reads } of this.#waiting.values()) {
      if (number > last) break;
      this.#waiting.delete(caller);
      signal?.removeEventListener('abort', giveUp);
      for (const { reject } of reads) reject(error);
    }
    this.#ask();
  }
}

function statementsOf({ opening, reads }: Together): Statement[] {
  const statements: Statement[] = opening.guard ? [opening.guard, opening] : [opening];
  for (const { statement } of reads) statements.push(statement);
  return statements;
}

/** Number of statements before the reads. */
const openingsOf = ({ opening }: Together): number => (opening.guard ? 2 : 1);

/** Without the openings, which are the same for all. */
const textOf = (statements: readonly Statement[], openings: number): string =>
  statements
    .slice(openings)
    .map(({ text }) => text)
    .join(';\n');

const isOutdated = (error: unknown): boolean => error instanceof pg.DatabaseError && OUTDATED.has(error.code ?? '');

/** Whether an error is the connection's, so that none of its messages was done. */
const breaks = (error: Error | undefined): boolean => error !== undefined && !(error instanceof pg.DatabaseError);

const isUnusableAfter = (error: Error | undefined): boolean => breaks(error) || isReadOnly(error);
