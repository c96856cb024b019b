import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { messagesBy, replicasBy, type Messages, type Opening } from '../fast-path/message.queue.ts';
import type { Statement } from '../fast-path/statement.ts';
import { PATIENCE, positionOf, type Position } from './log.position.ts';
import { Replica, type ReplicaOptions, type ReplicaState } from './replica.ts';

/** The reads of one caller in a round. They become one message. */
interface Trip {
  readonly replica: Replica;
}

/** Reads that wait for the same position. */
interface Round {
  readonly position: Promise<Position>;
  readonly trips: Map<object, Trip>;
}

/** PostgreSQL's code of a statement that takes too long. The primary would only spend the same time again. */
const TOO_SLOW = '57014';

/**
 * Reads from replicas that have reached the primary's position in its log, so that each read sees everything that was
 * committed before it began. Any trouble sends a read to the primary.
 */
class ReplicaReads implements Pick<Messages, 'read'> {
  #turn = 0;
  #next: Round | undefined;
  #asked: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly primary: Messages,
    private readonly replicas: readonly Replica[],
  ) {}

  async read(caller: object, opening: Opening, statement: Statement, signal?: AbortSignal): Promise<object[]> {
    const usable = this.replicas.filter(({ isInUse }) => isInUse);
    const chosen = usable[this.#turn++ % usable.length];
    if (!chosen) return this.primary.read(caller, opening, statement, signal);
    const { position, trips } = this.#round();
    const trip = trips.get(caller) ?? { replica: chosen };
    trips.set(caller, trip);
    try {
      return await trip.replica.read(trip, await position, opening, statement, signal);
    } catch (error) {
      if (signal?.aborted || isTooSlow(error)) throw error;
      return this.primary.read(caller, opening, statement, signal);
    }
  }

  /** One position is asked for at a time, for all reads that wait by then. A late one does not hold up the next. */
  #round(): Round {
    if (this.#next) return this.#next;
    const position = inTurn(this.#asked).then(() => {
      this.#next = undefined;
      return positionOf(this.primary);
    });
    this.#asked = position.catch(() => undefined);
    return (this.#next = { position, trips: new Map() });
  }
}

/** In the tick after the previous one, in which DataLoader gives its reads, or when that is late. */
async function inTurn(previous: Promise<unknown>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  await Promise.race([previous, new Promise((resolve) => (late = setTimeout(resolve, PATIENCE)))]);
  clearTimeout(late);
  await new Promise((resolve) => process.nextTick(resolve));
}

const isTooSlow = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === TOO_SLOW;

const openedBy = new WeakMap<object, readonly Replica[]>();

/** Connects in the background, because the process works without replicas too. Returns how to stop. */
export function openReplicas(
  { em }: Pick<MikroORM, 'em'>,
  urls: readonly string[],
  options: Pick<ReplicaOptions, 'poolSize' | 'fastPath' | 'slowStatement' | 'log'>,
): () => Promise<void> {
  const driver = em.getDriver();
  const primary = messagesBy.get(driver);
  if (!primary) throw new Error('Open the database with openDatabase().');
  const replicas = urls.map((url) => new Replica({ url, primary, ...options }));
  replicasBy.set(driver, new ReplicaReads(primary, replicas));
  openedBy.set(driver, replicas);
  return async () => {
    for (const replica of replicas) replica.close();
  };
}

/** The replicas of a database, in the order of DATABASE_REPLICA_URLS. */
export const replicaStates = ({ em }: Pick<MikroORM, 'em'>): ReplicaState[] =>
  (openedBy.get(em.getDriver()) ?? []).map(({ state }) => state);
