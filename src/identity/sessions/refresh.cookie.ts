import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefreshCookie } from '../../core/context/request.context.ts';

const NAME = 'reachgenie_refresh';

/**
 * Scripts cannot read the cookie, and requests from other sites do not carry it. Over HTTPS its name begins with
 * `__Host-`, so that no subdomain can set it (RFC 6265bis, 4.1.3.2).
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
