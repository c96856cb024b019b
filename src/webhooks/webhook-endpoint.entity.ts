import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { Named } from '../audit/names/audit.names.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, Time, UpdatedAt, Version } from '../core/graphql/shared.fields.ts';

export enum WebhookEndpointStatus {
  ENABLED = 'ENABLED',
  DISABLED = 'DISABLED',
  FAILING_DISABLED = 'FAILING_DISABLED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(WebhookEndpointStatus, {
  name: 'WebhookEndpointStatus',
  description: 'Whether a webhook endpoint gets events.',
  valuesConfig: {
    ENABLED: { description: 'Gets events.' },
    DISABLED: { description: 'A user disabled it. It gets no events.' },
    FAILING_DISABLED: {
      description:
        'We disabled it, because it failed for a day or answered 410. Its events are kept as FAILED deliveries. Enable it, and send them again.',
    },
    ARCHIVED: { description: 'Ended permanently. No list has it.' },
  },
});

const { ENABLED, FAILING_DISABLED, ARCHIVED } = WebhookEndpointStatus;

const HOUR_MS = 60 * 60 * 1_000;

/** A URL that gets events. Its secrets are derived from `id` and `generation`: see webhook.secret.ts. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@Named({ name: 'url' })
@ObjectType({ simpleResolvers: true, description: 'A URL that gets events by HTTP POST.' })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Check({ name: 'webhook_endpoint_generation_check', expression: 'generation > 0' })
export class WebhookEndpoint {
  [OptionalProps]?: 'status' | 'generation' | 'failuresInARow' | 'version' | 'createdAt' | 'updatedAt';

  @Id()
  id = uuid();

  /** The tenant. Null for an endpoint of the platform. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => String, { description: 'The URL that gets the events.' })
  @Property({ type: 'string', length: 2048 })
  url!: string;

  @Field(() => String, { nullable: true, description: 'The purpose of the endpoint. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200, nullable: true })
  description?: string | null;

  @Field(() => [String], {
    description: 'Types of the events that it gets, as in `eventTypes`. If empty, all types, including later ones.',
  })
  @Property({ type: 'string[]', array: true, columnType: 'text[]', defaultRaw: `'{}'` })
  types!: string[];

  @Field(() => WebhookEndpointStatus, { description: 'Whether it gets events.' })
  @Enum({ items: () => WebhookEndpointStatus })
  status: WebhookEndpointStatus = ENABLED;

  /** Increases with each rotation of the secret. */
  @Property({ type: 'integer', hidden: true })
  generation: number = 1;

  @Time('Until when the previous secret signs too. Null if it does not.', { nullable: true })
  previousUntil?: Date | null;

  @Field(() => Int, { description: 'Failed tries since the last successful one, of all deliveries.' })
  @Property({ type: 'integer', fieldName: 'failures_in_a_row', hidden: true })
  failuresInARow: number = 0;

  @Time('When the first of these tries failed. Null if there is none.', { nullable: true, hidden: true })
  failingSince?: Date | null;

  @Version()
  version!: number;

  @Time('When the endpoint was created.')
  createdAt = currentTime();

  @UpdatedAt('When the endpoint was last changed.')
  updatedAt = currentTime();

  isArchived(): boolean {
    return this.status === ARCHIVED;
  }

  isEnabled(): boolean {
    return this.status === ENABLED;
  }

  /** By a user. An endpoint that we disabled starts anew once it is enabled. */
  enable(isEnabled: boolean): void {
    if (isEnabled === this.isEnabled()) return;
    this.status = isEnabled ? ENABLED : WebhookEndpointStatus.DISABLED;
    this.failuresInARow = 0;
    this.failingSince = null;
  }

  disableAsFailing(): void {
    this.status = FAILING_DISABLED;
  }

  archive(): void {
    this.status = ARCHIVED;
  }

  /** The secret before the previous one ends. */
  rotateSecret(overlapHours: number, now: Date): void {
    this.generation++;
    this.previousUntil = overlapHours === 0 ? null : new Date(now.getTime() + overlapHours * HOUR_MS);
  }
}
