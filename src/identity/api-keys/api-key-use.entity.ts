import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Id, Time } from '../../core/graphql/shared.fields.ts';
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
  @Id('Never changes.')
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

  @Time('When the key was first used from this network on this day, to the minute.')
  firstAt!: Date;

  @Time('When the key was last used from this network on this day, to the minute.')
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
