import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { Config } from '../config.ts';

/**
 * Only our own scripts run; web.pages.ts adds the one inside of the page. The component library needs inline styles. Frames
 * show only what our own scripts made, such as a PDF (decision 91).
 */
const POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'frame-src': ['blob:'],
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

type Headers = Readonly<Record<string, string>>;

/**
 * helmet's recommended headers. In development, /graphql shows Apollo's explorer under its own policy. In staging, search
 * engines are kept out.
 */
export function securityHeaders({ production, staging }: Pick<Config, 'production' | 'staging'>): {
  pages: Headers;
  graphql: Headers;
} {
  const hidden: Headers = staging ? { 'x-robots-tag': 'noindex, nofollow' } : {};
  const pages = { ...headersOf(POLICY, production), ...hidden };
  const explorer = production ? pages : headersOf(EXPLORER_POLICY, production);
  // Responses may contain tokens or private data (RFC 6750, 5.3).
  return { pages, graphql: { ...explorer, 'cache-control': 'no-store' } };
}

/** As @fastify/cors sets them, for responses that bypass Fastify. */
export const corsHeaders =
  (allowedOrigins: readonly string[]) =>
  (origin: string | undefined): Headers => ({
    vary: 'Origin',
    ...(origin !== undefined && allowedOrigins.includes(origin) ? { 'access-control-allow-origin': origin } : {}),
    'access-control-allow-credentials': 'true',
  });

/** Computed once, because the headers do not depend on the request. */
function headersOf(policy: Record<string, string[]>, production: boolean): Headers {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  const protect = helmet({
    contentSecurityPolicy: { directives: { ...policy, 'upgrade-insecure-requests': production ? [] : null } },
    referrerPolicy: { policy: 'no-referrer' },
  });
  protect({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}
