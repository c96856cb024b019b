import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Callers can change their network, so further networks of a key's day share one row. */
const MAX_NETWORKS = 100;
const OTHERS = 'others';

/** Days. */
const KEPT = 90;

type Outcome = 'requests' | 'refused';

/** A key's unwritten counts by network, and when they were last written. */
interface Counted {
  /** Days since 1970. All counts are of this day. */
  day: number;
  networks: Map<string, Record<Outcome, number>>;
  /** Milliseconds since 1970: the last write that included an executed request. */
  written: number;
}

type Count = [apiKeyId: string, network: string, requests: number, refused: number];

/** Counts requests of API keys in memory, and writes the counts every minute and on shutdown. */
export class ApiKeyLog {
  /** Existing keys that were used today or yesterday. */
  readonly #keys = new Map<string, Counted>();
  readonly #timer = setInterval(() => void this.write(), MINUTE_MS).unref();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly em: EntityManager,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /**
   * Returns immediately. The first executed request of a minute is written soon; refused requests cause no extra SQL.
   */
  count(apiKeyId: string, network: string, outcome: Outcome): void {
    const now = Date.now();
    const day = Math.floor(now / DAY_MS);
    let counted = this.#keys.get(apiKeyId);
    if (counted?.day !== day) {
      // Unwritten counts of yesterday move to today and are written with it.
      const unwritten = [...(counted?.networks ?? [])].filter(([, { requests, refused }]) => requests + refused > 0);
      counted = { day, networks: new Map(unwritten), written: counted?.written ?? 0 };
      this.#keys.set(apiKeyId, counted);
    }
    const { networks } = counted;
    const key = networks.has(network) || networks.size < MAX_NETWORKS ? network : OTHERS;
    const count = networks.get(key) ?? { requests: 0, refused: 0 };
    count[outcome]++;
    networks.set(key, count);
    if (outcome === 'refused' || counted.written > now - MINUTE_MS) return;
    counted.written = now;
    void this.write([apiKeyId]);
  }

  /** Writes the counts of these keys. Never throws: counts that could not be written stay in memory. */
  write(apiKeyIds: Iterable<string> = this.#keys.keys()): Promise<void> {
    const counts = [...apiKeyIds].flatMap((id) => this.#take(id));
    const written = counts.length > 0 ? this.#store(counts) : Promise.resolve();
    this.#writing = Promise.all([this.#writing, written]);
    return written;
  }

  /** Writes the remaining counts. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    void this.write();
    await this.#writing;
  }

  #take(apiKeyId: string): Count[] {
    const counted = this.#keys.get(apiKeyId);
    const counts: Count[] = [];
    for (const [network, count] of counted?.networks ?? []) {
      const { requests, refused } = count;
      if (requests + refused > 0) counts.push([apiKeyId, network, requests, refused]);
      Object.assign(count, { requests: 0, refused: 0 });
    }
    if (counts.length === 0 && counted && counted.day < Math.floor(Date.now() / DAY_MS)) this.#keys.delete(apiKeyId);
    return counts;
  }

  async #store(counts: Count[]): Promise<void> {
    const column = (index: number) => counts.map((count) => count[index]);
    try {
      // Runs as the platform, because a key cannot write its own log. Changing its last use would need an audit event.
      await inTransaction(asPlatform(this.em), (em) =>
        sql`with counted as (
            select * from unnest(${column(0)}::uuid[], ${column(1)}::text[], ${column(2)}::int[], ${column(3)}::int[])
              as counted (api_key_id, network, requests, refused)),
          used as (update api_key set last_used_at = now()
            where id in (select api_key_id from counted where requests > 0) and revoked_at is null
              and (expires_at is null or expires_at > now())
              and (last_used_at is null or last_used_at <= now() - interval '1 minute'))
          insert into api_key_use (id, api_key_id, reseller_id, day, network, first_at, last_at, requests, refused)
            select gen_random_uuid(), api_key.id, reseller_id, (now() at time zone 'UTC')::date, network, now(), now(),
              requests, refused
            from counted join api_key on api_key.id = api_key_id order by api_key.id, network
          on conflict (api_key_id, day, network) do update set last_at = excluded.last_at,
            requests = api_key_use.requests + excluded.requests, refused = api_key_use.refused + excluded.refused
        `.execute(em.getKysely()),
      );
    } catch (error) {
      const apiKeyId = counts[0]?.[0];
      this.log.warn({ err: error, apiKeyId }, 'API key use not written');
      for (const [id, network, requests, refused] of counts) this.#returnCount(id, network, { requests, refused });
    }
  }

  #returnCount(apiKeyId: string, network: string, { requests, refused }: Record<Outcome, number>): void {
    const count = this.#keys.get(apiKeyId)?.networks.get(network);
    if (!count) return;
    count.requests += requests;
    count.refused += refused;
  }
}

/** Deletes old rows. The worker runs it in a platform transaction. */
export const forgetOldUses = (em: EntityManager) =>
  em.execute(`delete from api_key_use where day < (now() at time zone 'UTC')::date - ${KEPT}`);
