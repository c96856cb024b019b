import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../../core/database/tenancy.ts';

/** ApiKeyLog writes these rows, never the unit of work. Kept for 90 days. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@ObjectType({
  simpleResolvers: true,
  description: 'How an API key was used on one UTC day from one network. Complete after about a minute.',
})
@Unique({ properties: ['apiKeyId', 'day', 'network'] })
@Index({ properties: ['apiKeyId', 'firstAt', 'id'] })
@Index({ properties: ['day'] })
export class ApiKeyUse {
  @Field(() => ID, { description: 'Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'uuid' })
  apiKeyId!: string;

  /** The tenant. Null for a key of an admin. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  /** The UTC date. */
  @Property({ type: 'date' })
  day!: string;

  @Field(() => String, {
    description: 'An IPv4 address, or the /64 of an IPv6 address. `others` beyond 100 networks on a day.',
  })
  @Property({ type: 'string', length: 45 })
  network!: string;

  @Field(() => DateTime, { description: 'When the key was first used from this network on this day, to the minute.' })
  @Property({ type: 'datetime', length: 3 })
  firstAt!: Date;

  @Field(() => DateTime, { description: 'When the key was last used from this network on this day, to the minute.' })
  @Property({ type: 'datetime', length: 3 })
  lastAt!: Date;

  @Field(() => Int, { description: 'Number of requests that were executed.' })
  @Property({ type: 'integer' })
  requests!: number;

  @Field(() => Int, {
    description: 'Number of refused requests: by address, scope or rate limit, or after the key ended.',
  })
  @Property({ type: 'integer' })
  refused!: number;
}
