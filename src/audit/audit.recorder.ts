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
import { tenantOfRow } from '../core/database/tenancy.ts';
import { inTransaction } from '../core/database/transaction.ts';
import { AuditEvent, type ActorRole } from './audit-event.entity.ts';
import type { AuditAction } from './audit.actions.ts';

/** Under which action a change of each entity is written down: one for all changes, or one for each kind of change. */
export type AuditActions = Readonly<Record<string, AuditAction | Readonly<Record<'create' | 'update', AuditAction>>>>;

/** Who does it, and from where. */
interface AuditedContext extends Pick<RequestContext, 'em' | 'address' | 'requestId'> {
  caller: (Omit<Caller, 'role'> & { role: ActorRole }) | undefined;
}

/** Who does it. */
interface Author {
  /** The tenant of what names none itself. */
  resellerId: string | null;
  by: Pick<AuditEvent, 'actorEmail' | 'actorId' | 'actorRole' | 'credential' | 'ipAddress' | 'requestId'>;
}

interface Announcement extends Author {
  actions: AuditActions;
}

/** What a transaction is about, by its EntityManager. */
const announced = new WeakMap<object, Announcement>();

/** What the events of an entity are about, where that is not the entity itself. */
interface Subject {
  targetType: string;
  /** The entity's property that holds its id. */
  targetId: string;
  /** How the changes name the entity's own `id`. Left out if it has none, or nobody may read it. */
  ownId?: string;
}

const audited = new WeakMap<object, Subject | undefined>();

/** Put on an entity: a change of it is written down, or refused. In a tenant's tables PostgreSQL refuses it too: see `require_audit_event`. */
export const Audited =
  (about?: Subject): ClassDecorator =>
  (entity) =>
    void audited.set(entity, about);

/**
 * The way to change anything that is audited: one transaction, whose changes are written down under the actions that are
 * announced for their entities.
 */
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

/**
 * The event of an entity that is inserted as it is, by the unit of work: to be written in the same message as the entity. It says
 * what the recorder would say.
 */
export function creationOf(ctx: AuditedContext, action: AuditAction, entity: { id: string }): AuditEvent {
  const meta = ctx.em.getMetadata(entity.constructor as EntityClass<object>);
  const payload = Object.fromEntries(meta.props.map(({ name }) => [name, Reflect.get(entity, name)]));
  const given = Object.entries(payload).filter(([, value]) => value !== undefined);
  const changes = changesOf({ entity, meta, payload: Object.fromEntries(given) });
  return eventOf(ctx.em, authorOf(ctx), action, entity, changes);
}

/** Writes down what changes nothing that is audited, in an audited transaction. */
export function recordAction(em: EntityManager, action: AuditAction, target: { id: string }): void {
  em.persist(eventOf(em, announcementFor(em, action), action, target, null));
}

/** Adds the audit rows to every flush, and refuses a change that nobody announced: an action cannot forget its audit row. */
export class AuditRecorder implements EventSubscriber {
  onFlush({ em, uow }: FlushEventArgs): void {
    for (const changeSet of uow.getChangeSets()) {
      const { entity, meta } = changeSet;
      if (!audited.has(meta.class)) continue;
      const actions = announced.get(em)?.actions[meta.className];
      const action = typeof actions === 'object' ? actions[isNew(changeSet) ? 'create' : 'update'] : actions;
      if (!action) throw new Error(`${meta.className} changes without an audit action.`);
      const event = eventOf(em, announcementFor(em, action), action, entity as { id: string }, changesOf(changeSet));
      uow.computeChangeSet(event);
    }
  }
}

const isNew = ({ type }: Pick<ChangeSet<object>, 'type'>): boolean => type === 'create';

function announcementFor(em: object, action: AuditAction): Announcement {
  const announcement = announced.get(em);
  if (!announcement) throw new Error(`${action} outside of an audited transaction.`);
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
      resellerId: tenantOfRow(target) ?? author.resellerId,
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

/** Columns of every table that say nothing about a change. Secrets and other columns to leave out are `hidden` in the entity. */
const BOOKKEEPING = new Set(['id', 'resellerId', 'version', 'createdAt', 'updatedAt']);

type Change = Pick<ChangeSet<object>, 'entity' | 'payload' | 'originalEntity' | 'meta'>;

/** Null where nothing of it can be told. */
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

/** A time or a list is told the same way wherever it comes from: from the database it is text of another form. */
function told(value: unknown, property: EntityProperty | undefined): unknown {
  const { array, customType } = property ?? {};
  if (array && customType?.platform) return customType.convertToJSValue(value, customType.platform);
  const isTime = property?.runtimeType === 'Date' && (typeof value === 'string' || typeof value === 'number');
  return isTime ? new Date(value) : (value ?? null);
}
