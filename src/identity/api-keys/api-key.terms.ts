import { currentTime } from '../../core/database/database.clock.ts';
import { invalidInput } from '../../core/context/domain.error.ts';
import type { Caller } from '../../core/context/request.context.ts';
import { normalRange } from './api-key.addresses.ts';
import type { ApiKeyScope } from './api-key.entity.ts';
import { scopesOf } from './api-key.rights.ts';

/** Days. */
const LONGEST_OF_ADMIN = 365;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** @throws DomainError BAD_USER_INPUT for an admin's key that does not expire within a year */
export function requireEnd({ role }: Caller, expiresAt: Date | null): void {
  if (role !== 'ADMIN') return;
  if (!expiresAt || expiresAt.getTime() > currentTime().getTime() + LONGEST_OF_ADMIN * DAY_MS) {
    const message = `must be at most ${LONGEST_OF_ADMIN} days ahead`;
    throw invalidInput([{ path: 'expiresAt', message, rule: 'DAYS_AHEAD', params: { max: LONGEST_OF_ADMIN } }]);
  }
}

/**
 * Returns the requested scopes, or by default all that the caller can grant except REVIEW. BAD_USER_INPUT for any
 * others.
 */
export function grantedScopes(caller: Caller, asked: ApiKeyScope[] | null | undefined): ApiKeyScope[] {
  const allowed = scopesOf(caller);
  const isOther = asked?.some((scope) => !allowed.includes(scope));
  if (isOther)
    throw invalidInput([{ path: 'scopes', message: `must be one of: ${allowed.join(', ')}`, rule: 'SCOPE' }]);
  return asked ?? allowed.filter((scope) => scope !== 'REVIEW');
}

/** Normalizes the entries and removes duplicates. BAD_USER_INPUT names each wrong entry by its index, from 0. */
export function normalRanges(entries: readonly string[]): string[] {
  const ranges = entries.map((entry) => normalRange(entry));
  const wrong = ranges.flatMap((range, index) => (range === undefined ? [index] : []));
  const problem = {
    message: 'must be an IP address, or a range such as 192.0.2.0/24 or 2001:db8::/32',
    rule: 'IP_ADDRESS',
  } as const;
  if (wrong.length > 0) throw invalidInput(wrong.map((index) => ({ path: `allowedAddresses.${index}`, ...problem })));
  return [...new Set(ranges.filter((range) => range !== undefined))];
}
