import { networkOf } from '../../core/limits/rate.identity.ts';
import { countCall } from '../../core/limits/rate.limit.ts';
import type { Caller, RequestContext } from '../../core/context/request.context.ts';
import type { AccessTokens } from '../tokens/access.token.ts';
import type { ApiKeyDirectory } from '../api-keys/api-key.directory.ts';

/** RFC 6750: exactly one token. Neither JWTs nor keys contain other characters. */
const BEARER = /^Bearer +([\w.-]+)$/i;

export interface Authentication {
  accessTokens: AccessTokens;
  apiKeys: ApiKeyDirectory;
  limits: RequestContext['limits'];
}

/**
 * Returns the caller of an access token or API key in the `Authorization` header, or undefined for anything else.
 * Each transaction of the caller checks whether the session or key has ended.
 * @throws DomainError FORBIDDEN (ADDRESS_NOT_ALLOWED) if the key is not allowed from this address; RATE_LIMITED,
 * UNAVAILABLE or a database error if the key cannot be looked up
 */
export async function authenticate(
  { accessTokens, apiKeys, limits }: Authentication,
  authorization: string | undefined,
  address: string,
): Promise<Caller | undefined> {
  const [, token] = BEARER.exec(authorization ?? '') ?? [];
  if (!token) return undefined;
  if (!token.startsWith('rgk_')) return accessTokens.verify(token);
  return apiKeys.find(token, address, async () => {
    // A caller with made-up keys must not keep the database busy.
    await countCall(limits.api, networkOf(address));
  });
}
