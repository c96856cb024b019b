import { sql, type RawBuilder } from 'kysely';
import { hasId, oneOf, readPage } from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { spellingsOf } from '../core/text/text.tidy.ts';
import { OTHER_ACTION, registeredActions } from './audit.actions.ts';
import { AuditEvent } from './audit-event.entity.ts';
import type { AuditEventsArgs } from './audit-event.inputs.ts';

/** Newest first. */
export function listAuditEvents({ reader, caller }: RequestContext, args: AuditEventsArgs): Promise<Page<AuditEvent>> {
  const { types, action, resellerId, targetId, from, to } = args.filter ?? {};
  const ofPartner = resellerId == null ? [] : [hasId('reseller_id', resellerId)];
  const where = [...ofPartner];
  if (types) where.push(isOfType(types));
  if (action) where.push(oneOf('action', spellingsOf(action)));
  if (targetId != null) where.push(hasId('target_id', targetId));
  if (from) where.push(sql`occurred_at >= ${from}`);
  if (to) where.push(sql`occurred_at < ${to}`);
  const total = () => (where.length > ofPartner.length ? undefined : totalOf(caller?.resellerId, resellerId));
  const query = { entity: AuditEvent, where, sortBy: 'occurredAt', total } as const;
  return readPage(reader, query, { ...args, sortOrder: SortOrder.DESC });
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
