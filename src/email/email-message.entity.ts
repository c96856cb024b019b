import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../core/database/database.clock.ts';
import { Id, Time } from '../core/graphql/shared.fields.ts';
import { Language } from '../core/text/language.ts';
import { conflict } from '../core/context/domain.error.ts';

export enum EmailStatus {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  FAILED = 'FAILED',
  HELD_BACK = 'HELD_BACK',
}
registerEnumType(EmailStatus, {
  name: 'EmailStatus',
  description: 'Delivery status of an email.',
  valuesConfig: {
    QUEUED: { description: 'Waiting for the first or next attempt.' },
    SENT: { description: 'Accepted by the email service.' },
    FAILED: { description: 'All attempts failed. Use resendEmail to send it again.' },
    HELD_BACK: {
      description: 'Never sent, because this is a staging environment and the recipient is not allowed there.',
    },
  },
});

/**
 * Written in the transaction that causes it, and delivered by the worker. Stores the template's name and data, which
 * become text when the email is sent.
 */
@Entity()
@ObjectType({ simpleResolvers: true, description: 'An email to one recipient, and its delivery status.' })
@Index({ properties: ['applicationId', 'createdAt', 'id'] })
@Index({ properties: ['createdAt', 'id'] })
@Index({
  name: 'email_message_unsent_index',
  expression: `create index "email_message_unsent_index" on "email_message" ("status", "created_at", "id") where "status" <> 'SENT'`,
})
@Index({
  name: 'email_message_summary_index',
  expression: `create index "email_message_summary_index" on "email_message" ("created_at") where "template" = 'notification.summary'`,
})
@Index({
  name: 'email_message_recipient_index',
  expression: 'create index "email_message_recipient_index" on "email_message" using gin ("recipient" gin_trgm_ops)',
})
export class EmailMessage {
  [OptionalProps]?: 'status' | 'language' | 'tries' | 'createdAt';

  @Id()
  id = uuid();

  @Field(() => ID, {
    nullable: true,
    description: 'The application that the email is about. Null if there is none.',
  })
  @Property({ type: 'uuid', nullable: true })
  applicationId?: string | null;

  @Field(() => String, { description: "The recipient's email address." })
  @Property({ type: 'string', length: 254 })
  recipient!: string;

  @Field(() => String, { description: 'Name of the template, such as `application.received`.' })
  @Property({ type: 'string', length: 60 })
  template!: string;

  @Field(() => Language, { description: 'Language of the email.' })
  @Enum({ items: () => Language })
  language: Language = Language.EN;

  /** IANA name. Null for UTC. */
  @Property({ type: 'string', length: 64, nullable: true })
  timeZone?: string | null;

  @Property({ type: 'json' })
  data!: object;

  @Field(() => EmailStatus, { description: 'Delivery status.' })
  @Enum({ items: () => EmailStatus })
  status: EmailStatus = EmailStatus.QUEUED;

  @Field(() => Int, { description: 'Number of delivery attempts, successful or not.' })
  @Property({ type: 'integer' })
  tries: number = 0;

  /** When an attempt began. Null once its outcome is known: until then, Postmark may or may not have the email. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  sendingSince?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed. Null once sent.' })
  @Property({ type: 'string', length: 1000, nullable: true })
  lastError?: string | null;

  @Time('When the email was queued.')
  createdAt = currentTime();

  @Time('When the email service accepted it.', { nullable: true })
  sentAt?: Date | null;

  /** Throws CONFLICT (EMAIL_STATUS) unless FAILED or HELD_BACK. Keeps counting the attempts. */
  queueAgain(): void {
    if (this.status !== EmailStatus.FAILED && this.status !== EmailStatus.HELD_BACK) {
      throw conflict(
        'EMAIL_STATUS',
        `Only an email that is FAILED or HELD_BACK can be sent again. This one is ${this.status}.`,
      );
    }
    this.status = EmailStatus.QUEUED;
  }
}
