import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps, raw } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Id, TenantId, Time } from '../core/graphql/shared.fields.ts';
import { Audited } from '../audit/audit.recorder.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';

/** Its ID is the token's `jti`. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'ClientAccount', targetId: 'clientId', ownId: 'sessionId' })
@ObjectType({ simpleResolvers: true, description: "A user's temporary access to a client's account." })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({ properties: ['resellerId', 'clientId', 'createdAt', 'id'] })
@Index({ properties: ['id'] })
export class ClientAccessSession {
  [OptionalProps]?: 'createdAt';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  /** A composite foreign key ties it to the tenant's own clients. */
  @Property({ type: 'uuid' })
  clientId!: string;

  @Property({ type: 'uuid' })
  userId!: string;

  @Field(() => String, { description: 'Reason that the user gave. 1 to 500 characters.' })
  @Property({ type: 'string', length: 500 })
  reason!: string;

  /** By the database's clock, because it is compared with the partner's `accessEndedAt`. */
  @Time('When the access was granted.', { onCreate: () => raw('now()') })
  createdAt!: Date;

  @Time('When the access expires, 15 minutes after it was granted.')
  expiresAt!: Date;

  @Time('When the client application exchanged the token, which works once. Null if it has not.', { nullable: true })
  exchangedAt?: Date | null;

  @Time('When the access was ended early. Null if it was not.', { nullable: true })
  revokedAt?: Date | null;
}
