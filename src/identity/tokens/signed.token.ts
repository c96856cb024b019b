import type { KeyObject } from 'node:crypto';
import jwt, { type JwtPayload } from 'jsonwebtoken';
import { currentTime } from '../../core/database/database.clock.ts';
import type { SigningKeys } from './signing.keys.ts';

/** The purpose of a token. A token of one kind never passes as another (RFC 8725, 3.11 and 3.9). */
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
    const [iat, exp] = [currentTime().getTime(), expiresAt.getTime()].map((time) => Math.floor(time / 1000));
    return jwt.sign({ ...claims, iat, exp }, this.keys.privateKey, {
      algorithm: ALGORITHM,
      header: { alg: ALGORITHM, typ: this.kind.type, kid: this.keys.kid },
      issuer: this.issuer,
      audience: this.kind.audience,
    });
  }

  /** Returns the claims of an unexpired token of this kind that we signed, or undefined. */
  verify(token: string): SignedClaims | undefined {
    try {
      const key = this.#keyOf(token);
      if (!key) return undefined;
      const claims = jwt.verify(token, key, {
        algorithms: [ALGORITHM],
        issuer: this.issuer,
        audience: this.kind.audience,
        clockTimestamp: Math.floor(currentTime().getTime() / 1000),
      });
      return typeof claims === 'string' || claims.exp === undefined ? undefined : { ...claims, exp: claims.exp };
    } catch {
      return undefined;
    }
  }

  /** Finds the key by the header's `kid` among our own keys. No other part of the header chooses the key. */
  #keyOf(token: string): KeyObject | undefined {
    const header = jwt.decode(token, { complete: true })?.header;
    return header?.typ === this.kind.type && header.kid !== undefined
      ? this.keys.publicKeys.get(header.kid)
      : undefined;
  }
}
