import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAuditedTransaction, recordAction } from '../../audit/audit.recorder.ts';
import { conflict, invalidInput, notFound } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { loadById } from '../../core/database/entity.lookup.ts';
import { columnsOf, readById, type Row } from '../../core/database/row.query.ts';
import { fromVisible } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import type { Lists } from '../../core/lists/children.ts';
import { createdWithin, hasId, oneOf, readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { spellingsOf } from '../../core/text/text.tidy.ts';
import { WebhookDelivery, WebhookDeliveryStatus } from '../webhook-delivery.entity.ts';
import { WebhookMessage } from '../webhook-message.entity.ts';
import { lockEnabledEndpoint, ofAccount } from '../webhook.access.ts';
import { TEST_TYPE } from '../webhook.messages.ts';
import type {
  ReplayWebhookDeliveriesArgs,
  WebhookDeliveriesArgs,
  WebhookDeliveryFilter,
} from './webhook-delivery.inputs.ts';

const { PENDING, DELIVERED, FAILED } = WebhookDeliveryStatus;

/** Deliveries that one call sends again. */
const MOST_REPLAYED = 10_000;

/** Newest first. Empty for an endpoint of another account. */
export function listDeliveries(
  ctx: RequestContext,
  { endpointId, filter, ...args }: WebhookDeliveriesArgs,
): Promise<Page<WebhookDelivery>> {
  const where = [...ofAccount(ctx), hasId('endpoint_id', endpointId), ...conditionsOn(filter ?? {})];
  const query = { entity: WebhookDelivery, where, sortBy: 'createdAt' } as const;
  return readPage(ctx.reader, query, { ...args, sortOrder: SortOrder.DESC });
}

function conditionsOn({ status, types, createdFrom, createdTo }: WebhookDeliveryFilter): RawBuilder<unknown>[] {
  const where = createdWithin(createdFrom, createdTo);
  if (status) where.push(oneOf('status', status));
  if (types) where.push(oneOf('type', spellingsOf(types)));
  return where;
}

/** Null if the caller's account has no such delivery. */
export async function getDelivery(ctx: RequestContext, { id }: { id: string }): Promise<Row<WebhookDelivery> | null> {
  const delivery = await readById(ctx.reader, WebhookDelivery, id);
  const isForeign = ctx.caller?.role === 'ADMIN' && delivery?.resellerId != null;
  return isForeign ? null : delivery;
}

/** The bodies of messages, by the message's ID. */
export const payloadsOf: Lists<string, string> = async ({ reader }, messageIds) => {
  const found = fromVisible(reader, WebhookMessage, [sql`id = any(${[...messageIds]})`]);
  const rows = await readRows(reader, sql<{ id: string; payload: string }>`select id, payload ${found}`);
  const payloads = new Map(rows.map(({ id, payload }) => [id, payload]));
  return messageIds.map((id) => [payloads.get(id) ?? []].flat());
};

/** The deliveries by which others were sent again, by the ID of the first. */
export const replaysOf: Lists<string, string> = async ({ reader }, ids) => {
  const found = fromVisible(reader, WebhookDelivery, [sql`replay_of = any(${[...ids]})`]);
  const rows = await readRows(reader, sql<{ id: string; first: string }>`select id, replay_of as first ${found}`);
  const replays = new Map(rows.map(({ id, first }) => [first, id]));
  return ids.map((id) => [replays.get(id) ?? []].flat());
};

const isReplayed = sql`exists (select from webhook_delivery as replay where replay.replay_of = webhook_delivery.id)`;

/**
 * Sends the event of a delivery again, once.
 * @throws DomainError NOT_FOUND; CONFLICT: ENDPOINT_STATUS; DELIVERY_STATUS if it is open, or was sent again already
 */
export function replayDelivery(ctx: RequestContext, { id }: { id: string }): Promise<Row<WebhookDelivery>> {
  return inAuditedTransaction(ctx, {}, async (em) => {
    const { endpointId, resellerId } = await loadById(em, WebhookDelivery, id);
    if (ctx.caller?.role === 'ADMIN' && resellerId != null) throw notFound('WebhookDelivery');
    const endpoint = await lockEnabledEndpoint(em, ctx, endpointId);
    const columns = columnsOf(em.getMetadata(WebhookDelivery));
    const [replay] = await insertReplays<Row<WebhookDelivery>>(em, { where: [hasId('id', id)], most: 1, columns });
    if (!replay) throw conflict('DELIVERY_STATUS', 'The delivery is not over yet, or was sent again already.');
    recordAction(em, 'webhook.deliveries_replayed', endpoint);
    return replay;
  });
}

/**
 * Sends the events of an endpoint's deliveries again, oldest first, at most 10,000. Returns their number. Leaves out open
 * ones, those that were sent again already, and tests. NOT_FOUND; BAD_USER_INPUT; CONFLICT (ENDPOINT_STATUS).
 */
export function replayDeliveries(
  ctx: RequestContext,
  { endpointId, from, to, onlyFailed }: ReplayWebhookDeliveriesArgs,
): Promise<number> {
  if (from && to && from > to) {
    throw invalidInput([{ path: 'from', message: 'must not be after to', rule: 'TIME_ORDER' }]);
  }
  return inAuditedTransaction(ctx, {}, async (em) => {
    const endpoint = await lockEnabledEndpoint(em, ctx, endpointId);
    const where = [hasId('endpoint_id', endpoint.id), ...createdWithin(from, to), sql`type <> ${TEST_TYPE}`];
    if (onlyFailed) where.push(oneOf('status', [FAILED]));
    const replays = await insertReplays(em, { where, most: MOST_REPLAYED, columns: sql`id` });
    if (replays.length > 0) recordAction(em, 'webhook.deliveries_replayed', endpoint);
    return replays.length;
  });
}

interface Replayed {
  where: readonly RawBuilder<unknown>[];
  most: number;
  /** Of the new deliveries. */
  columns: RawBuilder<unknown>;
}

/** The endpoint is locked, so that two calls do not send the same event. */
async function insertReplays<Added>(em: EntityManager, { where, most, columns }: Replayed): Promise<Added[]> {
  const over = fromVisible(em, WebhookDelivery, [
    oneOf('status', [DELIVERED, FAILED]),
    sql`not ${isReplayed}`,
    ...where,
  ]);
  const { rows } = await sql<Added>`
    insert into webhook_delivery (id, endpoint_id, message_id, replay_of, reseller_id, type, status, next_try_at, created_at)
    select gen_random_uuid(), endpoint_id, message_id, id, reseller_id, type, ${PENDING}, now(), now()
    ${over} order by created_at, id limit ${most} returning ${columns}`.execute(em.getKysely());
  return rows;
}
