import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { outboundIsPaused } from '../../core/jobs/outbound.pause.ts';
import { WebhookDeliveryStatus } from '../webhook-delivery.entity.ts';
import { WebhookEndpointStatus, type WebhookEndpoint } from '../webhook-endpoint.entity.ts';

/** Deliveries of one endpoint at once, of all workers. A failing one has one at a time, so that it holds up nobody. */
const AT_ONCE = 4;
const AT_ONCE_IF_FAILING = 1;

/** Seconds after which a try has ended, or its worker. A call takes at most 10. */
const LEASE = 30;

const { PENDING } = WebhookDeliveryStatus;

/** A delivery that this worker tries. */
export interface Claim extends Pick<WebhookEndpoint, 'url' | 'generation'> {
  id: string;
  endpointId: string;
  messageId: string;
  type: string;
  payload: string;
  previousUntil: Date | string | null;
  /** Tries that have ended. Only this try may add the next one. */
  tries: number;
}

/**
 * Claims deliveries that are due. Notes the try before it is made, so that the one of a killed worker is known, and made
 * again. Two statements: the second one sees what other workers have claimed before they released the endpoint.
 */
export async function claimDue(em: EntityManager, most: number): Promise<Claim[]> {
  const endpointIds = await lockEndpoints(em, most);
  if (endpointIds.length === 0) return [];
  const { rows } = await sql<Claim>`
    with due as (
      select delivery.id from webhook_endpoint as endpoint cross join lateral (
        select id from webhook_delivery
        where endpoint_id = endpoint.id and status = ${sql.lit(PENDING)} and next_try_at <= now()
        order by next_try_at limit greatest(0, ${freePlaces}) for update skip locked
      ) as delivery
      where endpoint.id = any(${endpointIds}::uuid[]) limit ${most}
    )
    update webhook_delivery as delivery set trying_since = now(), next_try_at = now() + ${LEASE} * interval '1 second',
      tries = tries || case when trying_since is null then '[]'::jsonb
        else jsonb_build_array(jsonb_build_object('at', trying_since::text, 'failure', 'INTERRUPTED')) end
    from due, webhook_endpoint as endpoint, webhook_message as message
    where delivery.id = due.id and endpoint.id = delivery.endpoint_id and message.id = delivery.message_id
    returning delivery.id, endpoint.id as "endpointId", message.id as "messageId", message.type, payload, url, generation,
      previous_until as "previousUntil", jsonb_array_length(tries) as tries`.execute(em.getKysely());
  return rows;
}

/** In any order, so that none is always the last. */
async function lockEndpoints(em: EntityManager, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from webhook_endpoint as endpoint
    where status = ${WebhookEndpointStatus.ENABLED} and not ${outboundIsPaused} and exists (
      select from webhook_delivery where endpoint_id = endpoint.id and status = ${sql.lit(PENDING)} and next_try_at <= now()
    )
    order by random() limit ${most} for update skip locked`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Of the endpoint. Tries in progress have a lease. */
const freePlaces = sql`case when failures_in_a_row > 0 then ${sql.lit(AT_ONCE_IF_FAILING)} else ${sql.lit(AT_ONCE)} end - (
  select count(*) from webhook_delivery as running
  where running.endpoint_id = endpoint.id and running.status = ${sql.lit(PENDING)} and trying_since is not null and next_try_at > now())`;
