import { ArrayUnique, IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { byRule, Entries } from '../core/graphql/field.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { NotificationEmail, NotificationKind } from './notification.kinds.ts';

@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True returns unread ones, false returns read ones. Returns all if omitted.',
  })
  unread?: boolean | null;
}

@ArgsType()
export class MarkNotificationsReadArgs {
  @Field(() => [ID], { nullable: true, description: 'Notifications to mark, 1 to 100. Required without `until`.' })
  @IsOptional()
  @Entries(1, 100)
  ids?: string[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Marks all up to this moment: the `createdAt` of the newest one that the user has seen.',
  })
  until?: Date | null;
}

@InputType({ description: 'How to tell the user of one kind of notification.' })
export class NotificationSettingInput {
  @Field(() => NotificationKind, { description: 'The kind.' })
  kind!: NotificationKind;

  @Field(() => Boolean, { description: 'Whether `notifications` has this kind.' })
  inApp!: boolean;

  @Field(() => NotificationEmail, { description: 'When an email repeats this kind.' })
  email!: NotificationEmail;
}

@ArgsType()
export class UpdateNotificationSettingsArgs {
  @Field(() => [NotificationSettingInput], { description: 'The kinds to change, 1 to 50, each once.' })
  @Entries(1, 50)
  @ArrayUnique(({ kind }: NotificationSettingInput) => kind, byRule('DUPLICATE', 'must not contain duplicates'))
  settings!: NotificationSettingInput[];
}
