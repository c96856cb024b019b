export type ErrorCode =
  'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'RATE_LIMITED' | 'UNAVAILABLE';

/** The rule that a value broke, for programs. See docs/errors.md. */
export type FieldRule =
  | 'TYPE'
  | 'LENGTH'
  | 'CHARACTER'
  | 'ACCENTS'
  | 'EMAIL'
  | 'WEB_ADDRESS'
  | 'JSON'
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
  | 'WRONG_CODE'
  | 'REVIEWERS'
  | 'PUBLIC_ADDRESS'
  | 'EVENT_TYPE'
  | 'FILE_TYPE'
  | 'COUNTRY'
  | 'TAX_ID'
  | 'NOTICE_DAYS'
  | 'SHA256'
  | 'METRIC';

export interface FieldProblem {
  path: string;
  message: string;
  rule: FieldRule;
  params?: RuleParams;
}

export type RuleParams = Readonly<Record<string, string | number>>;

/** A version of an agreement that must be accepted first. */
export interface RequiredAgreement {
  agreementId: string;
  versionId: string;
  title: string;
}

/** `reason`: CONFLICT, some UNAUTHENTICATED and FORBIDDEN; `version`: STALE_VERSION; `fields`: BAD_USER_INPUT. */
interface ErrorDetails {
  reason?: string;
  version?: number;
  /** With BENEFIT_REQUIRED: the lowest tier that has the benefit. */
  tier?: string;
  fields?: FieldProblem[];
  /** With FORBIDDEN: the address that the API key was used from. */
  address?: string;
  /** With RATE_LIMITED: whole seconds until a retry can succeed. */
  retryAfterSeconds?: number;
  /** With AGREEMENT_REQUIRED: what to accept. At least one. */
  agreements?: readonly RequiredAgreement[];
}

/** Callers see only this error's message. error.response.ts masks all others. */
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

export const forbidden = (message = 'You do not have permission to do this.', reason?: string) =>
  new DomainError('FORBIDDEN', message, reason === undefined ? {} : { reason });

export const notFound = (what: string) => new DomainError('NOT_FOUND', `${what} not found.`);

export const conflict = (
  reason: string,
  message: string,
  details: Pick<ErrorDetails, 'version' | 'agreements' | 'tier'> = {},
) => new DomainError('CONFLICT', message, { reason, ...details });

/** Without a version if PostgreSQL found the conflict. */
export const staleVersion = (version?: number) =>
  conflict(
    'STALE_VERSION',
    `Someone else changed this${version === undefined ? '' : ` (current version: ${version})`}. Reload it and try again.`,
    version === undefined ? {} : { version },
  );

export const invalidInput = (fields: FieldProblem[]) =>
  new DomainError('BAD_USER_INPUT', 'Some fields are not valid.', { fields });

export const rateLimited = (waitMs: number) => {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000)); // clients retry immediately after 0
  const message = `Too many requests. Try again in ${retryAfterSeconds} seconds.`;
  return new DomainError('RATE_LIMITED', message, { retryAfterSeconds });
};

export const unavailable = () =>
  new DomainError('UNAVAILABLE', 'The service is temporarily unavailable. Try again in a moment.');
