import type { ApolloServerPlugin, HTTPGraphQLHead } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { databaseProblem } from './database.problem.ts';
import { DomainError, invalidInput, type ErrorCode } from './domain.error.ts';
import type { RequestContext } from './request.context.ts';
import { brief } from './request.log.ts';

/** Apollo's own refusals of a request: their messages speak of the query, never of our inside. */
const REQUEST_ERRORS = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const UNLIKE_SCHEMA = 'is missing, or not of the type that the schema asks for';

/** What a request shall be remembered for; NOT_FOUND, because a foreign id is answered like one that does not exist. */
const SECURITY_EVENTS: ReadonlySet<ErrorCode> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED']);

const isRequestError = (extensions: GraphQLFormattedError['extensions']) => REQUEST_ERRORS.has(extensions?.['code']);

/** The domain error that a caller may read, if it is one or the database has a name for it. */
const domainErrorOf = (error: unknown): DomainError | undefined => {
  const cause = unwrapResolverError(error);
  return cause instanceof DomainError ? cause : (wrongArgument(cause) ?? databaseProblem(cause));
};

const WRONG_ARGUMENT = /^Argument "(\w+)" (?:of (?:required|non-null) type|has invalid value) /;

/** What graphql-js says while it runs, and of nothing but this: a variable left an argument without its value. */
function wrongArgument(cause: unknown): DomainError | undefined {
  const path = cause instanceof GraphQLError ? WRONG_ARGUMENT.exec(cause.message)?.[1] : undefined;
  return path === undefined ? undefined : invalidInput([{ path, message: UNLIKE_SCHEMA }]);
}

/** Lets domain errors through and masks all else. */
export function formatError({ message, extensions, ...place }: GraphQLFormattedError, error: unknown) {
  const known = domainErrorOf(error);
  if (known) return { ...place, message: known.message, extensions: { code: known.code, ...known.details } };
  if (isRequestError(extensions)) return { ...place, ...withoutValues(message), ...codeOf(extensions, message) };
  return { ...place, message: 'Something went wrong.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

const VARIABLE = /^Variable "\$(\w+)"(?: got invalid value .*)?/s;
const AT = /; [^;]*$/s;

/** graphql-js repeats a wrong variable's value, which may be a password: only its place is told. */
function withoutValues(message: string): { message: string } {
  return { message: VARIABLE.test(message) ? 'Some fields are not valid.' : message };
}

function codeOf(extensions: GraphQLFormattedError['extensions'], message: string) {
  const [, variable] = VARIABLE.exec(message) ?? [];
  if (variable === undefined) return { extensions: { code: extensions?.['code'] } };
  const path = / at "([\w.[\]]+)";/.exec(message)?.[1] ?? variable;
  const reason = /Field "\w+" is not defined by type "\w+"\.?/.exec(AT.exec(message)?.[0] ?? '')?.[0];
  return { extensions: { code: 'BAD_USER_INPUT', fields: [{ path, message: reason ?? UNLIKE_SCHEMA }] } };
}

/**
 * Joins what the caller sees (the request id) with what the log keeps (the cause), gives a refusal its HTTP status and
 * Retry-After, and logs what matters to security.
 */
export function errorReporting(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async ({ contextValue: { requestId, log, caller } }) => ({
      didEncounterErrors: async ({ errors, operationName }) => {
        for (const error of errors) {
          const known = domainErrorOf(error);
          const cause = unwrapResolverError(error);
          if (known && SECURITY_EVENTS.has(known.code)) {
            const field = brief(error.path?.[0]?.toString());
            log.warn(
              { event: 'denied', code: known.code, operation: brief(operationName), field, userId: caller?.userId },
              known.message,
            );
          }
          if (known !== cause && !wrongArgument(cause) && !isRequestError(error.extensions))
            log.error({ err: cause }, 'masked error');
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
