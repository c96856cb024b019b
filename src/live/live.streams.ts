import { PassThrough } from 'node:stream';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Logger } from 'pino';
import { rateLimited, unauthenticated, unavailable } from '../core/context/domain.error.ts';
import type { Caller } from '../core/context/request.context.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { endedCallers, readRows } from '../core/database/transaction.ts';
import { mayReadMembers } from '../core/graphql/permissions.ts';
import { changesHeard, liveStreams } from '../core/telemetry/metrics.ts';

interface Stream {
  caller: Caller;
  body: PassThrough;
}

/** Finds the streams that a hint about a kind is for. */
type Affected = (streams: readonly Stream[], since: Date) => Promise<readonly Stream[]>;

const MOST_OF_USER = 10;
const MOST_OF_PROCESS = 2_000;

/** Milliseconds from a message to its hint, in which further changes join it. */
const GATHERING = 500;

/** Milliseconds before a message of changes that the hint includes. Transactions with a change may take that long. */
const MARGIN = 5_000;

/** Milliseconds. Proxies close silent connections. A session that has ended is noticed by then. */
const HEARTBEAT = 15_000;

/** Bytes that a slow client may leave unread. */
const MOST_UNREAD = 64 * 1024;

const ALL = 'all';

/** The open pages of a process, and what each of them is told. Denies by default: an unknown kind reaches nobody. */
export class LiveStreams {
  readonly #streams = new Set<Stream>();
  readonly #heard = new Map<string, Date>();
  readonly #heartbeat: NodeJS.Timeout;
  #gathering: NodeJS.Timeout | undefined;
  #isChecking = false;
  #isClosed = false;

  constructor(
    private readonly orm: MikroORM,
    private readonly log: Logger,
  ) {
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT).unref();
  }

  /**
   * @throws DomainError UNAUTHENTICATED if the session has ended, RATE_LIMITED if the user has too many streams,
   * UNAVAILABLE if the process has too many or stops
   */
  async open(caller: Caller): Promise<PassThrough> {
    if ((await this.#endedAmong([caller])).has(caller.credential)) throw unauthenticated();
    if (this.#isClosed || this.#streams.size >= MOST_OF_PROCESS) throw unavailable();
    if ([...this.#streams].filter((each) => each.caller.userId === caller.userId).length >= MOST_OF_USER) {
      throw rateLimited(HEARTBEAT);
    }
    const stream = { caller, body: new PassThrough() };
    this.#streams.add(stream);
    liveStreams.set(this.#streams.size);
    stream.body.once('close', () => {
      this.#streams.delete(stream);
      liveStreams.set(this.#streams.size);
    });
    stream.body.write(': connected\n\n');
    return stream.body;
  }

  /** Says that anything may have changed. Later changes of the same quarter of a second have no message of their own. */
  missAll(): void {
    this.hear(ALL);
  }

  hear(kind: string): void {
    changesHeard.inc({ kind: kind in AUDIENCES || kind in this.#owned ? kind : 'unknown' });
    if (!this.#heard.has(kind)) this.#heard.set(kind, new Date(currentTime().getTime() - MARGIN));
    this.#gathering ??= setTimeout(() => void this.#tell(), GATHERING);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#gathering);
    for (const { body } of this.#streams) body.end();
  }

  async #tell(): Promise<void> {
    this.#gathering = undefined;
    const heard = [...this.#heard];
    this.#heard.clear();
    for (const [kind, since] of heard) {
      try {
        const streams = [...this.#streams];
        const isFor = AUDIENCES[kind];
        const affected = isFor ? streams.filter(isFor) : await this.#owned[kind]?.(streams, since);
        for (const stream of affected ?? []) send(stream, kind);
      } catch (error) {
        this.log.warn({ err: error, kind }, 'a change was not told to open pages');
      }
    }
  }

  /** Kinds whose rows belong to tenants or users. The message does not say whose, so the rows do. */
  readonly #owned: Readonly<Record<string, Affected>> = {
    clients: (streams, since) =>
      this.#having(
        streams.filter(({ caller }) => caller.managesClients),
        ({ resellerId }) => resellerId,
        (
          ids,
        ) => sql`select reseller_id as id from client_account where reseller_id = any(${ids}) and updated_at > ${since}
          union select reseller_id from client_provisioning where reseller_id = any(${ids}) and updated_at > ${since}
          union select reseller_id from onboarding_step where reseller_id = any(${ids}) and updated_at > ${since}`,
      ),
    members: async (streams, since) => [
      ...streams.filter(isAdmin),
      ...(await this.#having(
        streams.filter(({ caller }) => mayReadMembers(caller)),
        ({ resellerId }) => resellerId,
        (ids) => sql`select distinct reseller_id as id from user_account
          where reseller_id = any(${ids}) and updated_at > ${since}`,
      )),
    ],
    notifications: (streams, since) =>
      this.#having(
        streams,
        ({ userId }) => userId,
        (ids) =>
          sql`select distinct user_id as id from notification where user_id = any(${ids}) and created_at > ${since}`,
      ),
  };

  async #having(
    streams: readonly Stream[],
    idOf: (caller: Caller) => string | undefined,
    changed: (ids: string[]) => RawBuilder<unknown>,
  ): Promise<readonly Stream[]> {
    const ids = [...new Set(streams.flatMap(({ caller }) => idOf(caller) ?? []))];
    if (ids.length === 0) return [];
    // As the platform, because one question is for many callers. They learn of their own rows only.
    const rows = await readRows(asPlatform(this.orm.em), changed(ids) as RawBuilder<{ id: string }>);
    const found = new Set<string | undefined>(rows.map(({ id }) => id));
    return streams.filter(({ caller }) => found.has(idOf(caller)));
  }

  /** Keeps connections open, and closes those of ended sessions and of clients that do not read. */
  async #beat(): Promise<void> {
    for (const { body } of this.#streams) {
      if (body.readableLength > MOST_UNREAD) body.destroy();
      else if (body.writable) body.write(':\n\n');
    }
    // A slow database delays the next check, but no heartbeat.
    if (this.#isChecking) return;
    this.#isChecking = true;
    const streams = [...this.#streams];
    const ended = await this.#endedAmong(streams.map(({ caller }) => caller));
    for (const { caller, body } of streams) if (ended.has(caller.credential)) body.destroy();
    this.#isChecking = false;
  }

  /** As the platform, because one statement is for many callers. Ends no session while the database does not answer. */
  async #endedAmong(callers: readonly Caller[]): Promise<ReadonlySet<string>> {
    const credentials = [...new Set(callers.map(({ credential }) => credential))];
    if (credentials.length === 0) return new Set();
    try {
      return await endedCallers(asPlatform(this.orm.em), credentials);
    } catch (error) {
      this.log.warn({ err: error }, 'the sessions of open pages were not checked');
      return new Set();
    }
  }
}

const isAdmin = ({ caller }: Stream): boolean => caller.role === 'ADMIN';

/** Kinds that concern everyone with a role. */
const AUDIENCES: Readonly<Record<string, (stream: Stream) => boolean>> = {
  applications: isAdmin,
  emails: isAdmin,
  partners: isAdmin,
  provisionings: isAdmin,
  [ALL]: () => true,
};

function send({ body }: Stream, kind: string): void {
  if (body.writable) body.write(`data: ${kind}\n\n`);
}
