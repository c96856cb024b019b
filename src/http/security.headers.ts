import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** Only our own scripts run. The component library needs inline styles. */
const POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'frame-src': ["'none'"],
};

const APOLLO = ["'self'", 'https://*.apollographql.com', 'https://apollo-server-landing-page.cdn.apollographql.com'];

/** Apollo's explorer loads from its own host and needs more permissions than our pages. */
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

/** Sets helmet's recommended headers. In development, /graphql shows Apollo's explorer under its own policy. */
export function setSecurityHeaders(server: FastifyInstance, production: boolean): void {
  const headers = headersOf(POLICY, production);
  const explorerHeaders = production ? headers : headersOf(EXPLORER_POLICY, production);
  server.addHook('onRequest', (request, reply, done) => {
    const isGraphQL = request.routeOptions.url === '/graphql';
    void reply.headers(isGraphQL ? explorerHeaders : headers);
    // Responses may contain tokens or private data (RFC 6750, 5.3).
    if (isGraphQL) void reply.header('cache-control', 'no-store');
    done();
  });
}

/** Computed once, because the headers do not depend on the request. */
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
