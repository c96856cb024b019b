import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { WebhookFailureEnum, type WebhookFailure } from './webhook.failures.ts';

/** Bytes of an answer that are kept. */
export const MOST_KEPT = 1_024;

/** Stored as JSON with the delivery. */
@ObjectType({ simpleResolvers: true, description: 'A try to deliver an event.' })
export class WebhookTry {
  /** As PostgreSQL writes a time. */
  @Field(() => DateTime, { description: 'When it began.' })
  at!: string;

  @Field(() => Int, { nullable: true, description: 'Its duration in milliseconds. Null if it was interrupted.' })
  milliseconds?: number | null;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the answer. Null if there was none.' })
  status?: number | null;

  @Field(() => WebhookFailureEnum, { nullable: true, description: 'Why it failed. Null if it did not.' })
  failure?: WebhookFailure | null;

  @Field(() => String, { nullable: true, description: 'The first 1,024 bytes of the answer. Null if there was none.' })
  answer?: string | null;
}
