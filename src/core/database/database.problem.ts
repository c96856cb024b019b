import { OptimisticLockError } from '@mikro-orm/postgresql';
import { staleVersion, unauthenticated, unavailable, type DomainError } from '../context/domain.error.ts';

/** Raised by require_caller: see the migration 20261130-06-identity. */
const SESSION_ENDED = 'RG401';

/** Temporary failures: lost connection, shutdown, failover, timeout, deadlock (PostgreSQL, Appendix A). */
const PASSING =
  /^(08...|57P0[1-4]|53...|57014|55P03|40001|40P01|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** pg gives these errors no code. */
const LOST =
  /connection (terminated|timeout|ended|error)|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

/** Maps a database error to a domain error. Undefined for errors that callers must not see. */
export function databaseProblem(cause: unknown): DomainError | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause instanceof OptimisticLockError) return staleVersion();
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === SESSION_ENDED) return unauthenticated('Your session has ended. Sign in again.');
  return PASSING.test(code) || LOST.test(cause.message) ? unavailable() : undefined;
}
