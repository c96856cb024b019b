export type ErrorCode =
  'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'RATE_LIMITED' | 'UNAVAILABLE';

/** Rules that a value can break, for programs: docs/errors.md. */
export type FieldRule =
  | 'TYPE'
  | 'LENGTH'
  | 'CHARACTER'
  | 'ACCENTS'
  | 'EMAIL'
  | 'WEB_ADDRESS'
  | 'RANGE'
  | 'COUNT'
  | 'DUPLICATE'
  | 'FUTURE'
  | 'CURSOR'
  | 'TIME_ORDER'
  | 'TIME_ZONE'
  | 'TOO_MANY_PERIODS'
  | 'STATUS'
  | 'REQUIRED'
  | 'LINK'
  | 'IP_ADDRESS'
  | 'SCOPE'
  | 'DAYS_AHEAD'
  | 'PASSWORD_COMMON'
  | 'PASSWORD_PERSONAL'
  | 'WRONG_PASSWORD'
  | 'WRONG_CODE';

export interface FieldProblem {
  path: string;
  message: string;
  rule: FieldRule;
  /** Numbers and names in the message, so that a page can say it in another language. */
  params?: RuleParams;
}

export type RuleParams = Readonly<Record<string, string | number>>;

interface ErrorDetails {
  /** Of a CONFLICT, and of some UNAUTHENTICATED and FORBIDDEN: which rule stood against it. */
  reason?: string;
  /** Of a STALE_VERSION: the version that it is at now. */
  version?: number;
  /** Of a BAD_USER_INPUT: every wrong field. */
  fields?: FieldProblem[];
  /** Of a FORBIDDEN by address: the address that the request came from. */
  address?: string;
  /** Of a RATE_LIMITED: whole seconds until it is worth trying again. */
  retryAfterSeconds?: number;
}

/** The only error whose message a caller may read; see error.response.ts for what becomes of all others. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}

export const unauthenticated = (message = 'Sign in first.', reason?: string) =>
  new DomainError('UNAUTHENTICATED', message, reason === undefined ? {} : { reason });

export const forbidden = (message = 'You may not do this.', reason?: string) =>
  new DomainError('FORBIDDEN', message, reason === undefined ? {} : { reason });

export const notFound = (what: string) => new DomainError('NOT_FOUND', `${what} not found.`);

export const conflict = (reason: string, message: string, details: Pick<ErrorDetails, 'version'> = {}) =>
  new DomainError('CONFLICT', message, { reason, ...details });

/** The version is unknown if PostgreSQL itself found the conflict. */
export const staleVersion = (version?: number) =>
  conflict(
    'STALE_VERSION',
    `Somebody else changed this${version === undefined ? '' : `: it is at version ${version} now`}. Load it again.`,
    version === undefined ? {} : { version },
  );

export const invalidInput = (fields: FieldProblem[]) =>
  new DomainError('BAD_USER_INPUT', 'Some fields are not valid.', { fields });

export const rateLimited = (retryAfterSeconds: number) =>
  new DomainError('RATE_LIMITED', `Too many requests. Try again in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });

export const unavailable = () => new DomainError('UNAVAILABLE', 'This is not possible just now. Try again soon.');
