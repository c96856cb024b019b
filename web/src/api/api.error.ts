export interface FieldProblem {
  path: string;
  message: string;
}

/** An error as the API answers it: docs/errors.md. */
export interface Problem {
  message: string;
  extensions: {
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
  /** A code of docs/errors.md, or UNREACHABLE where no answer came. */
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

  constructor({ message, extensions: { code, requestId, reason, version, fields, retryAfterSeconds } }: Problem) {
    super(message);
    this.code = code;
    this.requestId = requestId;
    this.reason = reason;
    this.version = version;
    this.fields = fields ?? [];
    this.retryAt = retryAfterSeconds === undefined ? undefined : new Date(Date.now() + retryAfterSeconds * 1000);
  }

  static unreachable(cause: unknown): ApiError {
    const error = new ApiError({ message: 'The server did not answer.', extensions: { code: 'UNREACHABLE' } });
    error.cause = cause;
    return error;
  }
}

/** Whether a link of a mail is good no more. */
export const isUsedLink = (error: unknown): boolean =>
  error instanceof ApiError && error.fields.some(({ path }) => path === 'token');

export const hasCode = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code;

export const hasReason = (error: unknown, reason: string): boolean =>
  error instanceof ApiError && error.reason === reason;
