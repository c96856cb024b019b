import { Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { childrenOf, loadList } from '../../core/lists/children.ts';
import { countFailedEmails } from '../../email/email.service.ts';
import { User } from '../../identity/users/user.entity.ts';
import { ApplicationStatus } from '../application.enums.ts';
import * as waiting from './waiting.service.ts';
import { AssigneeCount, WaitingWork } from './waiting.types.ts';

type Waiting = waiting.Waiting;
const { PENDING, REVIEWING } = ApplicationStatus;

@Resolver(() => WaitingWork)
export class WaitingResolver {
  @Query(() => WaitingWork, { description: 'Returns the work that waits for admins now. Admins only.' })
  waitingWork(@Ctx() ctx: RequestContext): Waiting {
    return waiting.openWaiting(ctx);
  }

  @FieldResolver(() => Int, { description: 'Number of pending applications.' })
  pending(@Root() root: Waiting): Promise<number> {
    return waiting.countWith(root, ({ status }) => status === PENDING);
  }

  @FieldResolver(() => Int, { description: 'Number of applications in review.' })
  reviewing(@Root() root: Waiting): Promise<number> {
    return waiting.countWith(root, ({ status }) => status === REVIEWING);
  }

  @FieldResolver(() => Int, { description: 'Number of open applications without an assignee.' })
  unassigned(@Root() root: Waiting): Promise<number> {
    return waiting.countWith(root, waiting.isUnassigned);
  }

  @FieldResolver(() => Int, { description: 'Number of open applications that are assigned to the caller.' })
  mine(@Ctx() { caller }: RequestContext, @Root() root: Waiting): Promise<number> {
    return waiting.countWith(root, ({ assignee }) => assignee === caller?.userId);
  }

  @FieldResolver(() => [AssigneeCount], {
    description: 'Open applications by assignee, largest count first. Leaves out admins without any.',
  })
  async openByAssignee(@Ctx() ctx: RequestContext, @Root() root: Waiting): Promise<AssigneeCount[]> {
    const counts = await waiting.countByAssignee(root);
    return Promise.all(
      counts.map(async ([id, count]) => ({
        assignee: id === null ? null : ((await loadList(ctx, ASSIGNEE, id))[0] ?? null),
        count,
      })),
    );
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Submission of the oldest pending application. Null if there is none.',
  })
  oldestPendingAt(@Ctx() ctx: RequestContext): Promise<string | null> {
    return waiting.oldestWith(ctx, PENDING);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Submission of the oldest application in review. Null if there is none.',
  })
  oldestReviewingAt(@Ctx() ctx: RequestContext): Promise<string | null> {
    return waiting.oldestWith(ctx, REVIEWING);
  }

  @FieldResolver(() => Int, { description: 'Number of emails with the status FAILED.' })
  failedEmails(@Ctx() ctx: RequestContext): Promise<number> {
    return countFailedEmails(ctx);
  }
}

const ASSIGNEE = childrenOf({ entity: User, parent: 'id', sortBy: 'id' });
