import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefreshCookie } from '../core/request.context.ts';

const NAME = 'reachgenie_refresh';

/** No script can read it, no other site's request carries it, and it goes to the API alone. */
export function refreshCookie(request: FastifyRequest, reply: FastifyReply, secure: boolean): RefreshCookie {
  const scope = { path: '/graphql', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    read: () => request.cookies[NAME],
    write: (token, expires) => void reply.setCookie(NAME, token, { ...scope, expires }),
    clear: () => void reply.clearCookie(NAME, scope),
  };
}
