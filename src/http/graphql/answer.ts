import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyBaseLogger, FastifyReply } from 'fastify';
import type { ExecutionResult, FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { DomainError, type ErrorCode } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { databaseProblem } from '../../core/database/database.problem.ts';
import { formattedErrors, headOf, reportErrors } from '../../core/graphql/error.response.ts';
import { isRestUrl, PROBLEM_TYPE, problemOf, type Told } from '../../core/graphql/problem.response.ts';

/* Both ways to an answer use these functions: Apollo's, and the short one of known documents (front.ts). */

export interface Answer {
  status: number;
  /** Without those that every response has. */
  headers: Record<string, string>;
  body: string;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Answers an operation as Apollo does. */
export function answerOf(
  { data, errors }: ExecutionResult,
  operationName: string | undefined,
  context: RequestContext,
): Answer {
  if (errors) reportErrors(errors, operationName, context);
  const formatted = errors && formattedErrors(errors);
  const { status = errors && data === undefined ? 400 : 200, headers } = finish(formatted, operationName, context);
  return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify({ errors: formatted, data }) };
}

/** Formats, logs and counts the result of an operation that is not answered as GraphQL. */
export function resultOf(
  { data, errors }: ExecutionResult,
  operationName: string | undefined,
  context: RequestContext,
): FormattedExecutionResult {
  if (errors) reportErrors(errors, operationName, context);
  const formatted = errors && formattedErrors(errors);
  finish(formatted, operationName, context);
  return { data: data ?? null, ...(formatted ? { errors: formatted } : {}) };
}

/** Does the same in Apollo. */
export const answerInApollo: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async ({ contextValue }) => ({
    didEncounterErrors: async ({ errors, operationName }) => reportErrors(errors, operationName, contextValue),
    willSendResponse: async ({ operationName, response: { http, body } }) => {
      if (body.kind !== 'single') return;
      const { status, headers } = finish(body.singleResult.errors, operationName, contextValue);
      if (status) http.status = status;
      for (const [name, value] of Object.entries(headers)) http.headers.set(name, value);
    },
  }),
};

/** Adds the request ID to the errors, and returns how they change the response. */
function finish(
  errors: readonly GraphQLFormattedError[] = [],
  operationName: string | null | undefined,
  { requestId, answered }: RequestContext,
): ReturnType<typeof headOf> {
  for (const error of errors) Object.assign(error, { extensions: { ...error.extensions, requestId } });
  answered(operationName, errors);
  return headOf(errors);
}

/** HTTP status of requests that are refused before their document is read. */
const REFUSALS: Partial<Record<ErrorCode, number>> = {
  UNAVAILABLE: 503,
  RATE_LIMITED: 429,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
};

/**
 * Answers errors before an operation in GraphQL's error format, or another, without internals: an invalid body, an unavailable
 * database, or an API key from an address that is not allowed.
 */
export function refusalOf(
  error: Error & { statusCode?: number },
  requestId: string,
  log: FastifyBaseLogger,
  answer: ErrorAnswer = errorAnswer,
): Answer {
  const known = error instanceof DomainError ? error : databaseProblem(error);
  const refusal = known && REFUSALS[known.code];
  if (refusal) {
    const { message, code } = known;
    const { fields: _, ...details } = known.details; // refusals have none
    if (code === 'RATE_LIMITED') log.warn({ event: 'denied', code }, message); // the caller is still unknown
    const headers = code === 'FORBIDDEN' ? {} : { 'retry-after': `${details.retryAfterSeconds ?? 1}` };
    return answer(refusal, message, { code, ...details, requestId }, headers);
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return answer(status, error.message, { code: 'BAD_REQUEST', requestId });
  log.error({ err: error }, 'unhandled error');
  return answer(status, 'Something went wrong.', { code: 'INTERNAL_SERVER_ERROR', requestId });
}

type ErrorAnswer = (status: number, message: string, extensions: Told, headers?: Record<string, string>) => Answer;

export const errorAnswer: ErrorAnswer = (status, message, extensions, headers = {}) => {
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  return { status, headers: { ...JSON_TYPE, ...headers }, body };
};

const problemAnswer: ErrorAnswer = (status, message, extensions, headers = {}) => {
  const own = { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' };
  const body = JSON.stringify(problemOf(status, message, extensions));
  return { status, headers: { ...own, ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}), ...headers }, body };
};

/** The format of the errors below a URL: problems for the REST API, else GraphQL's. */
export const errorAnswerAt = (url: string | undefined): ErrorAnswer => (isRestUrl(url) ? problemAnswer : errorAnswer);

export const sendAnswer = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply.status(status).headers(headers).send(body);
