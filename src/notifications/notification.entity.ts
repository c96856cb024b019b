import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, Time } from '../core/graphql/shared.fields.ts';
import { NotificationKind } from './notification.kinds.ts';

/**
 * Written by `tell` in the transaction of the change that it is about, one row for each recipient, and deleted after 90
 * days. Names are those of that moment, so that a list needs no other table: decision 69.
 */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: 'What happened that concerns the signed-in user.' })
@Index({ properties: ['userId', 'createdAt', 'id'] })
@Index({ properties: ['createdAt'] })
@Index({ properties: ['subjectId'] })
@Index({
  name: 'notification_failed_email_unique',
  expression:
    'create unique index "notification_failed_email_unique" on "notification" ("user_id") where "kind" = \'EMAIL_FAILED\' and "read_at" is null and "emailed_at" is null',
})
@Index({
  name: 'notification_unread_index',
  expression:
    'create index "notification_unread_index" on "notification" ("user_id", "kind") where "read_at" is null and "in_app"',
})
export class Notification {
  @Id()
  id = uuid();

  /** The recipient. */
  @Property({ type: 'uuid' })
  userId!: string;

  /** The recipient's tenant. Null for an admin. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => NotificationKind, { description: 'What the notification tells.' })
  @Enum({ items: () => NotificationKind })
  kind!: NotificationKind;

  @Property({ type: 'uuid', nullable: true })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the person who did it. Null if it was no user.' })
  @Property({ type: 'string', length: 200, nullable: true })
  actorName?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'What it is about: the application; for EMAIL_FAILED its application, if any; for CLIENT_STOPPED the client; for COMPANY_CHANGE_REQUESTED and COMPANY_CHANGE_DECIDED the change; for AGREEMENT_DUE and AGREEMENT_ACCEPTED the agreement; for MEMBER_JOINED and ROLE_CHANGED the user; for PARTNER_ASSIGNED and the tiers the partner.',
  })
  @Property({ type: 'uuid', nullable: true })
  subjectId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the company or user that it is about. For EMAIL_FAILED: the address of the email. For AGREEMENT_DUE and AGREEMENT_ACCEPTED: the title of the agreement.',
  })
  @Property({ type: 'string', length: 254, nullable: true })
  subjectName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For MENTIONED the first 200 characters of the note, for APPLICATION_DECIDED, CLIENT_STOPPED and COMPANY_CHANGE_DECIDED the new status, for ROLE_CHANGED the new roles with commas, for AGREEMENT_DUE one of PUBLISHED, DAYS_30, DAYS_7 and BINDING, for AGREEMENT_ACCEPTED the company, for PARTNER_ASSIGNED the posts with commas: MANAGER, TECHNICAL_MANAGER, for the tiers the tier, and for TIER_AT_RISK also the first day on which it can be lost: `GOLD 2027-03-01`. Otherwise null.',
  })
  @Property({ type: 'string', length: 200, nullable: true })
  detail?: string | null;

  /** Whether the app shows it. Otherwise only an email does. */
  @Property({ type: 'boolean' })
  inApp!: boolean;

  /** When an email repeated it. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  emailedAt?: Date | null;

  @Time('When it happened.')
  createdAt!: Date;

  @Time('When the user read it. Null until then.', { nullable: true })
  readAt?: Date | null;
}
