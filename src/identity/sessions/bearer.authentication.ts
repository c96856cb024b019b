import { rateLimited } from '../../core/context/domain.error.ts';
import { networkOf } from '../../core/limits/rate.identity.ts';
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
    const { name, policy, counter } = limits.api;
    const { count, resetsInMs } = await counter.hit(name, networkOf(address), policy.windowMs);
    if (count > policy.max) throw rateLimited(Math.max(1, Math.ceil(resetsInMs / 1_000)));
  });
}
