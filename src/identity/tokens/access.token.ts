import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { currentTime } from '../../core/database/database.clock.ts';
import type { Caller } from '../../core/context/request.context.ts';
import { SignedTokens } from './signed.token.ts';
import type { SigningKeys } from './signing.keys.ts';

/** Lifetime of an access token in seconds. */
const ACCESS_TOKEN_SECONDS = 15 * 60;

/** RFC 9068. The type keeps other tokens, such as client-access tokens, from passing as access tokens. */
const KIND = { type: 'at+jwt', audience: 'reachgenie-partners' };
/** About 1 kB each. */
const MAX_KNOWN = 10_000;

interface Known {
  caller: Caller;
  /** Seconds since 1970. */
  expires: number;
}

/** Signs and verifies access tokens: JWTs after RFC 9068 that identify the caller for 15 minutes. */
export class AccessTokens {
  /** Tokens with a verified signature, by hash. Each use checks the expiry, and the database checks the session. */
  readonly #known = new LRUCache<string, Known>({ max: MAX_KNOWN });
  readonly #tokens: SignedTokens;

  constructor(keys: SigningKeys, issuer: string) {
    this.#tokens = new SignedTokens(keys, issuer, KIND);
  }

  sign({ userId, credential, authenticatedAt, ...claims }: Caller): { accessToken: string; expiresAt: Date } {
    const expiresAt = new Date((Math.floor(currentTime().getTime() / 1000) + ACCESS_TOKEN_SECONDS) * 1000);
    // RFC 9068, 2.2.1
    const who = { sub: userId, sid: credential, auth_time: authenticatedAt };
    return { accessToken: this.#tokens.sign({ ...who, ...claims }, expiresAt), expiresAt };
  }

  /** Returns the caller of a valid access token, or undefined. */
  verify(token: string): Caller | undefined {
    const tokenHash = hash('sha256', token, 'base64');
    let known = this.#known.get(tokenHash);
    if (!known) {
      known = this.#verifySignature(token);
      if (known) this.#known.set(tokenHash, known);
    }
    return known && known.expires * 1000 > currentTime().getTime() ? known.caller : undefined;
  }

  #verifySignature(token: string): Known | undefined {
    const claims = this.#tokens.verify(token);
    if (!claims) return undefined;
    const {
      sub: userId,
      sid: credential,
      role,
      email,
      name,
      resellerId,
      managesClients,
      roles,
      auth_time: authenticatedAt,
      mustAddSecondFactor,
      exp: expires,
    } = claims;
    const who = { userId, credential, role, email, name, resellerId, managesClients, roles };
    return { caller: { ...who, authenticatedAt, mustAddSecondFactor } as Caller, expires };
  }
}
