import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefreshCookie } from '../../core/context/request.context.ts';

const NAME = 'reachgenie_refresh';

/**
 * No script can read it, and no other site's request carries it. Over https its name begins with `__Host-`, so that browsers
 * take it from this very host alone, never from a subdomain (RFC 6265bis, 4.1.3.2).
 */
export function refreshCookie(request: FastifyRequest, reply: FastifyReply, secure: boolean): RefreshCookie {
  const name = secure ? `__Host-${NAME}` : NAME;
  const scope = { path: secure ? '/' : '/graphql', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    read: () => request.cookies[name],
    write: (token, expires) => void reply.setCookie(name, token, { ...scope, expires }),
    clear: () => void reply.clearCookie(name, scope),
  };
}
