import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps, raw } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';

/** That a reseller's user may act in a client's account for a while, and why. Its id is the token's `jti`. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'ClientAccount', targetId: 'clientId', ownId: 'sessionId' })
@ObjectType({ simpleResolvers: true, description: 'Temporary access of one of your people to a client’s account.' })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({ properties: ['resellerId', 'clientId', 'createdAt', 'id'] })
export class ClientAccessSession {
  [OptionalProps]?: 'createdAt';

  @Field(() => ID, { description: 'Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'uuid' })
  resellerId!: string;

  /** PostgreSQL holds it together with the tenant: no session leads to a client of another. */
  @Property({ type: 'uuid' })
  clientId!: string;

  @Property({ type: 'uuid' })
  userId!: string;

  @Field(() => String, { description: 'What it was for, as the user told it. 1 to 500 characters.' })
  @Property({ type: 'string', length: 500 })
  reason!: string;

  /** By the database's clock, since it is compared with the partner's `accessEndedAt`. */
  @Field(() => DateTime, { description: 'When it was asked for.' })
  @Property({ type: 'datetime', length: 3, onCreate: () => raw('now()') })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it ends by itself: 15 minutes later.' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the client application took the token from the URL: it does so once. Null where it never did.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  exchangedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended before its time. Null where it was not.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt?: Date | null;
}
