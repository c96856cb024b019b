import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps, raw } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';

/** Its ID is the token's `jti`. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'ClientAccount', targetId: 'clientId', ownId: 'sessionId' })
@ObjectType({ simpleResolvers: true, description: "A user's temporary access to a client's account." })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({ properties: ['resellerId', 'clientId', 'createdAt', 'id'] })
export class ClientAccessSession {
  [OptionalProps]?: 'createdAt';

  @Field(() => ID, { description: 'Unique ID. Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'uuid' })
  resellerId!: string;

  /** A composite foreign key ties it to the tenant's own clients. */
  @Property({ type: 'uuid' })
  clientId!: string;

  @Property({ type: 'uuid' })
  userId!: string;

  @Field(() => String, { description: 'Reason that the user gave. 1 to 500 characters.' })
  @Property({ type: 'string', length: 500 })
  reason!: string;

  /** By the database's clock, because it is compared with the partner's `accessEndedAt`. */
  @Field(() => DateTime, { description: 'When the access was granted.' })
  @Property({ type: 'datetime', length: 3, onCreate: () => raw('now()') })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When the access expires, 15 minutes after it was granted.' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the client application exchanged the token, which works once. Null if it has not.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  exchangedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the access was ended early. Null if it was not.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt?: Date | null;
}
