import type { ChangeSet, EntityManager, EventSubscriber, FlushEventArgs } from '@mikro-orm/postgresql';
import { unauthenticated } from '../core/domain.error.ts';
import type { RequestContext } from '../core/request.context.ts';
import { inTransaction } from '../core/transaction.ts';
import { AuditEvent, type AuditAction, type Changes } from './audit-event.entity.ts';

/** Under which action a change of each entity is written down. */
export type AuditActions = Readonly<Record<string, AuditAction>>;

interface Announcement {
  actions: AuditActions;
  by: Pick<AuditEvent, 'actorEmail' | 'actorId' | 'credential' | 'ipAddress' | 'requestId'>;
}

/** What a transaction is about, by its EntityManager. */
const announced = new WeakMap<object, Announcement>();

const audited = new WeakSet<object>();

/** Put on an entity: a change of it is written down, or refused. PostgreSQL refuses it too: audit.chain.sql.ts. */
export const Audited = (): ClassDecorator => (entity) => void audited.add(entity);

/**
 * The way to change anything that is audited: one transaction, whose changes are written down under the actions that are
 * announced for their entities.
 */
export function inAuditedTransaction<Result>(
  ctx: Pick<RequestContext, 'em' | 'caller' | 'address' | 'requestId'>,
  actions: AuditActions,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  const { caller, requestId, address: ipAddress } = ctx;
  if (!caller) throw unauthenticated();
  const { email: actorEmail, userId: actorId, credential } = caller;
  return inTransaction(ctx.em, (em) => {
    announced.set(em, { actions, by: { actorEmail, actorId, credential, ipAddress, requestId } });
    return work(em);
  });
}

/** Adds the audit rows to every flush, and refuses a change that nobody announced: an action cannot forget its audit row. */
export class AuditRecorder implements EventSubscriber {
  onFlush({ em, uow }: FlushEventArgs): void {
    for (const changeSet of uow.getChangeSets()) {
      if (!audited.has(changeSet.meta.class)) continue;
      const { className } = changeSet.meta;
      const announcement = announced.get(em);
      const action = announcement?.actions[className];
      if (!announcement || !action) throw new Error(`${className} changes without an audit action.`);
      const event = em.create(
        AuditEvent,
        {
          ...announcement.by,
          action,
          resellerId: tenantOf(changeSet),
          targetType: className,
          targetId: String(changeSet.getPrimaryKey()),
          changes: JSON.stringify(changesOf(changeSet)),
        },
        { persist: false },
      );
      uow.computeChangeSet(event);
    }
  }
}

/** The tenant of a row is named in it; that of the tenant itself is its id. */
function tenantOf({ entity, meta }: ChangeSet<object>): string | null {
  const property = 'resellerId' in meta.properties ? 'resellerId' : meta.className === 'PartnerAccount' ? 'id' : undefined;
  return property === undefined ? null : (Reflect.get(entity, property) as string | null);
}

/** Bookkeeping says nothing, and a hash, however good, is nobody's business. */
const UNTOLD = /^(id|resellerId|version|createdAt|updatedAt|search)$|hash/i;

function changesOf({ payload, originalEntity = {} }: ChangeSet<object>): Changes {
  const before: Record<string, unknown> = originalEntity;
  const changed = Object.entries(payload).filter(([property]) => !UNTOLD.test(property));
  return Object.fromEntries(changed.map(([property, to]) => [property, { from: before[property] ?? null, to }]));
}
