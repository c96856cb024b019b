import type { FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import type { Call, Executor } from '../../core/graphql/documents/query.executor.ts';
import { resultOf } from './answer.ts';
import type { Contexts } from './context.ts';

/** An operation of ours, valid for the schema. */
export type StoredCall = Omit<Call, 'work'>;

/**
 * Runs a stored operation for the request of another endpoint, with the caller, rules, limits, masking and log line of
 * `POST /graphql`. Reads and sets no cookie.
 * @throws as `Contexts.callerOf` does
 */
export async function runStored(
  request: FastifyRequest,
  call: StoredCall,
  { contexts, executor }: { contexts: Contexts; executor: Executor },
): Promise<FormattedExecutionResult> {
  const caller = await request.caller();
  const { id, work = { requestId: id }, headers, ip } = request;
  const context = contexts.contextOf(
    {
      id,
      work,
      headers: { 'user-agent': headers['user-agent'], 'accept-language': headers['accept-language'] },
      ip,
      signal: request.deadline,
      log: () => request.log,
      noteOutcome: (outcome) => void (request.outcome = outcome),
      sendCookie: () => undefined,
    },
    caller,
  );
  return resultOf(await executor({ ...call, work }, context), call.operation.name?.value, context);
}
