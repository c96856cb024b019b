import { Args, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { NotificationSettings } from './notification-setting.entity.ts';
import { Notification } from './notification.entity.ts';
import { MarkNotificationsReadArgs, NotificationsArgs, UpdateNotificationSettingsArgs } from './notification.inputs.ts';
import * as notifications from './notification.service.ts';

const NotificationPage = pageOf(Notification);

@Resolver()
export class NotificationResolver {
  @Query(() => NotificationPage, {
    description: 'Returns the notifications of the last 90 days of the signed-in user, newest first. Users only.',
  })
  notifications(
    @Ctx() ctx: RequestContext,
    @Args(() => NotificationsArgs) args: NotificationsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<Notification>> {
    return notifications.listNotifications(ctx, { ...args, ...selected });
  }

  @Query(() => Int, {
    description: 'Returns the number of unread notifications. At most 100, which means 100 or more. Users only.',
  })
  unreadNotifications(@Ctx() ctx: RequestContext): Promise<number> {
    return notifications.countUnread(ctx);
  }

  @Query(() => NotificationSettings, {
    description: 'Returns how the signed-in user is told of each kind of notification. Users only.',
  })
  notificationSettings(@Ctx() ctx: RequestContext): Promise<NotificationSettings> {
    return notifications.readSettings(ctx);
  }

  @Mutation(() => Int, {
    description:
      'Marks some notifications as read, or all up to a moment. Returns the number of unread ones, at most 100. Errors: BAD_USER_INPUT on `ids` without both; NOT_FOUND if the user has no such notification, which then marks none. Users only.',
  })
  markNotificationsRead(
    @Ctx() ctx: RequestContext,
    @Args(() => MarkNotificationsReadArgs) args: MarkNotificationsReadArgs,
  ): Promise<number> {
    return notifications.markRead(ctx, args);
  }

  @Mutation(() => NotificationSettings, {
    description:
      'Changes how the signed-in user is told of kinds of notifications. Others stay as they are. Kinds that the user never gets have no effect. Returns all settings. Users only.',
  })
  updateNotificationSettings(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateNotificationSettingsArgs) args: UpdateNotificationSettingsArgs,
  ): Promise<NotificationSettings> {
    return notifications.updateSettings(ctx, args);
  }
}
