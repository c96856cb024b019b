import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Caller } from '../core/request.context.ts';
import { isSameSecret } from '../core/secret.comparison.ts';
import { asPlatform } from '../core/tenancy.ts';
import { inTransaction, readRows } from '../core/transaction.ts';
import { readKey } from './api-key.secret.ts';

const MAX_KNOWN = 10_000;
const MINUTE_MS = 60_000;

interface Known {
  readonly secretHash: string;
  readonly caller: Caller;
  /** Milliseconds since 1970, by this process's clock: when its use was last noted. */
  noted: number;
}

interface KeyRow {
  id: string;
  secret_hash: string;
  reseller_id: string;
  user_id: string;
  email: string;
  name: string;
}

/**
 * Knows API keys by their prefix: what of them never changes, for 10,000 of them. Whether a key is still good is asked of the
 * database in each transaction of its caller: see transaction.ts.
 */
export class ApiKeyDirectory {
  readonly #known = new Map<string, Known>();
  readonly #asked = new Map<string, Promise<Known | undefined>>();
  readonly #ofCaller = new WeakMap<Caller, Known>();

  constructor(
    private readonly em: EntityManager,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /**
   * Who calls with this key; undefined for anything but a key of ours.
   * @param network from which
   * @param beforeLookUp called before the database is asked, for a key that this process has not seen yet; may throw
   */
  async find(presented: string, network: string, beforeLookUp: () => Promise<void>): Promise<Caller | undefined> {
    const key = readKey(presented);
    if (!key) return undefined;
    const known = this.#known.get(key.prefix) ?? (await this.#ask(key.prefix, network, beforeLookUp));
    if (!known || !isSameSecret(known.secretHash, key.secretHash)) return undefined;
    return known.caller;
  }

  /** Nobody waits for it. Does nothing for a caller that is no key. */
  noteUse(caller: Caller): void {
    const known = this.#ofCaller.get(caller);
    if (!known || known.noted > Date.now() - MINUTE_MS) return;
    known.noted = Date.now();
    void this.#writeUse(caller.credential.slice('key:'.length));
  }

  /** Of requests that bring a new key at once, one asks for it, and counts. */
  #ask(prefix: string, network: string, beforeLookUp: () => Promise<void>): Promise<Known | undefined> {
    const question = `${network} ${prefix}`;
    let answer = this.#asked.get(question);
    if (!answer) {
      answer = beforeLookUp()
        .then(() => this.#lookUp(prefix))
        .finally(() => this.#asked.delete(question));
      this.#asked.set(question, answer);
    }
    return answer;
  }

  async #lookUp(prefix: string): Promise<Known | undefined> {
    // Nobody is known yet: this is the platform's work.
    const [row] = await readRows(
      asPlatform(this.em),
      sql<KeyRow>`select api_key.id, secret_hash, api_key.reseller_id, user_account.id as user_id, email, user_account.name
        from api_key join user_account on user_account.id = created_by where prefix = ${prefix}`,
    );
    if (!row) return undefined;
    const { id, secret_hash: secretHash, reseller_id: resellerId, user_id: userId, email, name } = row;
    const credential = `key:${id}`;
    const scopes = ['READ', 'CLIENTS'] as const;
    const caller: Caller = {
      role: 'PARTNER',
      email,
      name,
      userId,
      credential,
      resellerId,
      managesClients: true,
      scopes,
    };
    const known: Known = { secretHash, caller, noted: 0 };
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(prefix, known);
    this.#ofCaller.set(caller, known);
    return known;
  }

  /** Of several processes one writes, and nothing where the key is good no more. */
  async #writeUse(id: string): Promise<void> {
    try {
      // The key may not do this itself: it would be an audited change.
      await inTransaction(asPlatform(this.em), (em) =>
        sql`update api_key set last_used_at = now() where id = ${id} and revoked_at is null
          and (expires_at is null or expires_at > now())
          and (last_used_at is null or last_used_at <= now() - interval '1 minute')`.execute(em.getKysely()),
      );
    } catch (error) {
      this.log.warn({ err: error, apiKeyId: id }, 'the use of an API key could not be noted');
    }
  }
}
