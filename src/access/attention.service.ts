import { sql, type RawBuilder } from 'kysely';
import { ClientAccount, SubscriptionStatus } from '../clients/client-account.entity.ts';
import { clientCondition } from '../clients/client.conditions.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { columnsOf, type Row } from '../core/database/row.query.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import { AttentionReason } from './attention.types.ts';
import { ClientAccessSession } from './client-access-session.entity.ts';

const { SUSPENDED, ONBOARDING_OVERDUE, NOT_OPENED } = AttentionReason;
type ClientRow = Row<ClientAccount>;

/** By urgency, then the newest clients first. Each reason reads one range of an index. */
export async function clientsNeedingAttention(
  { reader }: RequestContext,
  { first }: { first: number },
): Promise<{ client: ClientRow; reason: AttentionReason }[]> {
  const columns = columnsOf(reader.getMetadata(ClientAccount));
  const withStatus = (status: SubscriptionStatus) => sql`subscription_status = ${status}`;
  const find = (rank: number, reason: AttentionReason, where: RawBuilder<unknown>[], order: RawBuilder<unknown>) =>
    sql`(select ${sql.lit(rank)} as rank, ${sql.lit(reason)} as reason, ${columns}
      ${fromVisible(reader, ClientAccount, where)} order by ${order} limit ${first})`;
  const isOpened = fromVisible(reader, ClientAccessSession, [sql`client_id = client_account.id`]);
  const added = sql`created_at between now() - interval '60 days' and now() - interval '3 days'`;
  const isOverdue = clientCondition('isOnboardingOverdue');
  const isActive = withStatus(SubscriptionStatus.ACTIVE);
  const unopened = [isActive, added, sql`not exists (select 1 ${isOpened})`, sql`not ${isOverdue}`];
  const rows = await readRows(
    reader,
    sql<ClientRow & { reason: AttentionReason }>`select * from (
      ${find(1, SUSPENDED, [withStatus(SubscriptionStatus.SUSPENDED)], sql`id desc`)}
      union all ${find(2, ONBOARDING_OVERDUE, [isActive, isOverdue], sql`id desc`)}
      union all ${find(3, NOT_OPENED, unopened, sql`created_at desc, id desc`)}
    ) found order by rank, id desc limit ${first}`,
  );
  return rows.map(({ reason, ...client }) => ({ client, reason }));
}
