import { sql } from 'kysely';
import type { RequestContext } from '../core/context/request.context.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import { ClientAccount, SubscriptionStatus } from './client-account.entity.ts';
import type { ClientPlan } from './client-plan.types.ts';

/** More are not worth proposing. */
const MOST = 50;

/** Derived from the clients, because plans have no table. One statement reads the reseller's own clients. */
export function listClientPlans({ reader }: RequestContext): Promise<ClientPlan[]> {
  const visible = fromVisible(reader, ClientAccount, [sql`subscription_status <> ${SubscriptionStatus.CANCELED}`]);
  return readRows(
    reader,
    sql<ClientPlan>`select subscription_tier as name, count(*)::int as clients,
      row_number() over (order by max(created_at) desc, subscription_tier) = 1 as "isLatest"
      ${visible} group by subscription_tier order by clients desc, name limit ${MOST}`,
  );
}
