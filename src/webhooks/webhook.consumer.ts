import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { publicEvent } from '../events/event.catalogue.ts';
import type { EventConsumer, FollowedEvent, PublicEvent } from '../events/event.types.ts';
import { WebhookDeliveryStatus } from './webhook-delivery.entity.ts';
import { WebhookEndpointStatus, type WebhookEndpoint } from './webhook-endpoint.entity.ts';
import type { WebhookFailure } from './webhook.failures.ts';
import { payloadOf } from './webhook.messages.ts';

interface Endpoint extends Pick<WebhookEndpoint, 'id' | 'resellerId' | 'types' | 'status'> {
  createdAt: Date | string;
}

/** An event with the endpoints that get it. */
interface Wanted {
  event: FollowedEvent;
  definition: PublicEvent;
  endpoints: readonly Endpoint[];
}

/**
 * Writes a message for each event that an endpoint gets, and a delivery for each of its endpoints, in the transaction that
 * moves the cursor: none is lost or doubled.
 */
export const webhookConsumer: EventConsumer = {
  name: 'webhooks',
  consume: async (em, events) => {
    const known = events.flatMap((event) => {
      const definition = publicEvent(event.action);
      return definition ? [{ event, definition }] : [];
    });
    if (known.length === 0) return;
    const endpoints = await endpointsFor(
      em,
      known.map(({ event }) => event),
    );
    const wanted = known
      .map((each) => ({ ...each, endpoints: endpoints.filter((endpoint) => gets(endpoint, each)) }))
      .filter((each) => each.endpoints.length > 0);
    if (wanted.length > 0) await write(em, wanted);
  },
};

/**
 * Locked, so that an endpoint is not disabled meanwhile: its open deliveries fail with it. One that we disabled still gets
 * its events, to be sent again later.
 */
async function endpointsFor(em: EntityManager, events: readonly FollowedEvent[]): Promise<Endpoint[]> {
  const tenants = [...new Set(events.flatMap(({ resellerId }) => resellerId ?? []))];
  const { rows } = await sql<Endpoint>`
    select id, reseller_id as "resellerId", types, status, created_at as "createdAt" from webhook_endpoint
    where status in (${WebhookEndpointStatus.ENABLED}, ${WebhookEndpointStatus.FAILING_DISABLED})
      and (reseller_id is null or reseller_id = any(${tenants}::uuid[]))
    order by id for share`.execute(em.getKysely());
  return rows;
}

/**
 * A tenant's endpoint gets events of its own tenant that are for partners. Those of the platform get all. An event can be
 * older than the endpoint, because it is followed later.
 */
function gets(
  { resellerId, types, createdAt }: Endpoint,
  { event, definition }: Pick<Wanted, 'event' | 'definition'>,
): boolean {
  if (types.length > 0 && !types.includes(event.action)) return false;
  if (event.occurredAt < new Date(createdAt)) return false;
  return resellerId === null || (definition.forPartners && resellerId === event.resellerId);
}

/** One statement for all objects of a kind, and two for all rows. */
async function write(em: EntityManager, wanted: readonly Wanted[]): Promise<void> {
  const objects = await presented(em, wanted);
  const messages = wanted.map(({ event, endpoints }) => ({
    id: uuid(),
    eventId: event.id,
    resellerId: event.resellerId,
    type: event.action,
    payload: payloadOf(event, objects.get(event.id) ?? null),
    deliveries: endpoints.map((endpoint) => ({ id: uuid(), endpoint, failure: failureOf(event, endpoint) })),
  }));
  await sql`insert into webhook_message (id, event_id, reseller_id, type, payload, created_at)
    select id, "eventId", "resellerId", type, payload, now()
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      as message (id uuid, "eventId" uuid, "resellerId" uuid, type text, payload text)`.execute(em.getKysely());
  const deliveries = messages.flatMap(({ id: messageId, type, deliveries: all }) =>
    all.map(({ id, endpoint, failure }) => ({
      id,
      endpointId: endpoint.id,
      messageId,
      resellerId: endpoint.resellerId,
      type,
      status: failure ? WebhookDeliveryStatus.FAILED : WebhookDeliveryStatus.PENDING,
      failure,
    })),
  );
  await sql`insert into webhook_delivery
      (id, endpoint_id, message_id, reseller_id, type, status, failure, next_try_at, created_at)
    select id, "endpointId", "messageId", "resellerId", type, status, failure, case when failure is null then now() end, now()
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as delivery
      (id uuid, "endpointId" uuid, "messageId" uuid, "resellerId" uuid, type text, status text, failure text)`.execute(
    em.getKysely(),
  );
}

/** Why nothing is sent. An event from before a restore may have been sent already. */
function failureOf({ isHeld }: FollowedEvent, { status }: Endpoint): WebhookFailure | null {
  if (isHeld) return 'HELD';
  return status === WebhookEndpointStatus.ENABLED ? null : 'OFF';
}

async function presented(em: EntityManager, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, object>> {
  const objects = new Map<string, object>();
  for (const [present, some] of Map.groupBy(wanted, ({ definition }) => definition.present)) {
    const shown = await present(
      em,
      some.map(({ event }) => event),
    );
    for (const [id, object] of shown) objects.set(id, object);
  }
  return objects;
}
