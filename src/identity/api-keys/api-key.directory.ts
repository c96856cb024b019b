import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
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

const MAX_KNOWN = 10_000;

interface Known {
  readonly id: string;
  readonly prefix: string;
  readonly secretHash: string;
  readonly caller: Caller;
  readonly isFrom: (address: string) => boolean;
  /** It will never be valid again. */
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
 * Knows API keys by their prefix: the parts that never change, for 10,000 of them. Whether a key is still valid is asked of the
 * database in each transaction of its caller: see transaction.ts.
 */
export class ApiKeyDirectory {
  readonly #known = new Map<string, Known>();
  readonly #asked = new Map<string, Promise<Known | undefined>>();
  readonly #ofCaller = new WeakMap<Caller, Known>();
  readonly #uses: ApiKeyLog;

  constructor(
    private readonly em: EntityManager,
    private readonly log: Pick<Logger, 'warn'>,
  ) {
    this.#uses = new ApiKeyLog(em, log);
  }

  /**
   * The caller with this key; undefined for anything but a key of ours.
   * @param address from which the request comes
   * @param beforeLookUp called before the database is asked, for a key that this process does not know yet; may throw
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

  /** Nobody waits for it. Does nothing for a caller that is no key. */
  noteUse(caller: Caller, address: string, outcome: 'requests' | 'refused'): void {
    const known = this.#ofCaller.get(caller);
    if (known) this.#uses.count(known.id, networkOf(address), outcome);
  }

  /**
   * The next request reads the key again, because the database refused it: its partner may have begun, or ceased, to manage
   * clients. Only keys without CLIENTS depend on that. A key that has ended stays so: its requests cost no look-up.
   */
  forget(caller: Caller): void {
    const known = this.#ofCaller.get(caller);
    if (known && !known.hasEnded && caller.managesClients !== undefined && !caller.scopes?.includes('CLIENTS'))
      this.#known.delete(known.prefix);
  }

  /** Writes what is counted. */
  close(): Promise<void> {
    return this.#uses.close();
  }

  #notAllowedFrom(address: string, { id: apiKeyId }: Known): DomainError {
    const details = { reason: 'ADDRESS_NOT_ALLOWED', address };
    const error = new DomainError('FORBIDDEN', `This API key may not be used from ${address}.`, details);
    this.log.warn({ event: 'denied', code: error.code, ...details, apiKeyId }, error.message);
    return error;
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
    const caller = callerOf(row);
    const known: Known = { id, prefix, secretHash, caller, isFrom: admissionBy(ranges), hasEnded };
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(prefix, known);
    this.#ofCaller.set(caller, known);
    return known;
  }
}

function callerOf(row: KeyRow): Caller {
  const { id, reseller_id: resellerId, scopes, user_id: userId, email, name } = row;
  const who = { userId, email, name, scopes };
  if (resellerId === null) return { ...who, role: 'ADMIN', credential: `key:${id}:admin` };
  const managesClients = row.manages_clients === true || scopes.includes('CLIENTS');
  // A key with CLIENTS is valid only while the partner manages clients. For other keys the database checks that it is still so.
  const credential = scopes.includes('CLIENTS') ? `key:${id}` : `key:${id}:${managesClients}`;
  return { ...who, role: 'PARTNER', credential, resellerId, managesClients };
}
