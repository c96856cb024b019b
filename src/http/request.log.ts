import type { Socket } from 'node:net';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { brief } from '../core/context/log.options.ts';
import type { Outcome, RequestContext } from '../core/context/request.context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined if the request is no GraphQL operation. */
    outcome: Outcome | undefined;
  }
}

/** Adds the operation's outcome to its request's log line. */
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
 * Logs one line per request, without variables, headers or tokens. If the client disconnects, the line follows when the
 * work is done, with `aborted` instead of a status.
 */
export function logRequests(server: FastifyInstance): void {
  server.decorateRequest('outcome', undefined);
  // Read early, because a closed socket no longer knows its address.
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
