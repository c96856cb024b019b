import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { conflict } from '../core/context/domain.error.ts';

export enum EmailStatus {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  FAILED = 'FAILED',
}
registerEnumType(EmailStatus, {
  name: 'EmailStatus',
  description: 'What became of a mail.',
  valuesConfig: {
    QUEUED: { description: 'Waiting for its first or next try.' },
    SENT: { description: 'Taken over by the mail service.' },
    FAILED: { description: 'Given up; it can be sent again with resendEmail.' },
  },
});

/**
 * A mail to one recipient, written in the transaction that causes it and delivered by the worker. It holds the template's
 * name and data, not the text: that is made when it is sent.
 */
@Entity()
@ObjectType({ simpleResolvers: true, description: 'A mail to one recipient, and what became of it.' })
@Index({ properties: ['applicationId', 'createdAt', 'id'] })
@Index({ properties: ['createdAt', 'id'] })
@Index({
  name: 'email_message_unsent_index',
  expression: `create index "email_message_unsent_index" on "email_message" ("status", "created_at", "id") where "status" <> 'SENT'`,
})
export class EmailMessage {
  [OptionalProps]?: 'status' | 'tries' | 'createdAt';

  @Field(() => ID, { description: 'Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Field(() => ID, {
    nullable: true,
    description: 'The application that it is about. Null where it is about none, as an invitation of an admin.',
  })
  @Property({ type: 'uuid', nullable: true })
  applicationId?: string | null;

  @Field(() => String, { description: 'The one address that it goes to.' })
  @Property({ type: 'string', length: 254 })
  recipient!: string;

  @Field(() => String, { description: 'What kind of mail it is: `application.received`, for example.' })
  @Property({ type: 'string', length: 60 })
  template!: string;

  @Property({ type: 'json' })
  data!: object;

  @Field(() => EmailStatus, { description: 'What became of it.' })
  @Enum({ items: () => EmailStatus })
  status: EmailStatus = EmailStatus.QUEUED;

  @Field(() => Int, { description: 'How often it was handed to the mail service, successfully or not.' })
  @Property({ type: 'integer' })
  tries: number = 0;

  @Field(() => String, { nullable: true, description: 'Why the last try failed. Null once it was sent.' })
  @Property({ type: 'string', length: 1000, nullable: true })
  lastError?: string | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt = new Date();

  @Field(() => DateTime, { nullable: true, description: 'When the mail service took it over.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  sentAt?: Date | null;

  /** Back to the queue after it was given up: CONFLICT where it was not. The tries go on counting. */
  queueAgain(): void {
    if (this.status !== EmailStatus.FAILED) {
      throw conflict('EMAIL_STATUS', `Only a mail that is FAILED can be sent again; this one is ${this.status}.`);
    }
    this.status = EmailStatus.QUEUED;
  }
}
