import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Duplex } from 'node:stream';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { parse, serialize } from 'pg-protocol';
import { rowDecoderOf, type RowDecoder } from './row.decoder.ts';
import type { Statement } from './statement.ts';

/** pg's own value conversion, which has no types. */
const { prepareValue }: { prepareValue: (value: unknown) => unknown } = createRequire(import.meta.url)(
  'pg/lib/utils.js',
);

/** Statements that PostgreSQL runs as one implicit transaction. */
export interface Message {
  /** The row of the first is not read: usually, it sets role and tenant and checks the session. */
  readonly statements: readonly Statement[];
  /** Gets the rows of each statement as it completes. */
  readonly rows: object[][];
  /**
   * Called once, with the milliseconds that PostgreSQL took. After an error, the first statement without rows has failed,
   * and the others have not run.
   */
  readonly done: (error: Error | undefined, milliseconds: number) => void;
}

/** The error of all messages on a connection that was ended, because nobody waited for its current message. */
export class Abandoned extends Error {
  override readonly message = 'connection ended: nobody waits for its statement any more';
}

/** Milliseconds. Short statements end by themselves, which is cheaper than a new connection. */
const PATIENCE = 1_000;

/** Statements that one connection keeps prepared. Each holds a plan in PostgreSQL's memory. */
const MAX_PREPARED = 250;

interface Prepared {
  readonly name: string;
  /** Missing until PostgreSQL has prepared it. */
  decode?: RowDecoder;
}

interface Sent {
  readonly message: Message;
  readonly prepared: readonly Prepared[];
  /** Index of the statement that is answered next. */
  at: number;
  rows: object[];
  error?: Error;
}

/** Types of answers (manual, 54.7). */
const PARSE_COMPLETE = 0x31; // 1
const BIND_COMPLETE = 0x32; // 2
const CLOSE_COMPLETE = 0x33; // 3
const NOTIFICATION_RESPONSE = 0x41; // A
const COMMAND_COMPLETE = 0x43; // C
const DATA_ROW = 0x44; // D
const ERROR_RESPONSE = 0x45; // E
const EMPTY_QUERY_RESPONSE = 0x49; // I
const NOTICE_RESPONSE = 0x4e; // N
const PARAMETER_STATUS = 0x53; // S
const ROW_DESCRIPTION = 0x54; // T
const READY_FOR_QUERY = 0x5a; // Z
const NO_DATA = 0x6e; // n
const PARAMETER_DESCRIPTION = 0x74; // t

/** Bytes of an answer's type and length. */
const HEADER = 5;
const OUTSIDE_TRANSACTION = 0x49; // I

