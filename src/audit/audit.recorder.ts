import {
  JsonType,
  type ChangeSet,
  type EntityClass,
  type EntityManager,
  type EntityProperty,
  type EventSubscriber,
  type FlushEventArgs,
  type RequiredEntityData,
} from '@mikro-orm/postgresql';
import { unauthenticated } from '../core/context/domain.error.ts';
import type { Caller, RequestContext } from '../core/context/request.context.ts';
import type { Statement } from '../core/database/fast-path/statement.ts';
import { insertNewRows, insertOf, newRow, type NewRow } from '../core/database/row.insert.ts';
import { tenantOfRow } from '../core/database/tenancy.ts';
import { inTransaction } from '../core/database/transaction.ts';
import { writeOnce, type IdempotencyScope } from '../core/idempotency/idempotency.ts';
import { AuditEvent, PLATFORM_CHAIN, type ActorRole } from './audit-event.entity.ts';
import type { AuditAction } from './audit.actions.ts';

/** The audit action for each entity: one for all changes, or one each for creation and update. */
export type AuditActions = Readonly<Record<string, AuditAction | Readonly<Record<'create' | 'update', AuditAction>>>>;

export interface AuditedContext extends Pick<RequestContext, 'em'> {
  /** Null if no request caused the change. */
  address: string | null;
  requestId: string | null;
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

interface Insert<Entity, Answer> {
  entity: EntityClass<Entity>;
  row: NewRow<Entity> & { id: string };
  /** Null for the public's rows, which have no author: the row itself says what happened. */
  action: AuditAction | null;
  answer: Answer;
  /** Statements of the same message, such as those of emails. */
  also?: readonly Statement[];
  /** Statements that run before the row is inserted, and raise an error to refuse it. Not if the key is known. */
  guards?: readonly Statement[];
}

/** The one-message write: inserts a row and its audit event past the unit of work. Once per key, as writeOnce. */
export function insertOnce<Entity extends object, Answer extends object>(
  ctx: AuditedContext,
  scope: IdempotencyScope,
  { entity, row, action, answer, also = [], guards = [] }: Insert<Entity, Answer>,
): Promise<Answer> {
  const { em } = ctx;
  const inserts = [insertOf(em, entity, row)];
  if (action) inserts.push(insertOf(em, AuditEvent, newRow(em, AuditEvent, creationOf(ctx, action, entity, row))));
  return writeOnce(em, scope, answer, [...guards, ...inserts, ...also]);
}

/**
 * Inserts rows past the unit of work in the caller's transaction, each with its audit event: two statements for any number.
 * Leaves out rows that a unique index rejects. See insertNewRows for their order. Returns the IDs of the inserted rows.
 */
export async function insertAudited<Entity extends object>(
  ctx: AuditedContext,
  em: EntityManager,
  {
    entity,
    rows,
    action,
  }: { entity: EntityClass<Entity>; rows: readonly (NewRow<Entity> & { id: string })[]; action: AuditAction },
): Promise<ReadonlySet<string>> {
  const inserted = await insertNewRows(em, entity, rows);
  const events = rows
    .filter(({ id }) => inserted.has(id))
    .map((row) => newRow(em, AuditEvent, creationOf(ctx, action, entity, row)));
  await insertNewRows(em, AuditEvent, events);
  return inserted;
}

function creationOf(ctx: AuditedContext, action: AuditAction, entity: EntityClass<object>, row: { id: string }) {
  const meta = ctx.em.getMetadata(entity);
  const payload: Record<string, unknown> = {};
  for (const { name } of meta.props) {
    const value: unknown = Reflect.get(row, name);
    if (value !== undefined) payload[name] = value;
  }
  const changes = changesOf({ entity: row, meta, payload });
  return eventOf(ctx.em, authorOf(ctx), action, { entity, row }, changes);
}

/** Records an action that changes no audited entity. */
export function recordAction(em: EntityManager, action: AuditAction, target: { id: string }): void {
  em.persist(em.create(AuditEvent, eventOf(em, announcementFor(em, action), action, targetOf(target), null)));
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
      const target = targetOf(entity as { id: string });
      const event = eventOf(em, announcementFor(em, action), action, target, changesOf(changeSet));
      uow.computeChangeSet(em.create(AuditEvent, event, { persist: false }));
    }
  }
}

const isNew = ({ type }: Pick<ChangeSet<object>, 'type'>): boolean => type === 'create';

function announcementFor(em: object, action: AuditAction): Announcement {
  const announcement = announced.get(em);
  if (!announcement) throw new Error(`${action} is recorded outside an audited transaction.`);
  return announcement;
}

interface Target {
  entity: EntityClass<object>;
  row: { id: string };
}

const targetOf = (row: { id: string }): Target => ({ entity: row.constructor, row });

function eventOf(
  em: FlushEventArgs['em'],
  author: Author,
  action: AuditAction,
  { entity, row }: Target,
  changes: string | null,
): RequiredEntityData<AuditEvent> {
  const resellerId = tenantOfRow(em, entity, row) ?? author.resellerId;
  const chainId = resellerId ?? PLATFORM_CHAIN;
  return { ...author.by, action, resellerId, chainId, ...subjectOf(entity, row), changes };
}

function subjectOf(entity: EntityClass<object>, row: { id: string }): Pick<AuditEvent, 'targetType' | 'targetId'> {
  const about = audited.get(entity);
  if (!about) return { targetType: entity.name, targetId: row.id };
  return { targetType: about.targetType, targetId: String(Reflect.get(row, about.targetId)) };
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

/** Normalizes times, lists and JSON, because the database returns them as text. */
function told(value: unknown, property: EntityProperty | undefined): unknown {
  const { array, customType } = property ?? {};
  if (array && customType?.platform) return customType.convertToJSValue(value, customType.platform);
  if (customType instanceof JsonType && typeof value === 'string') return JSON.parse(value);
  const isTime = property?.runtimeType === 'Date' && (typeof value === 'string' || typeof value === 'number');
  return isTime ? new Date(value) : (value ?? null);
}
