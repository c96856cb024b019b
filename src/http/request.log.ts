import type { Socket } from 'node:net';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { brief } from '../core/context/log.options.ts';
import type { Outcome, RequestContext } from '../core/context/request.context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How an operation ended; undefined for what is none. */
    outcome: Outcome | undefined;
  }
}

/** Says how an operation ended, for the line of its request. */
export const noteOutcome = (): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async ({ contextValue: { noteOutcome: note, caller } }) => ({
    willSendResponse: async ({ operationName, response: { body } }) => {
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
      note({
        operation: brief(operationName) ?? null,
        role: caller?.role ?? 'ANONYMOUS',
        outcome: errors ? String(errors[0]?.extensions?.['code']) : 'ok',
      });
    },
  }),
});

/**
 * A line a request: id, operation, role, duration in milliseconds, outcome. Never a variable, a header or a token. Who hangs up
 * does not stop the work: it is written when that is done, with `aborted` in place of a status that nobody got.
 */
export function logRequests(server: FastifyInstance): void {
  server.decorateRequest('outcome', undefined);
  // Asked now, a socket knows it also when it has closed.
  server.server.on('connection', (socket: Socket) => void socket.remoteAddress);
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (request.socket.destroyed) write(request, reply);
    else reply.raw.once('close', () => write(request, reply));
    done();
  });
}

function write(request: FastifyRequest, reply: FastifyReply): void {
  const { method, ip: address, outcome } = request;
  const path = request.url.split('?')[0];
  if (path?.startsWith('/health/')) return;
  const ended = reply.raw.writableFinished ? { status: reply.statusCode } : { aborted: true };
  const durationMs = Math.round(reply.elapsedTime * 10) / 10;
  request.log.info({ method, path, ...ended, ...outcome, address, durationMs }, 'request');
}
