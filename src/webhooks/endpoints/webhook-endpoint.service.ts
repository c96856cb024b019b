import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction, recordAction } from '../../audit/audit.recorder.ts';
import { conflict, invalidInput } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { currentTime, databaseTime } from '../../core/database/database.clock.ts';
import { columnsOf, type Row } from '../../core/database/row.query.ts';
import { fromVisible } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { OutboundError } from '../../core/outbound/outbound.error.ts';
import { WebhookDelivery } from '../webhook-delivery.entity.ts';
import { WebhookEndpoint, WebhookEndpointStatus } from '../webhook-endpoint.entity.ts';
import { WebhookMessage } from '../webhook-message.entity.ts';
import { lockEnabledEndpoint, lockEndpoint, ofAccount } from '../webhook.access.ts';
import { bodyOf, TEST_TYPE } from '../webhook.messages.ts';
import { failOpenDeliveries } from '../webhook.open.ts';
import { secretOf } from '../webhook.secret.ts';
import { requireEventTypes } from './event-type.service.ts';
import type {
  CreateWebhookEndpointArgs,
  RotateWebhookSecretArgs,
  UpdateWebhookEndpointArgs,
} from './webhook-endpoint.inputs.ts';

/** Of one account. Each gets every event. */
const MOST_ENDPOINTS = 10;

/** An endpoint with its current secret, which is shown once. */
export interface NewSecret {
  endpoint: WebhookEndpoint;
  secret: string;
}

const isKept = sql`status <> ${WebhookEndpointStatus.ARCHIVED}`;

/** Newest first. */
export function listEndpoints(ctx: RequestContext): Promise<Row<WebhookEndpoint>[]> {
  const own = fromVisible(ctx.reader, WebhookEndpoint, [...ofAccount(ctx), isKept]);
  const columns = columnsOf(ctx.reader.getMetadata(WebhookEndpoint));
  return readRows(ctx.reader, sql<Row<WebhookEndpoint>>`select ${columns} ${own} order by created_at desc, id desc`);
}

/** BAD_USER_INPUT for a URL that we must not call, or an unknown type; CONFLICT (ENDPOINT_LIMIT). */
export async function createEndpoint(ctx: RequestContext, { input }: CreateWebhookEndpointArgs): Promise<NewSecret> {
  const types = input.types ?? [];
  requireEventTypes(ctx, types);
  const url = await checkedUrl(ctx, input.url);
  const values = { url, types, description: input.description ?? null, resellerId: ctx.caller?.resellerId ?? null };
  return inAuditedTransaction(ctx, { WebhookEndpoint: 'webhook.endpoint_created' }, async (em) => {
    await requireRoom(em, ctx);
    const endpoint = em.create(WebhookEndpoint, values);
    return { endpoint, secret: secretOf(ctx.secrets, endpoint) };
  });
}

/** BAD_USER_INPUT as for a new one; NOT_FOUND; CONFLICT (STALE_VERSION). */
export async function updateEndpoint(
  ctx: RequestContext,
  { id, input, expectedVersion }: UpdateWebhookEndpointArgs,
): Promise<WebhookEndpoint> {
  requireEventTypes(ctx, input.types ?? []);
  const url = input.url == null ? undefined : await checkedUrl(ctx, input.url);
  return inAuditedTransaction(ctx, { WebhookEndpoint: 'webhook.endpoint_updated' }, async (em) => {
    const endpoint = await lockEndpoint(em, ctx, id, expectedVersion);
    endpoint.url = url ?? endpoint.url;
    endpoint.types = input.types ?? endpoint.types;
    if (input.description !== undefined) endpoint.description = input.description;
    endpoint.enable(input.isEnabled ?? endpoint.isEnabled());
    if (!endpoint.isEnabled()) await failOpenDeliveries(em, endpoint.id);
    return endpoint;
  });
}

/** NOT_FOUND. */
export function rotateSecret(ctx: RequestContext, { id, overlapHours }: RotateWebhookSecretArgs): Promise<NewSecret> {
  return inAuditedTransaction(ctx, { WebhookEndpoint: 'webhook.secret_rotated' }, async (em) => {
    const endpoint = await lockEndpoint(em, ctx, id);
    endpoint.rotateSecret(overlapHours, await databaseTime(em));
    return { endpoint, secret: secretOf(ctx.secrets, endpoint) };
  });
}

/** NOT_FOUND. Its deliveries stay for 30 days. */
export function archiveEndpoint(ctx: RequestContext, { id }: { id: string }): Promise<WebhookEndpoint> {
  return inAuditedTransaction(ctx, { WebhookEndpoint: 'webhook.endpoint_archived' }, async (em) => {
    const endpoint = await lockEndpoint(em, ctx, id);
    endpoint.archive();
    await failOpenDeliveries(em, endpoint.id);
    return endpoint;
  });
}

/** Sends a test, which is no event, once. NOT_FOUND; CONFLICT (ENDPOINT_STATUS). */
export function testEndpoint(ctx: RequestContext, { id }: { id: string }): Promise<WebhookDelivery> {
  return inAuditedTransaction(ctx, {}, async (em) => {
    const endpoint = await lockEnabledEndpoint(em, ctx, id);
    const { id: endpointId, resellerId = null } = endpoint;
    const payload = bodyOf({ type: TEST_TYPE, at: currentTime(), object: { id: endpointId }, changes: null });
    const of = { resellerId, type: TEST_TYPE };
    const message = em.create(WebhookMessage, { ...of, payload });
    await em.flush();
    recordAction(em, 'webhook.endpoint_tested', endpoint);
    return em.create(WebhookDelivery, { ...of, endpointId, messageId: message.id, nextTryAt: currentTime() });
  });
}

/** The lock runs the calls one after the other. Two at once would otherwise both add the last endpoint. */
async function requireRoom(em: EntityManager, ctx: RequestContext): Promise<void> {
  const account = ctx.caller?.resellerId ?? 'admins';
  await sql`select pg_advisory_xact_lock(hashtext('webhook_endpoint'), hashtext(${account}))`.execute(em.getKysely());
  const own = fromVisible(em, WebhookEndpoint, [...ofAccount(ctx), isKept]);
  const { rows } = await sql`select 1 ${own} limit ${MOST_ENDPOINTS}`.execute(em.getKysely());
  if (rows.length < MOST_ENDPOINTS) return;
  throw conflict(
    'ENDPOINT_LIMIT',
    `There are already ${MOST_ENDPOINTS} endpoints. Archive one that you no longer need.`,
  );
}

/** Asks DNS, so call it outside of transactions. */
async function checkedUrl({ outbound }: RequestContext, url: string): Promise<string> {
  try {
    return await outbound.check(url);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const message =
      error.failure === 'NOT_PUBLIC'
        ? 'must be a host with public addresses only'
        : 'must be an https address with a host name, on port 443';
    throw invalidInput([{ path: 'input.url', message, rule: 'PUBLIC_ADDRESS' }]);
  }
}
