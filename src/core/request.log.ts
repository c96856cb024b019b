import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from './request.context.ts';

interface Outcome {
  operation: string | null;
  role: string;
  /** `ok`, or the code of the first error. */
  outcome: string;
}

/** Never logged, whatever object it is part of; `rawPacket` is a request that Node could not read. */
export const REDACTED = ['*.password', '*.token', '*.authorization', '*.cookie', 'req.headers', 'err.rawPacket'];

/** Names that a caller chose: enough of one to know it again. */
export const brief = (name: string | null | undefined): string | undefined => name?.slice(0, 100);

/** A line a request: id, operation, role, duration in milliseconds, outcome. Never a variable, a header or a token. */
export function requestLog() {
  const outcomes = new Map<string, Outcome>();

  const plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async ({ contextValue: { requestId, caller } }) => ({
      willSendResponse: async ({ operationName, response: { body } }) => {
        const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
        outcomes.set(requestId, {
          operation: brief(operationName) ?? null,
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
