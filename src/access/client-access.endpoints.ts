import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { isSameSecret } from '../core/secrets/secret.comparison.ts';
import type { SignedTokens } from '../identity/tokens/signed.token.ts';
import { endClientAccess, introspect, type Inquiry } from './client-access.introspection.ts';
import { CLIENT_APP } from './client.access.token.ts';

interface Options {
  em: EntityManager;
  tokens: SignedTokens;
  /** CLIENT_APP_SECRET. */
  secret: string;
}

/**
 * What the client application asks of us, and nobody else may. It proves who it is by its secret, as HTTP Basic (user name
 * `reachgenie-client-app`) or as a Bearer token; forms are `application/x-www-form-urlencoded`.
 *
 * - `POST /client-access/introspect` (RFC 7662): `token`, and `exchange=true` for the one time that it takes a token from a URL.
 * - `POST /client-access/revoke` (RFC 7009): `token`. The access ends at once.
 */
export const clientAccessEndpoints: FastifyPluginAsync<Options> = async (server, { em, tokens, secret }) => {
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (isClientApp(request.headers.authorization, secret)) return undefined;
    request.log.warn({ event: 'client_app_refused', address: request.ip }, 'not the client application');
    return refuse(reply.header('www-authenticate', 'Basic realm="client application"'), 401, 'invalid_client');
  });

  const inquiryOf = ({ id: requestId, ip: address, log }: FastifyRequest): Inquiry => ({
    em,
    tokens,
    log,
    requestId,
    address,
  });

  server.post('/client-access/introspect', async (request, reply) => {
    const form = formOf(request);
    const token = form?.get('token');
    if (!form || !token) return refuse(reply, 400, 'invalid_request');
    return introspect(inquiryOf(request), token, form.get('exchange') === 'true');
  });

  server.post('/client-access/revoke', async (request, reply) => {
    const token = formOf(request)?.get('token');
    if (!token) return refuse(reply, 400, 'invalid_request');
    await endClientAccess(inquiryOf(request), token);
    return reply.send();
  });
};

/** As RFC 6749, 5.2 has it. */
const refuse = (reply: FastifyReply, status: number, error: string): FastifyReply =>
  reply.status(status).send({ error });

function isClientApp(authorization: string | undefined, secret: string): boolean {
  const [scheme = '', credentials = ''] = authorization?.split(' ') ?? [];
  const basic = scheme.toLowerCase() === 'basic';
  const expected = basic ? `${CLIENT_APP}:${secret}` : secret;
  const presented = basic ? Buffer.from(credentials, 'base64').toString() : credentials;
  return isSameSecret(expected, presented) && (basic || scheme.toLowerCase() === 'bearer');
}

/** A body that is no JSON comes as text. */
function formOf({ headers, body }: FastifyRequest): URLSearchParams | undefined {
  const isForm = headers['content-type']?.toLowerCase().startsWith('application/x-www-form-urlencoded');
  return isForm && typeof body === 'string' ? new URLSearchParams(body) : undefined;
}
