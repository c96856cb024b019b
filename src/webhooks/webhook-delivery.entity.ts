import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, Time } from '../core/graphql/shared.fields.ts';
import { WEBHOOK_FAILURES, WebhookFailureEnum, type WebhookFailure } from './webhook.failures.ts';
import { WebhookTry } from './webhook-try.types.ts';

export enum WebhookDeliveryStatus {
  PENDING = 'PENDING',
  DELIVERED = 'DELIVERED',
  FAILED = 'FAILED',
}
registerEnumType(WebhookDeliveryStatus, {
  name: 'WebhookDeliveryStatus',
  description: 'Status of a delivery. DELIVERED and FAILED are final.',
  valuesConfig: {
    PENDING: { description: 'Waiting for the first or next try.' },
    DELIVERED: { description: 'The endpoint answered with a status of 200 to 299.' },
    FAILED: { description: 'There are no more tries. Use replayWebhookDelivery to send the event again.' },
  },
});

/** An event for one endpoint. Kept for 30 days, with its message. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: 'An event on its way to a webhook endpoint.' })
@Index({ properties: ['endpointId', 'createdAt', 'id'] })
@Index({ properties: ['messageId'] })
@Index({
  name: 'webhook_delivery_open_index',
  expression: `create index "webhook_delivery_open_index" on "webhook_delivery" ("endpoint_id", "next_try_at") where "status" = 'PENDING'`,
})
@Index({
  name: 'webhook_delivery_message_unique',
  expression: `create unique index "webhook_delivery_message_unique" on "webhook_delivery" ("endpoint_id", "message_id") where "replay_of" is null`,
})
@Index({
  name: 'webhook_delivery_replay_unique',
  expression: `create unique index "webhook_delivery_replay_unique" on "webhook_delivery" ("replay_of") where "replay_of" is not null`,
})
export class WebhookDelivery {
  [OptionalProps]?: 'status' | 'tries' | 'createdAt';

  @Id()
  id = uuid();

  @Field(() => ID, { description: 'The endpoint.' })
  @Property({ type: 'uuid' })
  endpointId!: string;

  @Field(() => ID, { description: 'The header `webhook-id`. The same for each try, and if the event is sent again.' })
  @Property({ type: 'uuid' })
  messageId!: string;

  @Field(() => ID, { nullable: true, description: 'The delivery whose event is sent again. Null if it is the first.' })
  @Property({ type: 'uuid', nullable: true })
  replayOf?: string | null;

  /** That of the endpoint. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => String, { description: 'Type of the event, as in `eventTypes`, or `webhook.test`.' })
  @Property({ type: 'string', length: 60 })
  type!: string;

  @Field(() => WebhookDeliveryStatus, { description: 'Status of the delivery.' })
  @Enum({ items: () => WebhookDeliveryStatus })
  status: WebhookDeliveryStatus = WebhookDeliveryStatus.PENDING;

  @Field(() => WebhookFailureEnum, {
    nullable: true,
    description: 'Why it failed, or its last try. Null if nothing did.',
  })
  @Enum({ items: () => WEBHOOK_FAILURES, nullable: true })
  failure?: WebhookFailure | null;

  @Field(() => [WebhookTry], { description: 'The tries so far, at most 10, oldest first.' })
  @Property({ type: 'json', defaultRaw: `'[]'` })
  tries: WebhookTry[] = [];

  /** When a try began whose outcome is not known. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  tryingSince?: Date | null;

  @Time('When the next try is due. Null if there is none.', { nullable: true })
  nextTryAt?: Date | null;

  @Time('When the delivery was prepared.')
  createdAt = currentTime();
}
