import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { DomainError } from '../../core/context/domain.error.ts';
import { canonicalAddress, networkOf } from '../../core/limits/rate.identity.ts';
import type { Caller, Scope } from '../../core/context/request.context.ts';
import { isSameSecret } from '../../core/secrets/secret.comparison.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { admissionBy } from './api-key.addresses.ts';
import { ApiKeyLog } from './api-key.log.ts';
import { readKey } from './api-key.secret.ts';

/** About 1 kB each. */
const MAX_KNOWN = 10_000;

interface Known {
  readonly id: string;
  readonly secretHash: string;
  readonly caller: Caller;
  readonly isFrom: (address: string) => boolean;
  /** True if the key can never be valid again. */
  readonly hasEnded: boolean;
}

interface KeyRow {
  id: string;
  secret_hash: string;
  reseller_id: string | null;
  scopes: Scope[];
  allowed_addresses: string[];
  manages_clients: boolean | null;
  has_ended: boolean;
  user_id: string;
  email: string;
  name: string;
}

/**
 * Caches the immutable parts of up to 10,000 API keys by prefix. Each transaction of the caller checks in the
 * database whether the key is still valid: see transaction.ts.
 */
export class ApiKeyDirectory {
  readonly #known = new LRUCache<string, Known>({ max: MAX_KNOWN });
  /** Unanswered look-ups: at most one a request. */
  readonly #asked = new Map<string, Promise<Known | undefined>>();
  readonly #uses: ApiKeyLog;

  constructor(
    private readonly em: EntityManager,
    private readonly log: Pick<Logger, 'warn'>,
  ) {
    this.#uses = new ApiKeyLog(em, log);
  }

  /**
   * Returns the caller of a key, or undefined if the key is not one of ours.
   * @param address the network address of the request
   * @param beforeLookUp called before the database look-up of a key that is not cached; may throw
   * @throws DomainError FORBIDDEN, ADDRESS_NOT_ALLOWED
   */
  async find(presented: string, address: string, beforeLookUp: () => Promise<void>): Promise<Caller | undefined> {
    const key = readKey(presented);
    if (!key) return undefined;
    const network = networkOf(address);
    const known = this.#known.get(key.prefix) ?? (await this.#ask(key.prefix, network, beforeLookUp));
    if (!known || !isSameSecret(known.secretHash, key.secretHash)) return undefined;
    if (known.isFrom(address)) return known.caller;
    this.#uses.count(known.id, network, 'refused');
    throw this.#notAllowedFrom(canonicalAddress(address), known);
  }

  /** Counts a use without waiting for the database. Does nothing if the caller is not an API key. */
  noteUse(caller: Caller, address: string, outcome: 'requests' | 'refused'): void {
    const [kind, id] = caller.credential.split(':');
    if (kind === 'key' && id) this.#uses.count(id, networkOf(address), outcome);
  }

  /**
   * Drops a key that the database refused, so that the next request reads it again. Its partner may have started or
   * stopped managing clients. Affects only keys without CLIENTS. Ended keys stay cached, so that their requests cost
   * no look-up.
   */
  forget({ keyPrefix = '', managesClients, scopes }: Caller): void {
    const mayChange = managesClients !== undefined && !scopes?.includes('CLIENTS');
    if (mayChange && this.#known.peek(keyPrefix)?.hasEnded === false) this.#known.delete(keyPrefix);
  }

  /** Writes the pending counts. */
  close(): Promise<void> {
    return this.#uses.close();
  }

  #notAllowedFrom(address: string, { id: apiKeyId }: Known): DomainError {
    const details = { reason: 'ADDRESS_NOT_ALLOWED', address };
    const error = new DomainError('FORBIDDEN', `This API key cannot be used from ${address}.`, details);
    this.log.warn({ event: 'denied', code: error.code, ...details, apiKeyId }, error.message);
    return error;
  }

  /** Concurrent requests with the same new key share one look-up, which counts once. */
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
    // Runs as the platform, because the caller is not known yet.
    const [row] = await readRows(
      asPlatform(this.em),
      sql<KeyRow>`select api_key.id, secret_hash, api_key.reseller_id, scopes, allowed_addresses,
          manages_clients(api_key.reseller_id), user_account.id as user_id, email, user_account.name,
          revoked_at is not null or coalesce(expires_at <= now(), false)
            or coalesce(api_key.created_at <= access_ended_at, false) as has_ended
        from api_key join user_account on user_account.id = created_by
          left join partner_account on partner_account.id = api_key.reseller_id
        where prefix = ${prefix}`,
    );
    if (!row) return undefined;
    const { id, secret_hash: secretHash, allowed_addresses: ranges, has_ended: hasEnded } = row;
    const known = { id, secretHash, caller: callerOf(row, prefix), isFrom: admissionBy(ranges), hasEnded };
    this.#known.set(prefix, known);
    return known;
  }
}

function callerOf(row: KeyRow, keyPrefix: string): Caller {
  const { id, reseller_id: resellerId, scopes, user_id: userId, email, name } = row;
  const who = { userId, email, name, scopes, keyPrefix };
  if (resellerId === null) return { ...who, role: 'ADMIN', credential: `key:${id}:admin` };
  const managesClients = row.manages_clients === true || scopes.includes('CLIENTS');
  // The database accepts keys with CLIENTS only while the partner manages clients. For other keys it compares this
  // value.
  const credential = scopes.includes('CLIENTS') ? `key:${id}` : `key:${id}:${managesClients}`;
  return { ...who, role: 'PARTNER', credential, resellerId, managesClients };
}
