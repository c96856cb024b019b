import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { AuditActionEnum, isRegistered, OTHER_ACTION } from './audit.actions.ts';
import { AuditEvent } from './audit-event.entity.ts';
import { AuditEventsArgs } from './audit-event.inputs.ts';
import * as auditEvents from './audit-event.service.ts';
import { isShown, TEAM } from './names/audit.actor.ts';

const AuditEventPage = pageOf(AuditEvent);

@Resolver(() => AuditEvent)
export class AuditEventResolver {
  @Query(() => AuditEventPage, {
    description: 'Returns the audit log, newest first. Admins see all events, partners their own.',
  })
  auditEvents(
    @Ctx() ctx: RequestContext,
    @Args(() => AuditEventsArgs) args: AuditEventsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<AuditEvent>> {
    return auditEvents.listAuditEvents(ctx, { ...args, ...selected });
  }

  @FieldResolver(() => AuditActionEnum, { description: 'The action.' })
  type(@Root() { action }: AuditEvent): string {
    return isRegistered(action) ? action : OTHER_ACTION;
  }

  @FieldResolver(() => String, {
    description: "The actor's email address. Partners see `ReachGenie` for all admins.",
  })
  actorEmail(@Ctx() ctx: RequestContext, @Root() event: AuditEvent): string {
    return isShown(ctx, event) ? event.actorEmail : TEAM;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The actor's IP address. Partners see it only for their own users.",
  })
  ipAddress(@Ctx() ctx: RequestContext, @Root() event: AuditEvent): string | null {
    return isShown(ctx, event) ? (event.ipAddress ?? null) : null;
  }
}
