import type { ApolloServerPlugin, HTTPGraphQLHead } from '@apollo/server';
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

export function errorReporting(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async ({ contextValue: { requestId, log, caller } }) => ({
      didEncounterErrors: async ({ errors, operationName }) => {
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
      },
      willSendResponse: async ({ response }) => {
        if (response.body.kind !== 'single') return;
        for (const error of response.body.singleResult.errors ?? []) {
          Object.assign(error, { extensions: { ...error.extensions, requestId } });
          tellHttp(response.http, error.extensions);
        }
      },
    }),
  };
}

function tellHttp(http: HTTPGraphQLHead, extensions: GraphQLFormattedError['extensions']): void {
  if (extensions?.['code'] === 'UNAVAILABLE') {
    http.status = 503;
    http.headers.set('retry-after', '1');
  }
  if (extensions?.['code'] === 'RATE_LIMITED') {
    http.status = 429;
    http.headers.set('retry-after', String(extensions['retryAfterSeconds']));
  }
}
