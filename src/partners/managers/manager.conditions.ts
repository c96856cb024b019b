import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { oneOf } from '../../core/lists/page.query.ts';

/** On a partner account. */
export function isManagedByAny(adminIds: readonly string[]): RawBuilder<unknown> {
  const ids = adminIds.filter((id) => isUuid(id));
  return sql`(${oneOf('manager_id', ids)} or ${oneOf('technical_manager_id', ids)})`;
}

/** A deactivated admin manages no one. */
const lacks = (column: string, benefit: string) =>
  sql`(not exists (select from user_account where user_account.id = ${sql.ref(`partner_account.${column}`)} and user_account.is_active)
    and tier_has_benefit(partner_account.tier, ${sql.lit(benefit)}))`;

/** On a partner account: its tier promises a manager that it does not have. */
export const LACKS_MANAGER: RawBuilder<unknown> = sql`(${lacks('manager_id', 'PARTNER_MANAGER')}
  or ${lacks('technical_manager_id', 'TECHNICAL_ACCOUNT_MANAGER')})`;
