import type { KeyObject } from 'node:crypto';
import jwt, { type JwtPayload } from 'jsonwebtoken';
import type { SigningKeys } from './signing.keys.ts';

/** What a token is for: none is ever taken for one of another kind (RFC 8725, 3.11 and 3.9). */
export interface TokenKind {
  /** The header's `typ`. */
  readonly type: string;
  readonly audience: string;
}

export type SignedClaims = JwtPayload & { exp: number };

const ALGORITHM = 'ES256';

/** Signs and verifies JWTs of one kind, by ES256 (RFC 7519). */
export class SignedTokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly issuer: string,
    private readonly kind: TokenKind,
  ) {}

  sign(claims: object, expiresAt: Date): string {
    const [iat, exp] = [Date.now(), expiresAt.getTime()].map((time) => Math.floor(time / 1000));
    return jwt.sign({ ...claims, iat, exp }, this.keys.privateKey, {
      algorithm: ALGORITHM,
      header: { alg: ALGORITHM, typ: this.kind.type, kid: this.keys.kid },
      issuer: this.issuer,
      audience: this.kind.audience,
    });
  }

  /** What a token says; undefined for anything but one of ours, of this kind, that has not expired. */
  verify(token: string): SignedClaims | undefined {
    try {
      const key = this.#keyOf(token);
      if (!key) return undefined;
      const options = { algorithms: [ALGORITHM as 'ES256'], issuer: this.issuer, audience: this.kind.audience };
      const claims = jwt.verify(token, key, options);
      return typeof claims === 'string' || claims.exp === undefined ? undefined : { ...claims, exp: claims.exp };
    } catch {
      return undefined;
    }
  }

  /** By the header's `kid` in our own fixed map; nothing else of a header decides. */
  #keyOf(token: string): KeyObject | undefined {
    const header = jwt.decode(token, { complete: true })?.header;
    return header?.typ === this.kind.type && header.kid !== undefined
      ? this.keys.publicKeys.get(header.kid)
      : undefined;
  }
}
