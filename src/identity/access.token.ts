import { createHash, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Caller } from '../core/request.context.ts';
import type { SigningKeys } from './signing.keys.ts';

/** Seconds that an access token is good for. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** RFC 9068: a token of another type (a client-access token, say) is never taken for an access token. */
const TYPE = 'at+jwt';
const AUDIENCE = 'reachgenie-partners';
const MAX_KNOWN = 10_000;

interface Known {
  caller: Caller;
  /** Seconds since 1970. */
  expires: number;
}

/** Signs and verifies access tokens: JWTs by ES256 (RFC 7519, RFC 9068) that say who calls, for 15 minutes. */
export class AccessTokens {
  /** Tokens whose signature was seen to be right, by hash. Their expiry is looked at each time, their session by the database. */
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly keys: SigningKeys,
    private readonly issuer: string,
  ) {}

  sign({ userId, credential, ...claims }: Caller): { accessToken: string; expiresAt: Date } {
    const now = Math.floor(Date.now() / 1000);
    const expires = now + ACCESS_TOKEN_SECONDS;
    const payload = { sub: userId, sid: credential, ...claims, iat: now, exp: expires };
    const accessToken = jwt.sign(payload, this.keys.privateKey, {
      algorithm: 'ES256',
      header: { alg: 'ES256', typ: TYPE, kid: this.keys.kid },
      issuer: this.issuer,
      audience: AUDIENCE,
    });
    return { accessToken, expiresAt: new Date(expires * 1000) };
  }

  /** Who calls, or undefined for anything but a good access token of ours. */
  verify(token: string): Caller | undefined {
    const hash = createHash('sha256').update(token).digest('base64');
    const known = this.#known.get(hash) ?? this.#verifySignature(token);
    if (!known || known.expires * 1000 <= Date.now()) {
      this.#known.delete(hash);
      return undefined;
    }
    this.#remember(hash, known);
    return known.caller;
  }

  #verifySignature(token: string): Known | undefined {
    const key = this.#keyOf(token);
    if (!key) return undefined;
    try {
      const options = { algorithms: ['ES256' as const], issuer: this.issuer, audience: AUDIENCE };
      const claims = jwt.verify(token, key, options);
      if (typeof claims === 'string' || claims.exp === undefined) return undefined;
      const { sub: userId, sid: credential, role, email, name, resellerId, managesClients, isOwner } = claims;
      const caller = { userId, credential, role, email, name, resellerId, managesClients, isOwner } as Caller;
      const expires = claims.exp;
      return { caller, expires };
    } catch {
      return undefined;
    }
  }

  /** By the header's `kid` in our own fixed map; nothing else of a header decides. */
  #keyOf(token: string): KeyObject | undefined {
    const header = jwt.decode(token, { complete: true })?.header;
    return header?.typ === TYPE && header.kid !== undefined ? this.keys.publicKeys.get(header.kid) : undefined;
  }

  #remember(hash: string, known: Known): void {
    if (this.#known.has(hash)) return;
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(hash, known);
  }
}
