import { SignedTokens } from '../identity/tokens/signed.token.ts';
import type { SigningKeys } from '../identity/tokens/signing.keys.ts';

/** Seconds that an access to a client's account is good for. */
export const CLIENT_ACCESS_SECONDS = 15 * 60;

/** The client application: whom the token is for, and the user name by which it asks about one. */
export const CLIENT_APP = 'reachgenie-client-app';

/** What a client-access token says besides who made it, for whom and until when. */
export interface ClientAccessClaims {
  /** The client. */
  sub: string;
  /** The session. */
  jti: string;
  /** Who really acts (RFC 8693, 4.1): the reseller's user. */
  act: { sub: string; email: string };
}

/** Their type and audience are their own: as an access token to this API they are good for nothing. */
export const clientAccessTokens = (keys: SigningKeys, issuer: string): SignedTokens =>
  new SignedTokens(keys, issuer, { type: 'client-access+jwt', audience: CLIENT_APP });
