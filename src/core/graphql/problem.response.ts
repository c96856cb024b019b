import { STATUS_CODES } from 'node:http';
import type { RequiredAgreement, RuleParams } from '../context/domain.error.ts';

/** Paths below it are answered with problems instead of GraphQL's errors. */
const REST_PATH = /^\/api(?:[/?]|$)/;

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A value of a request that is not valid. */
export interface ProblemField {
  /** Name of the path or query parameter, the header, or the field of the body. */
  field: string;
  message: string;
  /** See docs/errors.md. */
  rule?: string;
  params?: RuleParams;
}

/** An error of the REST API (RFC 9457). Clients decide by `code`, and by `reason` if there is one. */
export interface Problem {
  type: 'about:blank';
  /** The status in words. */
  title: string;
  status: number;
  /** For people. Never repeats values. */
  detail: string;
  code: string;
  requestId: string;
  reason?: string;
  version?: number;
  retryAfterSeconds?: number;
  address?: string;
  agreements?: readonly RequiredAgreement[];
  fields?: ProblemField[];
}

/** The parts of a problem that its status does not tell. */
export type Told = Omit<Problem, 'type' | 'title' | 'status' | 'detail'>;

export const problemOf = (status: number, detail: string, told: Told): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  ...told,
});

/** Whether a URL belongs to the REST API, also if nothing exists there. */
export const isRestUrl = (url: string | undefined): boolean => url !== undefined && REST_PATH.test(url);
