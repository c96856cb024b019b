import type { FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Served, ServedProcess } from '../feature.ts';
import { ApiKeyDirectory } from './api-keys/api-key.directory.ts';
import { noteKeyUse } from './api-keys/api-key.use.ts';
import { authenticate } from './sessions/bearer.authentication.ts';
import { refreshCookie } from './sessions/refresh.cookie.ts';
import { AccessTokens } from './tokens/access.token.ts';
import { publicKeySet, readSigningKeys, type SigningKeys } from './tokens/signing.keys.ts';

/** Authentication of callers, with its tokens and keys. */
export async function serveIdentity({ config, orm, log, limits, privateKey }: ServedProcess) {
  const keys = readSigningKeys(privateKey, config.jwt.publicKeys);
  const accessTokens = new AccessTokens(keys, config.publicUrl);
  const apiKeys = new ApiKeyDirectory(orm.em, log);
  const provider = await identityProvider(config, log);
  const isSecure = config.publicUrl.startsWith('https:');
  return {
    endpoints: keyEndpoints(keys),
    answered: noteKeyUse(apiKeys),
    close: () => apiKeys.close(),
    authenticate: (authorization, address) => authenticate({ accessTokens, apiKeys, limits }, authorization, address),
    refreshCookie: (cookies, send) => refreshCookie(cookies, send, isSecure),
    signAccessToken: (caller) => accessTokens.sign(caller),
    verifyIdentity: async (token) => provider?.verify(token),
  } satisfies Served;
}

/** `GET /.well-known/jwks.json`: the public keys for verifying our tokens. */
function keyEndpoints(keys: SigningKeys): FastifyPluginAsync {
  const keySet = publicKeySet(keys);
  return async (server) => {
    // Limits how long a verifier can miss a new key.
    server.get('/.well-known/jwks.json', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(keySet),
    );
  };
}

/** Loads the identity provider's client only if one is configured. */
async function identityProvider({ identityProvider: options }: Config, log: Logger) {
  if (!options) return undefined;
  const { IdentityProvider } = await import('./sessions/identity.provider.ts');
  return new IdentityProvider(options, (reason) =>
    log.warn({ event: 'identity_refused', reason }, 'identity token refused'),
  );
}
