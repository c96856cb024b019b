export interface FieldProblem {
  path: string;
  message: string;
  rule?: string;
  params?: Record<string, string | number>;
}

/** An error as the API answers it: docs/errors.md. */
export interface Problem {
  message: string;
  /** None if a proxy answered in the API's place. */
  extensions?: {
    code: string;
    requestId?: string;
    reason?: string;
    version?: number;
    retryAfterSeconds?: number;
    fields?: FieldProblem[];
  };
}

/** Why the API did not do what was asked. */
export class ApiError extends Error {
  /** A code of docs/errors.md; UNREACHABLE or TIMEOUT if no answer came; OUTDATED if a file of the pages is gone. */
  readonly code: string;
  readonly requestId: string | undefined;
  /** Of a CONFLICT. */
  readonly reason: string | undefined;
  /** Of a STALE_VERSION: the version that the thing is at now. */
  readonly version: number | undefined;
  /** Of a BAD_USER_INPUT. */
  readonly fields: FieldProblem[];
  /** Of a RATE_LIMITED: when it is worth trying again. */
  readonly retryAt: Date | undefined;

  constructor({ message, extensions = { code: 'INTERNAL_SERVER_ERROR' } }: Problem) {
    super(message);
    const { code, requestId, reason, version, fields, retryAfterSeconds } = extensions;
    this.code = code;
    this.requestId = requestId;
    this.reason = reason;
    this.version = version;
    this.fields = fields ?? [];
    this.retryAt = retryAfterSeconds === undefined ? undefined : new Date(Date.now() + retryAfterSeconds * 1000);
  }

  static unanswered(code: 'UNREACHABLE' | 'TIMEOUT', cause: unknown): ApiError {
    const error = new ApiError({ message: 'The server did not answer.', extensions: { code } });
    error.cause = cause;
    return error;
  }

  /** For an answer that is none of the API: a proxy's page, or nothing at all. */
  static ofStatus({ status, headers }: Response): ApiError {
    const seconds = Number(headers.get('retry-after'));
    const isLimited = status === 429 && seconds > 0;
    const code = isLimited ? 'RATE_LIMITED' : status === 429 || status >= 500 ? 'UNAVAILABLE' : 'UNREACHABLE';
    const message = `The server answered ${status} without words.`;
    return new ApiError({ message, extensions: { code, ...(isLimited ? { retryAfterSeconds: seconds } : {}) } });
  }
}

/** Whether a link of a mail is good no more. */
export const isUsedLink = (error: unknown): boolean =>
  error instanceof ApiError && error.fields.some(({ path }) => path === 'token');

export const hasCode = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code;

export const hasReason = (error: unknown, reason: string): boolean =>
  error instanceof ApiError && error.reason === reason;
