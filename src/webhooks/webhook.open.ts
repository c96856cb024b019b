import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type pg from 'pg';
import { WebhookDeliveryStatus } from './webhook-delivery.entity.ts';

/** Of an endpoint that is locked and no longer enabled. A try in progress can still succeed. */
export async function failOpenDeliveries(em: EntityManager, endpointId: string): Promise<void> {
  await sql`update webhook_delivery set status = ${WebhookDeliveryStatus.FAILED}, failure = 'OFF', next_try_at = null
    where endpoint_id = ${endpointId} and status = ${sql.lit(WebhookDeliveryStatus.PENDING)}`.execute(em.getKysely());
}

/** Open deliveries from before a restore may have been sent after the backup, so an admin or owner decides. */
export async function holdOpenDeliveries(owner: pg.Client, pausedAt: Date): Promise<void> {
  await owner.query(
    `update webhook_delivery set status = 'FAILED', failure = 'HELD', trying_since = null, next_try_at = null
     where status = 'PENDING' and created_at <= $1`,
    [pausedAt],
  );
}

/** Days that events can be looked up and sent again. */
const KEPT = 30;

/** Deliveries go with their messages. */
export const forgetOldMessages = (em: EntityManager) =>
  sql`delete from webhook_message where created_at < now() - ${KEPT} * interval '1 day'`.execute(em.getKysely());
