import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** No script but our own files runs on any page; the components of the web pages bring styles of their own. */
const POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'frame-src': ["'none'"],
};

const APOLLO = ["'self'", 'https://*.apollographql.com', 'https://apollo-server-landing-page.cdn.apollographql.com'];

/** Apollo's explorer comes from its own host and needs more rights than any page of ours. */
const EXPLORER_POLICY = {
  'default-src': ["'self'"],
  'script-src': [...APOLLO, "'unsafe-inline'"],
  'style-src': [...APOLLO, "'unsafe-inline'"],
  'img-src': [...APOLLO, 'data:'],
  'frame-src': APOLLO,
  'connect-src': APOLLO,
  'manifest-src': APOLLO,
  'worker-src': ["'self'", 'blob:'],
};

/** Sets what helmet recommends on every answer. Development shows Apollo's explorer at /graphql, with a policy of its own. */
export function setSecurityHeaders(server: FastifyInstance, production: boolean): void {
  const headers = headersOf(POLICY, production);
  const explorerHeaders = production ? headers : headersOf(EXPLORER_POLICY, production);
  server.addHook('onRequest', (request, reply, done) => {
    const isGraphQL = request.routeOptions.url === '/graphql';
    void reply.headers(isGraphQL ? explorerHeaders : headers);
    // An answer may hold a token, or data of one caller alone (RFC 6750, 5.3).
    if (isGraphQL) void reply.header('cache-control', 'no-store');
    done();
  });
}

/** Helmet is asked once: nothing of its answer depends on the request. */
function headersOf(policy: Record<string, string[]>, production: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = { setHeader: (name: string, value: string) => (headers[name] = value), removeHeader: () => undefined };
  const protect = helmet({
    contentSecurityPolicy: { directives: { ...policy, 'upgrade-insecure-requests': production ? [] : null } },
    referrerPolicy: { policy: 'no-referrer' },
  });
  protect({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}
