import { SignedTokens } from '../identity/tokens/signed.token.ts';
import type { SigningKeys } from '../identity/tokens/signing.keys.ts';

/** Lifetime of a client access, in seconds. */
export const CLIENT_ACCESS_SECONDS = 15 * 60;

/** The token's audience, and the client application's user name. */
export const CLIENT_APP = 'reachgenie-client-app';

/** Claims besides issuer, audience and expiry. */
export interface ClientAccessClaims {
  sub: string;
  jti: string;
  /** The reseller's user that acts (RFC 8693, 4.1). */
  act: { sub: string; email: string };
}

/** Their own type and audience make them invalid as access tokens of this API. */
export const clientAccessTokens = (keys: SigningKeys, issuer: string): SignedTokens =>
  new SignedTokens(keys, issuer, { type: 'client-access+jwt', audience: CLIENT_APP });