/** Sends messages on a connection of pg without waiting for answers, and reads their rows: see README.md. */
export class MessagePipeline {
  readonly #client: pg.Client;
  readonly #sent: Sent[] = [];
  /** Sent when pg has read the end of its last query. */
  #delayed: Message[] = [];
  readonly #evicted: string[] = [];
  readonly #prepared = new LRUCache<string, Prepared>({
    max: MAX_PREPARED,
    dispose: ({ name }) => void this.#evicted.push(name),
  });
  readonly #parser = new EventEmitter();
  #names = 0;
  #stream: Duplex | undefined;
  #toPg: (data: Buffer) => void = () => undefined;
  /** The beginning of an incomplete answer, and the number of bytes that it needs at least. */
  #parts: Buffer[] = [];
  #missing = 0;
  /** When PostgreSQL began its current message. It sends the answers of a message together. */
  #since = 0;

  constructor(client: pg.Client) {
    this.#client = client;
    void parse(this.#parser as Duplex, (answer) => this.#apply(answer));
  }

  /** Whether all statements are prepared. If not, send no other message until theirs is done. */
  knows(statements: readonly Statement[]): boolean {
    return statements.every(({ text }) => this.#prepared.peek(text)?.decode !== undefined);
  }

  /** Prepares every statement anew: after another program removed them, or changed a column's type. */
  forget(): void {
    this.#prepared.clear();
  }

  send(messages: readonly Message[]): void {
    this.#stream ??= this.#takeOver();
    if (this.#isBusy) return void this.#delayed.push(...messages);
    const buffers: Buffer[] = [];
    if (this.#sent.length === 0) this.#since = performance.now();
    for (const message of messages) {
      try {
        if (!this.#stream.writable) throw new Error('Connection terminated');
        buffers.push(...this.#encode(message));
      } catch (error) {
        message.done(error as Error, 0);
      }
    }
    this.#stream.write(Buffer.concat(buffers));
  }

  /**
   * Ends the connection if it still works on this message after a second: PostgreSQL then stops the statement (see
   * connection.options.ts). A request to cancel could meet the next message instead.
   */
  abandon(message: Message): void {
    const timer = setInterval(() => {
      const place = this.#sent.findIndex((sent) => sent.message === message);
      if (place > 0) return;
      clearInterval(timer);
      if (place === 0) this.#end(new Abandoned());
    }, PATIENCE).unref();
  }

  /** pg returns an error before it has read the rest of the answer. */
  get #isBusy(): boolean {
    const { readyForQuery, hasExecuted } = this.#client as unknown as { readyForQuery: boolean; hasExecuted: boolean };
    return hasExecuted && !readyForQuery;
  }

  #encode(message: Message): Buffer[] {
    const prepared: Prepared[] = [];
    // This message may still use the names that it evicts itself.
    const closings = this.#evicted.map((name) => serialize.close({ type: 'S', name }));
    const buffers = [...closings];
    for (const { text, values } of message.statements) {
      const statement = this.#prepared.get(text) ?? { name: `r${this.#names++}` };
      const { name } = statement;
      if (!statement.decode) {
        this.#prepared.set(text, statement);
        // A failed message may have prepared the name. Closing an unknown name is no error.
        buffers.push(
          serialize.close({ type: 'S', name }),
          serialize.parse({ name, text }),
          serialize.describe({ type: 'S', name }),
        );
      }
      buffers.push(
        serialize.bind({ statement: name, values: values as unknown[], valueMapper: prepareValue }),
        serialize.execute(),
      );
      prepared.push(statement);
    }
    this.#sent.push({ message, prepared, at: 0, rows: [] });
    this.#evicted.splice(0, closings.length);
    return [...buffers, serialize.sync()];
  }

  /** From here on, pg reads only the answers that belong to no message. */
  #takeOver(): Duplex {
    const { stream } = (this.#client as unknown as { connection: pg.Connection }).connection;
    const listeners = stream.listeners('data') as ((data: Buffer) => void)[];
    stream.removeAllListeners('data');
    this.#toPg = (data) => {
      for (const listener of listeners) listener(data);
    };
    stream.on('data', (data: Buffer) => (this.#sent.length > 0 ? this.#receive(data) : this.#toPg(data)));
    this.#client.on('drain', () => this.#delayed.length > 0 && this.send(this.#delayed.splice(0)));
    this.#client.on('error', (error) => this.#fail(error));
    this.#client.on('end', () => this.#fail(new Error('Connection terminated')));
    return stream;
  }

  #receive(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#missing -= chunk.length;
    if (this.#missing > 0) return;
    const data = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#missing = 0;
    let start = 0;
    while (this.#sent.length > 0) {
      const left = data.length - start;
      const length = left < HEADER ? HEADER : 1 + data.readUInt32BE(start + 1);
      if (length < HEADER) return this.#break('a wrong length');
      if (left < length) {
        if (left > 0) this.#parts.push(data.subarray(start));
        this.#missing = length - left;
        return;
      }
      this.#read(data, start, start + length);
      start += length;
    }
    if (start < data.length && !this.#stream?.destroyed) this.#toPg(data.subarray(start));
  }

  #read(data: Buffer, start: number, end: number): void {
    const [sent] = this.#sent;
    if (!sent) return;
    switch (data.readUInt8(start)) {
      case DATA_ROW: {
        const decode = sent.prepared[sent.at]?.decode;
        if (!decode) return this.#break('a row without a description');
        try {
          if (sent.at > 0) sent.rows.push(decode(data, start + HEADER));
        } catch {
          this.#break('a row that does not fit its description');
        }
        return;
      }
      case COMMAND_COMPLETE:
      case EMPTY_QUERY_RESPONSE:
        sent.at++;
        sent.message.rows.push(sent.rows);
        sent.rows = [];
        return;
      case READY_FOR_QUERY:
        if (data[start + HEADER] !== OUTSIDE_TRANSACTION) return this.#break('an open transaction');
        if (!sent.error && sent.at < sent.prepared.length) return this.#break('too few answers');
        this.#sent.shift();
        return sent.message.done(sent.error, this.#lap());
      case ERROR_RESPONSE:
      case ROW_DESCRIPTION:
      case NO_DATA:
        return void this.#parser.emit('data', data.subarray(start, end));
      case PARSE_COMPLETE:
      case BIND_COMPLETE:
      case CLOSE_COMPLETE:
      case PARAMETER_DESCRIPTION:
        return;
      case NOTICE_RESPONSE:
      case NOTIFICATION_RESPONSE:
      case PARAMETER_STATUS:
        return this.#toPg(data.subarray(start, end));
      default:
        return this.#break('an answer to nothing');
    }
  }

  #apply(answer: object): void {
    const [sent] = this.#sent;
    if (!sent) return;
    if (answer instanceof pg.DatabaseError) {
      sent.error ??= answer;
      return;
    }
    const statement = sent.prepared[sent.at];
    const fields = 'fields' in answer ? (answer.fields as pg.FieldDef[]) : [];
    if (statement) statement.decode = rowDecoderOf(fields, this.#client);
  }

  /** Milliseconds since the end of the message before. */
  #lap(): number {
    const before = this.#since;
    this.#since = performance.now();
    return this.#since - before;
  }

  #break(received: string): void {
    const error = new Error(`connection error: PostgreSQL sent ${received}`);
    if (this.#sent[0]) this.#sent[0].error = error; // its statement's error would not end the connection
    this.#end(error);
  }

  #end(error: Error): void {
    this.#stream?.destroy(error);
    this.#fail(error);
  }

  #fail(error: Error): void {
    for (const { message, error: cause } of this.#sent.splice(0)) message.done(cause ?? error, this.#lap());
    for (const { done } of this.#delayed.splice(0)) done(error, 0);
  }
}
