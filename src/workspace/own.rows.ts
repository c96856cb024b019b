import { PrimaryKey } from '@mikro-orm/decorators/legacy';
import { unauthenticated } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { CALLER_VARIABLE, PLATFORM_SEES_ALL } from '../core/database/tenancy.ts';

const OWN = `coalesce(current_setting('${CALLER_VARIABLE}', true), '') = '' or user_id = (select calling_user())`;
const SHARED = `is_shared and reseller_id is not distinct from nullif(current_setting('mikro.tenant.resellerId', true), '')::uuid`;

/** Rows of one user. Also restricts the platform's role, unless it works without a caller, as the worker does. */
export const OWN_ROWS = [PLATFORM_SEES_ALL, { name: 'own_rows', type: 'restrictive' as const, using: OWN, check: OWN }];

/** The same, but users see the shared rows of their account. */
export const OWN_OR_SHARED_ROWS = [
  PLATFORM_SEES_ALL,
  { name: 'own_or_shared', type: 'restrictive' as const, using: `${OWN} or ${SHARED}`, check: OWN },
  { name: 'own_deletes', type: 'restrictive' as const, command: 'delete' as const, using: OWN },
];

/** The first part of a key: the user that has the row. */
export const OwnerId = (): ReturnType<typeof PrimaryKey> => PrimaryKey({ type: 'uuid' });

/** The caller as an owner of rows. */
export function ownerOf({ caller }: Pick<RequestContext, 'caller'>) {
  if (!caller) throw unauthenticated();
  return { userId: caller.userId, resellerId: caller.resellerId ?? null, name: caller.name };
}
