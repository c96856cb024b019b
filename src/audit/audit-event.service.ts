import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { hasId, oneOf, readPage, type PageQuery } from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { tenantOfReader } from '../core/database/tenancy.ts';
import type { Reader } from '../core/database/reader.ts';
import { spellingsOf } from '../core/text/text.tidy.ts';
import { OTHER_ACTION, registeredActions } from './audit.actions.ts';
import { AuditEvent } from './audit-event.entity.ts';
import { idsNamedLike } from './names/audit.names.ts';
import type { AuditEventFilter, AuditEventsArgs } from './audit-event.inputs.ts';

/** Newest first. */
export function listAuditEvents({ reader, caller }: RequestContext, args: AuditEventsArgs): Promise<Page<AuditEvent>> {
  const filter = args.filter ?? {};
  const query = auditQuery(reader, filter);
  const isOfPartner = filter.resellerId != null;
  const isWhole = query.where.length === (isOfPartner ? 1 : 0);
  const total = () => (isWhole ? totalOf(caller?.resellerId, filter.resellerId) : undefined);
  return readPage(reader, { ...query, total }, { ...args, sortOrder: SortOrder.DESC });
}

/** The list of a filter. */
export function auditQuery(reader: Reader, { resellerId, ...filter }: AuditEventFilter): PageQuery<AuditEvent> {
  const ofPartner = resellerId == null ? [] : [hasId('reseller_id', resellerId)];
  return { entity: AuditEvent, where: [...ofPartner, ...conditionsOn(reader, filter)], sortBy: 'occurredAt' };
}

function conditionsOn(reader: Reader, filter: AuditEventFilter): RawBuilder<unknown>[] {
  const { types, action, targetId, targetTypes, actorIds, search, from, to } = filter;
  const where = [];
  if (types) where.push(isOfType(types));
  if (action) where.push(oneOf('action', spellingsOf(action)));
  if (targetId != null) where.push(hasId('target_id', targetId));
  if (targetTypes) where.push(oneOf('target_type', spellingsOf(targetTypes)));
  if (actorIds) where.push(...isBy(reader, actorIds));
  if (search != null) where.push(isOfNamed(reader, search));
  if (from) where.push(sql`occurred_at >= ${from}`);
  if (to) where.push(sql`occurred_at < ${to}`);
  return where;
}

/** Partners do not learn which admin acted: see decision 0039. */
const shownTo = (reader: Reader): RawBuilder<unknown>[] =>
  tenantOfReader(reader) === undefined ? [] : [sql`actor_role = 'PARTNER'`];

const isBy = (reader: Reader, ids: readonly string[]): RawBuilder<unknown>[] => [
  oneOf(
    'actor_id',
    ids.filter((id) => isUuid(id)),
  ),
  ...shownTo(reader),
];

function isOfNamed(reader: Reader, text: string): RawBuilder<unknown> {
  const ids = idsNamedLike(reader, text);
  return sql`(target_id = any(${ids}) or actor_id = any(${ids}))`;
}

function isOfType(types: readonly string[]): RawBuilder<unknown> {
  const named = oneOf('action', types);
  if (!types.includes(OTHER_ACTION)) return named;
  return sql`(${named} or action <> all(${registeredActions()}))`;
}

/** Rows are never removed, so a chain's last number is its row count. */
function totalOf(...resellerIds: (string | null | undefined)[]): RawBuilder<unknown> {
  const ofTenant = resellerIds.filter((id) => id != null).map((id) => hasId('chain_id', id));
  const where = ofTenant.length > 0 ? sql`where ${sql.join(ofTenant, sql` and `)}` : sql``;
  return sql`select coalesce(sum(sequence), 0)::int from audit_chain ${where}`;
}
