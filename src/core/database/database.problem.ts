import { OptimisticLockError } from '@mikro-orm/postgresql';
import { staleVersion, unauthenticated, unavailable, type DomainError } from '../context/domain.error.ts';

/** What require_caller raises: see the migration 20261130-06-identity. */
const SESSION_ENDED = 'RG401';

/**
 * PostgreSQL's and Node's codes for a database that cannot be asked just now (Appendix A of the manual): connections lost or
 * refused, too many of them, shutting down, read only for a failover, a statement or lock that took too long, a deadlock.
 */
const PASSING =
  /^(08...|57P0[1-4]|53...|57014|55P03|40001|40P01|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const LOST =
  /connection (terminated|timeout|ended|error)|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

/** The domain error for what the database says, where there is one; undefined for what is nobody's business but ours. */
export function databaseProblem(cause: unknown): DomainError | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause instanceof OptimisticLockError) return staleVersion();
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === SESSION_ENDED) return unauthenticated('The session has ended. Sign in again.');
  return PASSING.test(code) || LOST.test(cause.message) ? unavailable() : undefined;
}
