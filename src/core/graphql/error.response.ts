import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { databaseProblem } from '../database/database.problem.ts';
import { DomainError, type ErrorCode } from '../context/domain.error.ts';
import { messageWithoutValues } from './masked.values.ts';
import type { RequestContext } from '../context/request.context.ts';
import { brief } from '../context/log.options.ts';

/** Apollo's own errors, whose messages describe only the query. */
const REQUEST_ERRORS = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Logged as security events. NOT_FOUND is one because a foreign id gets the same answer as an unknown one. */
const SECURITY_EVENTS: ReadonlySet<ErrorCode> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED']);

const isRequestError = (extensions: GraphQLFormattedError['extensions']) => REQUEST_ERRORS.has(extensions?.['code']);

const causeOf = (error: unknown): unknown => (error instanceof GraphQLError && error.originalError) || error;

const domainErrorOf = (error: unknown): DomainError | undefined => {
  const cause = causeOf(error);
  return cause instanceof DomainError ? cause : databaseProblem(cause);
};

export function formatError({ message, extensions, ...place }: GraphQLFormattedError, error: unknown) {
  const known = domainErrorOf(error);
  if (known) return { ...place, message: known.message, extensions: { code: known.code, ...known.details } };
  if (isRequestError(extensions)) {
    const reason = error instanceof GraphQLError ? messageWithoutValues(error) : message;
    return { ...place, message: reason, extensions: { code: extensions?.['code'] } };
  }
  return { ...place, message: 'Something went wrong.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** As Apollo formats the errors of an execution. */
export const formattedErrors = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
  errors.map((error) => {
    const extensions = { ...error.extensions, code: error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR' };
    return formatError({ ...error.toJSON(), extensions }, error);
  });

/** Logs denials and faults. */
export function reportErrors(
  errors: readonly GraphQLError[],
  operationName: string | null | undefined,
  { log, caller }: RequestContext,
): void {
  for (const error of errors) {
    const known = domainErrorOf(error);
    const cause = causeOf(error);
    if (known && SECURITY_EVENTS.has(known.code)) {
      const field = brief(error.path?.[0]?.toString());
      log.warn(
        { event: 'denied', code: known.code, operation: brief(operationName), field, userId: caller?.userId },
        known.message,
      );
    }
    // Database errors that mean an ended session or a stale version are normal answers.
    const isFault = !known || (known !== cause && known.code === 'UNAVAILABLE');
    if (isFault && !isRequestError(error.extensions)) log.error({ err: cause }, 'unhandled error');
  }
}

interface HttpHead {
  /** Undefined: the usual one. */
  status: number | undefined;
  headers: Record<string, string>;
}

/** Returns how formatted errors change the response. */
export function headOf(errors: readonly GraphQLFormattedError[]): HttpHead {
  const head: HttpHead = { status: undefined, headers: {} };
  for (const { extensions } of errors) {
    if (extensions?.['code'] === 'UNAVAILABLE') Object.assign(head, { status: 503, headers: { 'retry-after': '1' } });
    if (extensions?.['code'] === 'RATE_LIMITED') {
      Object.assign(head, { status: 429, headers: { 'retry-after': String(extensions['retryAfterSeconds']) } });
    }
  }
  return head;
}
