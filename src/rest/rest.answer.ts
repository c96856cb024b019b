import type { GraphQLFormattedError } from 'graphql';
import type { FieldProblem } from '../core/context/domain.error.ts';
import { problemOf, type Problem, type ProblemField } from '../core/graphql/problem.response.ts';
import type { BoundOperation, Spelling } from './rest.binding.ts';

type Values = Record<string, unknown>;

const STATUSES: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

export interface Failed {
  problem: Problem;
  headers: Record<string, string>;
}

/** The problem for the first error of an operation, with the fields of all. */
export function failedBy(
  errors: readonly GraphQLFormattedError[],
  { names }: Pick<BoundOperation, 'names'>,
  { requestId, isConditional }: { requestId: string; isConditional: boolean },
): Failed {
  const [{ message, extensions = {} } = { message: '' }] = errors;
  const { code: given, reason, version, retryAfterSeconds, address, agreements } = extensions as Partial<Problem>;
  const code = given ?? 'INTERNAL_SERVER_ERROR';
  const isStale = reason === 'STALE_VERSION' && isConditional;
  const status = isStale ? 412 : (STATUSES[code] ?? 500);
  const fields = errors.flatMap((error) => fieldsOf(error, names));
  const problem = problemOf(status, message, {
    code,
    requestId,
    ...(reason === undefined ? {} : { reason }),
    ...(version === undefined ? {} : { version }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(address === undefined ? {} : { address }),
    ...(agreements === undefined ? {} : { agreements }),
    ...(code === 'BAD_USER_INPUT' ? { fields } : {}),
  });
  return { problem, headers: headersOf(problem) };
}

function fieldsOf({ extensions }: GraphQLFormattedError, names: BoundOperation['names']): ProblemField[] {
  const fields = (extensions?.['fields'] ?? []) as FieldProblem[];
  return fields.map(({ path, message, rule, params }) => ({
    field: nameOf(path, names),
    message,
    rule,
    ...(params ? { params } : {}),
  }));
}

/** Rules name the argument, its field or its entry: `input.companyName`, `companyName`, `filter.status[0]`. */
function nameOf(path: string, names: BoundOperation['names']): string {
  const place = path.replaceAll(/\[\d+\]/g, '');
  return names.get(place) ?? names.get(`input.${place}`) ?? names.get(`filter.${place}`) ?? place;
}

export function headersOf({ status, retryAfterSeconds }: Pick<Problem, 'status' | 'retryAfterSeconds'>) {
  const headers: Record<string, string> = {};
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (status === 429 || status === 503) headers['retry-after'] = String(retryAfterSeconds ?? 1);
  return headers;
}

/** Spells the enums of an answer as the REST API does, in place. */
export function respell(answer: unknown, spelling: Spelling): void {
  if (Array.isArray(answer)) return answer.forEach((item) => respell(item, spelling));
  if (typeof answer !== 'object' || answer === null) return;
  const values = answer as Values;
  for (const [field, inner] of Object.entries(spelling)) {
    const value = values[field];
    if (typeof value === 'string') values[field] = inner[value] ?? value;
    else respell(value, inner as Spelling);
  }
}

/** Headers that name the answer's version and address. */
export function headersOfAnswer({ row }: BoundOperation, answer: Values): Record<string, string> {
  const headers: Record<string, string> = {};
  if (row.hasVersion) headers['etag'] = `"${String(answer['version'])}"`;
  if (row.location)
    headers['location'] = row.location.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(answer[name]));
  return headers;
}

/** Whether If-None-Match names the current version. */
export const isKnown = (etag: string | undefined, wanted: string | undefined): boolean =>
  etag !== undefined &&
  wanted !== undefined &&
  wanted.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
