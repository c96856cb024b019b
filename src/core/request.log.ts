import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from './request.context.ts';

interface Outcome {
  operation: string | null;
  role: string;
  /** `ok`, or the code of the first error. */
  outcome: string;
}

/** A line a request: id, operation, role, duration in milliseconds, outcome. Never a variable, a header or a token. */
export function requestLog() {
  const outcomes = new Map<string, Outcome>();

  const plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async ({ contextValue: { requestId, caller } }) => ({
      willSendResponse: async ({ operationName, response: { body } }) => {
        const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
        outcomes.set(requestId, {
          operation: operationName ?? null,
          role: caller?.role ?? 'ANONYMOUS',
          outcome: errors ? String(errors[0]?.extensions?.['code']) : 'ok',
        });
      },
    }),
  };

  const onResponse = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const outcome = outcomes.get(request.id);
    outcomes.delete(request.id);
    const path = request.url.split('?')[0];
    if (!outcome && path?.startsWith('/health/')) return;
    const { method, ip: address } = request;
    const durationMs = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, path, status: reply.statusCode, ...outcome, address, durationMs }, 'request');
  };

  return { plugin, onResponse };
}
