import { STATUS_CODES } from 'node:http';
import type { RestOperation } from '../rest.operation.ts';
import { refTo, type Json } from './openapi.wording.ts';

/** Errors by status: the name of the response, and when it comes. */
const FAILURES: Readonly<Record<number, { name: string; description: string; headers?: readonly string[] }>> = {
  400: { name: 'BadRequest', description: 'Values are missing or not valid. `fields` names each of them.' },
  401: {
    name: 'Unauthenticated',
    description: 'No credentials, or they are wrong or no longer valid. `reason` tells more.',
    headers: ['WWW-Authenticate'],
  },
  403: { name: 'Forbidden', description: 'These credentials do not allow the operation.' },
  404: { name: 'NotFound', description: 'Nothing with this ID exists for the caller.' },
  409: { name: 'Conflict', description: 'The change does not fit the current state. `reason` tells why.' },
  412: { name: 'Stale', description: 'Someone else has changed the object since the version in `If-Match`.' },
  413: { name: 'TooLarge', description: 'The body has more than 256 KiB.' },
  415: { name: 'UnsupportedMediaType', description: 'The body is not `application/json`.' },
  429: { name: 'RateLimited', description: 'Too many requests. Try again later.', headers: ['Retry-After'] },
  500: { name: 'InternalError', description: 'An error of the server. Report `requestId`.' },
  503: {
    name: 'Unavailable',
    description: 'The service is temporarily unavailable. Try again in a moment.',
    headers: ['Retry-After'],
  },
};

const ALWAYS = [400, 401, 403, 429, 500, 503];

/** The errors that an operation can have. */
export function failuresOf({ method, parameters, body, headers }: RestOperation): Json {
  const statuses = [
    ...ALWAYS,
    ...(parameters ? [404] : []),
    ...(method !== 'GET' && (parameters ?? headers) ? [409] : []),
    ...(headers?.['If-Match'] ? [412] : []),
    ...(body ? [413, 415] : []),
  ].sort((a, b) => a - b);
  return Object.fromEntries(statuses.map((status) => [status, refTo('responses', FAILURES[status]?.name ?? '')]));
}

/** The responses that `failuresOf` refers to. */
export const failureResponses = (): Json =>
  Object.fromEntries(
    Object.entries(FAILURES).map(([status, { name, description, headers = [] }]) => [
      name,
      {
        description: `${STATUS_CODES[status]}. ${description}`,
        headers: headersNamed(['X-Request-Id', ...headers]),
        content: { 'application/problem+json': { schema: refTo('schemas', 'Problem') } },
      },
    ]),
  );

export const headersNamed = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, refTo('headers', name)]));

export const HEADERS: Json = {
  ETag: {
    description: 'The version of the object. Send it as `If-Match` with a change.',
    required: true,
    schema: { type: 'string', pattern: String.raw`^"\d+"$` },
    example: '"3"',
  },
  Location: {
    description: 'Path of the created object.',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
  },
  'Retry-After': {
    description: 'Seconds until another attempt can succeed.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
  'WWW-Authenticate': { description: 'Always `Bearer`.', schema: { type: 'string' } },
  'X-Request-Id': {
    description: 'Identifies the request in logs. Name it when you report a problem.',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  },
};

const CODES = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
];

/** `Problem` of problem.response.ts. */
export const PROBLEM: Json = {
  type: 'object',
  description: 'An error (RFC 9457). Decide by `code`, and by `reason` if there is one.',
  properties: {
    type: { type: 'string', const: 'about:blank' },
    title: { type: 'string', description: 'The status in words.' },
    status: { type: 'integer', minimum: 400, maximum: 599, description: 'The HTTP status.' },
    detail: { type: 'string', description: 'A message for people. Never repeats values.' },
    code: { type: 'string', enum: CODES },
    requestId: { type: 'string', format: 'uuid', description: 'The same as the header `X-Request-Id`.' },
    reason: { type: 'string', description: 'Tells more than `code`, such as `STALE_VERSION`.' },
    version: { type: 'integer', description: 'With `STALE_VERSION`: the current version.' },
    retryAfterSeconds: { type: 'integer', minimum: 1, description: 'With `RATE_LIMITED`: see `Retry-After`.' },
    address: { type: 'string', description: 'With `FORBIDDEN`: the address that the API key was used from.' },
    agreements: {
      type: 'array',
      description: 'With `AGREEMENT_REQUIRED`: the versions of agreements that an owner must accept first.',
      items: {
        type: 'object',
        properties: {
          agreementId: { type: 'string', format: 'uuid' },
          versionId: { type: 'string', format: 'uuid' },
          title: { type: 'string', description: 'Title of the agreement.' },
        },
        required: ['agreementId', 'versionId', 'title'],
      },
    },
    fields: {
      type: 'array',
      description: 'With `BAD_USER_INPUT`: the values that are missing or not valid.',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string', description: 'Name of the parameter, header or field of the body.' },
          message: { type: 'string' },
          rule: { type: 'string', description: 'The rule that the value breaks, such as `LENGTH`.' },
          params: { type: 'object', description: 'Values of the rule, such as `min` and `max`.' },
        },
        required: ['field', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
};
