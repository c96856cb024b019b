export interface FieldProblem {
  path: string;
  message: string;
  rule?: string;
  params?: Record<string, string | number>;
}

/** API error (docs/errors.md). */
export interface Problem {
  message: string;
  /** Missing if a proxy answered. */
  extensions?: {
    code: string;
    requestId?: string;
    reason?: string;
    version?: number;
    tier?: string;
    retryAfterSeconds?: number;
    fields?: FieldProblem[];
    agreements?: RequiredAgreement[];
  };
}

/** A version of an agreement that an owner must accept first. */
export interface RequiredAgreement {
  agreementId: string;
  versionId: string;
  title: string;
}

/** Failure of an API call. */
export class ApiError extends Error {
  /** A code of docs/errors.md; UNREACHABLE or TIMEOUT without a response; OUTDATED if a page's file is gone. */
  readonly code: string;
  readonly requestId: string | undefined;
  /** CONFLICT only. */
  readonly reason: string | undefined;
  /** STALE_VERSION only: current version. */
  readonly version: number | undefined;
  /** BENEFIT_REQUIRED only: the lowest tier that has the benefit. */
  readonly tier: string | undefined;
  /** BAD_USER_INPUT only. */
  readonly fields: FieldProblem[];
  /** AGREEMENT_REQUIRED only. */
  readonly agreements: RequiredAgreement[];
  /** RATE_LIMITED only: time of the next attempt. */
  readonly retryAt: Date | undefined;

  constructor({ message, extensions = { code: 'INTERNAL_SERVER_ERROR' } }: Problem) {
    super(message);
    const { code, requestId, reason, version, tier, fields, agreements, retryAfterSeconds } = extensions;
    this.code = code;
    this.requestId = requestId;
    this.reason = reason;
    this.version = version;
    this.tier = tier;
    this.fields = fields ?? [];
    this.agreements = agreements ?? [];
    this.retryAt = retryAfterSeconds === undefined ? undefined : new Date(Date.now() + retryAfterSeconds * 1000);
  }

  static unanswered(code: 'UNREACHABLE' | 'TIMEOUT', cause: unknown): ApiError {
    const error = new ApiError({ message: 'The server did not answer.', extensions: { code } });
    error.cause = cause;
    return error;
  }

  /** For responses that are not the API's, such as a proxy's page. */
  static ofStatus({ status, headers }: Response): ApiError {
    const seconds = Number(headers.get('retry-after'));
    const isLimited = status === 429 && seconds > 0;
    const code = isLimited ? 'RATE_LIMITED' : status === 429 || status >= 500 ? 'UNAVAILABLE' : 'UNREACHABLE';
    const message = `The server answered ${status} without words.`;
    return new ApiError({ message, extensions: { code, ...(isLimited ? { retryAfterSeconds: seconds } : {}) } });
  }
}

/** True if an emailed link is no longer valid. */
export const isUsedLink = (error: unknown): boolean =>
  error instanceof ApiError && error.fields.some(({ path }) => path === 'token');

export const hasCode = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code;

export const hasReason = (error: unknown, reason: string): boolean =>
  error instanceof ApiError && error.reason === reason;
