import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { loadList } from '../../core/lists/children.ts';
import { AuditEvent } from '../audit-event.entity.ts';
import { AuditActor, AuditObject } from './audit-names.types.ts';
import { actorOf, isShown, keyIdOf } from './audit.actor.ts';
import { idsIn } from './audit.changes.ts';
import { readNamed, type NamedObject } from './audit.names.ts';

/** The names in an event's sentence. All events of a list take one statement. */
@Resolver(() => AuditEvent)
export class AuditNamesResolver {
  @FieldResolver(() => AuditActor, {
    description: 'The person or program that acted. Partners see `ReachGenie` without an ID for all admins.',
  })
  async actor(@Ctx() ctx: RequestContext, @Root() event: AuditEvent): Promise<AuditActor> {
    if (!isShown(ctx, event)) return actorOf(ctx, event, {});
    const keyId = keyIdOf(event);
    const [[self], [key]] = await Promise.all([
      loadList(ctx, readNamed, event.actorId),
      keyId === undefined ? [] : loadList(ctx, readNamed, keyId),
    ]);
    return actorOf(ctx, event, { self, key });
  }

  @FieldResolver(() => AuditObject, { description: 'The changed object, by its current name.' })
  async subject(@Ctx() ctx: RequestContext, @Root() { targetType, targetId }: AuditEvent): Promise<AuditObject> {
    const found = await loadList(ctx, readNamed, targetId);
    return { type: targetType, id: targetId, name: found.find(({ type }) => type === targetType)?.name ?? null };
  }

  @FieldResolver(() => AuditObject, {
    nullable: true,
    description: "The partner that the event concerns. Null for the platform's own events.",
  })
  async partner(@Ctx() ctx: RequestContext, @Root() { resellerId }: AuditEvent): Promise<AuditObject | null> {
    if (resellerId == null) return null;
    const [found] = await loadList(ctx, readNamed, resellerId);
    return { type: 'PartnerAccount', id: resellerId, name: found?.name ?? null };
  }

  @FieldResolver(() => [AuditObject], {
    description:
      'Other objects whose IDs are values in `changes`, such as an assignee. At most 20. Omits objects that the caller cannot see.',
  })
  async mentions(@Ctx() ctx: RequestContext, @Root() { changes }: AuditEvent): Promise<AuditObject[]> {
    const found = await Promise.all(idsIn(changes).map((id) => loadList(ctx, readNamed, id)));
    return found.flat().map(({ type, id, name }: NamedObject) => ({ type, id, name }));
  }
}
