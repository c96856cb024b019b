import { EventEmitter } from 'node:events';
import { callbackify } from 'node:util';
import pg from 'pg';
import { hostUrls } from './host.urls.ts';

/** Milliseconds to connect to one of several hosts, if the options have no time for all of them. */
const PATIENCE = 3_000;

/** The code of a write on a server that accepts none (PostgreSQL, Appendix A). */
const READ_ONLY = '25006';

/** PostgreSQL 14 and later report these when a connection opens, and when they change. libpq uses them too. */
const READ_ONLY_SETTINGS = ['in_hot_standby', 'default_transaction_read_only'];

/** The server starts or stops. */
const NOT_RUNNING = /^57P0/;

/** PostgreSQL's function that waits for a standby. Names of functions are not translated. */
const WAITS_FOR_STANDBY = 'SyncRepWaitForLSN';

/** The host of the newest connection, by all hosts. It is tried first, so that a dead one costs nothing later. */
const lastPrimary = new Map<string, string>();

/**
 * A connection to PostgreSQL. All connections of the product are made by this class. With several hosts in its
 * `connectionString`, it connects to the first that accepts writes. `connectionTimeoutMillis` is then for all of them.
 */
export class DatabaseClient extends pg.Client {
  readonly #options: pg.ClientConfig;
  readonly #urls: readonly string[];
  #isReadOnly = false;

  constructor(config: string | pg.ClientConfig = {}) {
    const options = typeof config === 'string' ? { connectionString: config } : config;
    const urls = hostUrls(options.connectionString ?? '');
    const [first] = urls;
    super(first && urls.length > 1 ? { ...options, connectionString: first } : options);
    this.#options = options;
    this.#urls = urls;
    // Without a listener, a lost connection would end the process. The current or next query rejects.
    this.on('error', () => undefined);
    this.on('notice', ({ routine }) => routine === WAITS_FOR_STANDBY && this.#failCommit());
    this.#leaveIfReadOnly();
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error | null, client?: this) => void): void;
  override connect(callback?: (error: Error | null, client?: this) => void): Promise<pg.Client> | undefined {
    const several = this.#urls.length > 1;
    if (!callback) return several ? this.#connectToPrimary() : super.connect();
    if (several) callbackify(() => this.#connectToPrimary())(callback);
    else super.connect(callback);
    return undefined;
  }

  /** @throws Error if no host accepts writes, with the reason of each; the error of PostgreSQL if it refuses the account */
  async #connectToPrimary(): Promise<this> {
    const all = this.#urls.join(' ');
    const last = lastPrimary.get(all);
    const urls = last === undefined ? this.#urls : [last, ...this.#urls.filter((url) => url !== last)];
    const reasons: string[] = [];
    for (const url of urls) {
      this.#startOver(url);
      const reason = await this.#connectToHost();
      if (reason === undefined) {
        lastPrimary.set(all, url);
        return this;
      }
      reasons.push(`${this.host}:${this.port}: ${reason}`);
    }
    this.#startOver(this.#urls[0]);
    throw new Error(`connection error: no host accepts writes (${reasons.join('; ')})`);
  }

  /** Returns why the next host must be tried. */
  async #connectToHost(): Promise<string | undefined> {
    try {
      await super.connect();
    } catch (error) {
      if (error instanceof pg.DatabaseError && !NOT_RUNNING.test(error.code ?? '')) throw error;
      return reasonOf(error);
    }
    return this.#isReadOnly ? 'accepts no writes' : undefined;
  }

  /** Takes the state of a new client, because pg's clients connect only once. */
  #startOver(connectionString: string | undefined): void {
    const { connection } = this;
    connection.removeAllListeners();
    connection.on('error', () => undefined);
    connection.stream.destroy();
    const { connectionTimeoutMillis: all } = this.#options;
    const connectionTimeoutMillis = all ? Math.ceil(all / this.#urls.length) : PATIENCE;
    const fresh = new pg.Client({ ...this.#options, connectionString, connectionTimeoutMillis });
    for (const [name, value] of Object.entries(fresh)) {
      if (!(name in EventEmitter.prototype)) Reflect.set(this, name, value);
    }
    this.#isReadOnly = false;
    ignoreLateAnswers(this.connection);
    this.#leaveIfReadOnly();
    this.connection.on('parameterStatus', ({ parameterName, parameterValue }) => {
      if (!READ_ONLY_SETTINGS.includes(parameterName) || parameterValue !== 'on') return;
      this.#isReadOnly = true;
      if (Reflect.get(this, '_connected')) this.#leave();
    });
  }

  /** A demoted primary may keep connections, for example behind a proxy. */
  #leaveIfReadOnly(): void {
    this.connection.on('errorMessage', ({ code }) => code === READ_ONLY && this.#leave());
  }

  #leave(): void {
    this.connection.stream.destroy(new Error('connection terminated: the server accepts no more writes'));
  }

  /** PostgreSQL reports success with this warning, although the standby may lack the commit. */
  #failCommit(): void {
    this.connection.emit('error', new Error('connection error: the wait for the standby was canceled'));
    this.connection.stream.destroy();
  }
}

/**
 * Drops the proof of the password for the host before. pg computes it in the background, and would write it to a socket
 * that is not open yet.
 */
function ignoreLateAnswers(connection: pg.Connection): void {
  const send = Reflect.get(connection, 'sendSCRAMClientFinalMessage') as (proof: unknown) => unknown;
  const sendIfOpen = (proof: unknown) => Reflect.get(connection.stream, 'pending') || send.call(connection, proof);
  Reflect.set(connection, 'sendSCRAMClientFinalMessage', sendIfOpen);
}

/** Whether the connection leads to a server that accepts no writes. */
export const isReadOnly = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === READ_ONLY;

/** Node gives an error of several addresses no message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
