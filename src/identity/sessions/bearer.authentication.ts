import { rateLimited } from '../../core/context/domain.error.ts';
import { networkOf } from '../../core/limits/rate.identity.ts';
import type { Caller, RequestContext } from '../../core/context/request.context.ts';
import type { AccessTokens } from '../tokens/access.token.ts';
import type { ApiKeyDirectory } from '../api-keys/api-key.directory.ts';

/** RFC 6750: one token and nothing else; neither a JWT nor a key has other characters. */
const BEARER = /^Bearer +([\w.-]+)$/i;

export interface Authentication {
  accessTokens: AccessTokens;
  apiKeys: ApiKeyDirectory;
  limits: RequestContext['limits'];
}

/**
 * Who calls, by the `Authorization` header: an access token or an API key. Undefined for anything else. Whether the session or
 * key has ended is not asked here but in each of the caller's transactions.
 * @throws DomainError FORBIDDEN (ADDRESS_NOT_ALLOWED) for a key that may not be used from this address; RATE_LIMITED or
 * UNAVAILABLE, or what the database throws, where a key cannot be looked up just now
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
    // Who makes up keys shall not keep the database busy.
    const { name, policy, counter } = limits.api;
    const { count, resetsInMs } = await counter.hit(name, networkOf(address), policy.windowMs);
    if (count > policy.max) throw rateLimited(Math.max(1, Math.ceil(resetsInMs / 1_000)));
  });
}
