import type { SubscriptionStatus } from '../../clients/client-account.entity.ts';
import { WebhookDeliveryStatus } from '../../webhooks/webhook-delivery.entity.ts';
import { WebhookEndpointStatus } from '../../webhooks/webhook-endpoint.entity.ts';
import type { WebhookTry } from '../../webhooks/webhook-try.types.ts';
import { bodyOf } from '../../webhooks/webhook.messages.ts';
import { Chance } from './chance.ts';
import { changed, created } from './demo.trail.ts';
import type { DemoWorld, DemoPartner } from './demo.world.ts';
import { DAY_MS } from './samples/sample.reviews.ts';

const MINUTE_MS = 60_000;

/** Clients that the owner changed just now. */
const CHANGED = 2;

/** Minutes after the event at which a receiver that fails was called. */
const TRIED_AFTER = [0, 0.1, 5.5, 37];

const { DELIVERED, PENDING } = WebhookDeliveryStatus;

/** Of the demo clients. */
interface Client {
  id: string;
  resellerId: string;
  companyName: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string | null;
  subscriptionTier: string;
  subscriptionStatus: SubscriptionStatus;
  billingOwnedByReseller: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Adds an endpoint of a reseller that works, one that fails, and the events on their way to them. */
export function addWebhooks(world: DemoWorld, { id: resellerId, owner }: DemoPartner): void {
  const { now, rows, trail, publicUrl } = world;
  const chance = new Chance(3);
  const since = new Date(now.getTime() - 2 * 60 * MINUTE_MS);
  const works = addEndpoint('zephyr', 'Keeps our CRM up to date', 30);
  const fails = addEndpoint('broken', 'Monthly reports', 12);
  Object.assign(fails, { failuresInARow: CHANGED * TRIED_AFTER.length, failingSince: since });
  const clients = (rows.client_account as Client[]).filter((client) => client.resellerId === resellerId);
  for (const client of clients.slice(-CHANGED)) addEvent(client);

  function addEndpoint(receiver: string, description: string, daysAgo: number) {
    const createdAt = new Date(now.getTime() - daysAgo * DAY_MS);
    const told = {
      url: `${publicUrl}/dev/webhooks/${receiver}`,
      description,
      types: [] as string[],
      status: WebhookEndpointStatus.ENABLED,
    };
    const endpoint = {
      id: chance.idAt(createdAt),
      resellerId,
      ...told,
      generation: 1,
      failuresInARow: 0,
      failingSince: null as Date | null,
      version: 1,
      createdAt,
      updatedAt: createdAt,
    };
    rows.webhook_endpoint.push(endpoint);
    const on = { type: 'WebhookEndpoint', id: endpoint.id };
    trail.write({ at: createdAt, by: owner, action: 'webhook.endpoint_created', on, changes: created(told) });
    return endpoint;
  }

  /** A new phone number, which both endpoints hear of. */
  function addEvent(client: Client): void {
    const after = { contactPhone: `+49 30 ${chance.between(1_000_000, 9_999_999)}` };
    const changes = changed(client, after);
    trail.change(client, after, { at: since, by: owner, action: 'client.updated', type: 'ClientAccount' });
    const type = 'client.updated';
    const { resellerId: _, ...object } = client;
    const message = { id: chance.idAt(since), eventId: null, resellerId, type, createdAt: since };
    rows.webhook_message.push({ ...message, payload: bodyOf({ type, at: since, object, changes }) });
    const arrived = { milliseconds: chance.between(40, 200), status: 204, failure: null, answer: '' };
    addDelivery(works.id, message, { status: DELIVERED, failure: null, nextTryAt: null }, [tryAfter(0, arrived)]);
    const refused = { milliseconds: chance.between(40, 200), status: 500, failure: 'STATUS', answer: '' } as const;
    const nextTryAt = new Date(since.getTime() + (37 + 130) * MINUTE_MS);
    const tries = TRIED_AFTER.map((minutes) => tryAfter(minutes, refused));
    addDelivery(fails.id, message, { status: PENDING, failure: 'STATUS', nextTryAt }, tries);
  }

  function addDelivery(
    endpointId: string,
    { id: messageId, type }: { id: string; type: string },
    outcome: object,
    tries: WebhookTry[],
  ): void {
    const delivery = { id: chance.idAt(since), endpointId, messageId, resellerId, type, tries, createdAt: since };
    rows.webhook_delivery.push({ ...delivery, ...outcome });
  }

  function tryAfter(minutes: number, outcome: Omit<WebhookTry, 'at'>): WebhookTry {
    const at = new Date(since.getTime() + minutes * MINUTE_MS).toISOString();
    return { at: at.replace('T', ' ').replace('Z', '+00'), ...outcome };
  }
}
