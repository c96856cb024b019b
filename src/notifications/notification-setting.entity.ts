import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { NotificationEmail, NotificationKind } from './notification.kinds.ts';

/** Only what a user has chosen. The defaults are in notification.kinds.ts. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: 'How the signed-in user is told of one kind of notification.' })
export class NotificationSetting {
  @PrimaryKey({ type: 'uuid' })
  userId!: string;

  @Field(() => NotificationKind, { description: 'The kind.' })
  @Enum({ items: () => NotificationKind, primary: true })
  kind!: NotificationKind;

  /** The user's tenant. Null for an admin. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => Boolean, { description: 'Whether `notifications` has this kind.' })
  @Property({ type: 'boolean' })
  inApp!: boolean;

  @Field(() => NotificationEmail, { description: 'When an email repeats this kind.' })
  @Enum({ items: () => NotificationEmail })
  email!: NotificationEmail;
}

@ObjectType({ simpleResolvers: true, description: 'How the signed-in user is told of what concerns them.' })
export class NotificationSettings {
  @Field(() => [NotificationSetting], { description: 'One for each kind that the user can get.' })
  kinds!: NotificationSetting[];
}
