import type {
  ChangeSet,
  EntityClass,
  EntityManager,
  EntityProperty,
  EventSubscriber,
  FlushEventArgs,
} from '@mikro-orm/postgresql';
import { unauthenticated } from '../core/context/domain.error.ts';
import type { Caller, RequestContext } from '../core/context/request.context.ts';
import type { Statement } from '../core/database/fast-path/statement.ts';
import { insertOf } from '../core/database/row.insert.ts';
import { tenantOfRow } from '../core/database/tenancy.ts';
import { inTransaction } from '../core/database/transaction.ts';
import { writeOnce, type IdempotencyScope } from '../core/idempotency/idempotency.ts';
import { AuditEvent, type ActorRole } from './audit-event.entity.ts';
import type { AuditAction } from './audit.actions.ts';

/** The audit action for each entity: one for all changes, or one each for creation and update. */
export type AuditActions = Readonly<Record<string, AuditAction | Readonly<Record<'create' | 'update', AuditAction>>>>;

interface AuditedContext extends Pick<RequestContext, 'em' | 'address' | 'requestId'> {
  caller: (Omit<Caller, 'role'> & { role: ActorRole }) | undefined;
}

interface Author {
  /** Tenant for rows without their own. */
  resellerId: string | null;
  by: Pick<AuditEvent, 'actorEmail' | 'actorId' | 'actorRole' | 'credential' | 'ipAddress' | 'requestId'>;
}

interface Announcement extends Author {
  actions: AuditActions;
}

/** By the transaction's EntityManager. */
const announced = new WeakMap<object, Announcement>();

/** The object that an entity's events are about, if not the entity itself. */
interface Subject {
  targetType: string;
  /** The property with the object's ID. */
  targetId: string;
  /** Name of the entity's own `id` in the changes. Unset if it has none, or it must stay hidden. */
  ownId?: string;
}

const audited = new WeakMap<object, Subject | undefined>();

/**
 * Changes to this entity need an audit event. Without one, the recorder rejects them; for tenant tables, the trigger
 * `require_audit_event` does too.
 */
export const Audited =
  (about?: Subject): ClassDecorator =>
  (entity) =>
    void audited.set(entity, about);

/** Runs audited changes in one transaction. `actions` names the action for each changed entity. */
export function inAuditedTransaction<Result>(
  ctx: AuditedContext,
  actions: AuditActions,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  const announcement = { actions, ...authorOf(ctx) };
  return inTransaction(ctx.em, (em) => {
    announced.set(em, announcement);
    return work(em);
  });
}

function authorOf({ caller, requestId, address: ipAddress }: AuditedContext): Author {
  if (!caller) throw unauthenticated();
  const { email: actorEmail, userId: actorId, role: actorRole, credential, resellerId = null } = caller;
  return { resellerId, by: { actorEmail, actorId, actorRole, credential, ipAddress, requestId } };
}

interface Insert<Answer> {
  row: { id: string };
  /** Null for the public's rows, which have no author: the row itself says what happened. */
  action: AuditAction | null;
  answer: Answer;
  /** Statements of the same message, such as those of emails. */
  also?: readonly Statement[];
}

/** The one-message write: inserts a row and its audit event past the unit of work. Once per key, as writeOnce. */
export function insertOnce<Answer extends object>(
  ctx: AuditedContext,
  scope: IdempotencyScope,
  { row, action, answer, also = [] }: Insert<Answer>,
): Promise<Answer> {
  const rows = action ? [row, creationOf(ctx, action, row)] : [row];
  return writeOnce(ctx.em, scope, answer, [...rows.map((each) => insertOf(ctx.em, each)), ...also]);
}

