import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { forkFor } from '../core/database/tenancy.ts';
import { isSameSecret } from '../core/secrets/secret.comparison.ts';
import type { SignedTokens } from '../identity/tokens/signed.token.ts';
import { endClientAccess, introspect, type Inquiry } from './client-access.introspection.ts';
import { CLIENT_APP } from './client.access.token.ts';

interface Options {
  orm: MikroORM;
  tokens: SignedTokens;
  /** Any of them authenticates the client application, so that it can change its secret without a failed request. */
  secrets: readonly string[];
}

/**
 * Endpoints for the client application only. It authenticates with its secret, by HTTP Basic (user name
 * `reachgenie-client-app`) or as a Bearer token. Bodies are `application/x-www-form-urlencoded`.
 *
 * - `POST /client-access/introspect` (RFC 7662): `token`; `exchange=true` consumes a token from a URL, once.
 * - `POST /client-access/revoke` (RFC 7009): `token`. Ends the access immediately.
 */
export const clientAccessEndpoints: FastifyPluginAsync<Options> = async (server, { orm, tokens, secrets }) => {
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (isClientApp(request.headers.authorization, secrets)) return undefined;
    request.log.warn({ event: 'client_app_refused', address: request.ip }, 'client application not authenticated');
    return refuse(reply.header('www-authenticate', 'Basic realm="client application"'), 401, 'invalid_client');
  });

  const inquiryOf = ({ id: requestId, ip: address, log, deadline }: FastifyRequest): Inquiry => ({
    em: forkFor(orm, undefined, deadline),
    tokens,
    log,
    requestId,
    address,
  });

  server.post('/client-access/introspect', async (request, reply) => {
    const form = formOf(request);
    const token = form?.get('token');
    if (!form || !token) return refuse(reply, 400, 'invalid_request');
    return introspect(inquiryOf(request), { token, exchange: form.get('exchange') === 'true' });
  });

  server.post('/client-access/revoke', async (request, reply) => {
    const token = formOf(request)?.get('token');
    if (!token) return refuse(reply, 400, 'invalid_request');
    await endClientAccess(inquiryOf(request), { token });
    return reply.send();
  });
};

/** RFC 6749, 5.2. */
const refuse = (reply: FastifyReply, status: number, error: string): FastifyReply =>
  reply.status(status).send({ error });

function isClientApp(authorization: string | undefined, secrets: readonly string[]): boolean {
  const [scheme = '', credentials = ''] = authorization?.split(' ') ?? [];
  const basic = scheme.toLowerCase() === 'basic';
  if (!basic && scheme.toLowerCase() !== 'bearer') return false;
  const presented = basic ? Buffer.from(credentials, 'base64').toString() : credentials;
  return secrets.some((secret) => isSameSecret(basic ? `${CLIENT_APP}:${secret}` : secret, presented));
}

/** Bodies that are not JSON arrive as text. */
function formOf({ headers, body }: FastifyRequest): URLSearchParams | undefined {
  const isForm = headers['content-type']?.toLowerCase().startsWith('application/x-www-form-urlencoded');
  return isForm && typeof body === 'string' ? new URLSearchParams(body) : undefined;
}