function creationOf(ctx: AuditedContext, action: AuditAction, entity: { id: string }): AuditEvent {
  const meta = ctx.em.getMetadata(entity.constructor as EntityClass<object>);
  const payload = Object.fromEntries(meta.props.map(({ name }) => [name, Reflect.get(entity, name)]));
  const given = Object.entries(payload).filter(([, value]) => value !== undefined);
  const changes = changesOf({ entity, meta, payload: Object.fromEntries(given) });
  return eventOf(ctx.em, authorOf(ctx), action, entity, changes);
}

/** Records an action that changes no audited entity. */
export function recordAction(em: EntityManager, action: AuditAction, target: { id: string }): void {
  em.persist(eventOf(em, announcementFor(em, action), action, target, null));
}

/** Adds audit events to every flush. Rejects unannounced changes, so that no change goes unrecorded. */
export class AuditRecorder implements EventSubscriber {
  onFlush({ em, uow }: FlushEventArgs): void {
    for (const changeSet of uow.getChangeSets()) {
      const { entity, meta } = changeSet;
      if (!audited.has(meta.class)) continue;
      const actions = announced.get(em)?.actions[meta.className];
      const action = typeof actions === 'object' ? actions[isNew(changeSet) ? 'create' : 'update'] : actions;
      if (!action) throw new Error(`No audit action for a change of ${meta.className}.`);
      const event = eventOf(em, announcementFor(em, action), action, entity as { id: string }, changesOf(changeSet));
      uow.computeChangeSet(event);
    }
  }
}

const isNew = ({ type }: Pick<ChangeSet<object>, 'type'>): boolean => type === 'create';

function announcementFor(em: object, action: AuditAction): Announcement {
  const announcement = announced.get(em);
  if (!announcement) throw new Error(`${action} is recorded outside an audited transaction.`);
  return announcement;
}

function eventOf(
  em: FlushEventArgs['em'],
  author: Author,
  action: AuditAction,
  target: { id: string },
  changes: string | null,
): AuditEvent {
  return em.create(
    AuditEvent,
    {
      ...author.by,
      action,
      resellerId: tenantOfRow(em, target) ?? author.resellerId,
      ...subjectOf(target),
      changes,
    },
    { persist: false },
  );
}

function subjectOf(target: { id: string }): Pick<AuditEvent, 'targetType' | 'targetId'> {
  const about = audited.get(target.constructor);
  if (!about) return { targetType: target.constructor.name, targetId: target.id };
  return { targetType: about.targetType, targetId: String(Reflect.get(target, about.targetId)) };
}

/** Columns that say nothing about a change. Mark secrets as `hidden` to leave them out too. */
const BOOKKEEPING = new Set(['id', 'resellerId', 'version', 'createdAt', 'updatedAt']);

type Change = Pick<ChangeSet<object>, 'entity' | 'payload' | 'originalEntity' | 'meta'>;

/** Null if there is nothing to show. */
function changesOf({ entity, payload, originalEntity, meta }: Change): string | null {
  const before: Record<string, unknown> = originalEntity ?? {};
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  const about = audited.get(meta.class);
  if (about?.ownId) {
    const id: unknown = Reflect.get(entity, 'id');
    changes[about.ownId] = { from: originalEntity ? id : null, to: id };
  }
  for (const [property, to] of Object.entries(payload)) {
    const definition = Reflect.get(meta.properties, property) as EntityProperty | undefined;
    if (definition?.hidden || BOOKKEEPING.has(property) || property === about?.targetId) continue;
    changes[property] = { from: told(before[property], definition), to: told(to, definition) };
  }
  return Object.keys(changes).length > 0 ? JSON.stringify(changes) : null;
}

/** Normalizes times and lists, because the database returns them as text. */
function told(value: unknown, property: EntityProperty | undefined): unknown {
  const { array, customType } = property ?? {};
  if (array && customType?.platform) return customType.convertToJSValue(value, customType.platform);
  const isTime = property?.runtimeType === 'Date' && (typeof value === 'string' || typeof value === 'number');
  return isTime ? new Date(value) : (value ?? null);
}
