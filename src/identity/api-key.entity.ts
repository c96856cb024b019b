import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { DateTime } from '../core/date-time.scalar.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/tenancy.ts';
import { User } from './user.entity.ts';

/** What a reseller's own programs call with. Its secret is not kept: see api-key.secret.ts. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@ObjectType({ simpleResolvers: true, description: 'What a program of a reseller calls with, instead of a person.' })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
export class ApiKey {
  [OptionalProps]?: 'createdAt';

  @Field(() => ID, { description: 'Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'uuid' })
  resellerId!: string;

  @Field(() => String, { description: 'What it is for. 1 to 100 characters.' })
  @Property({ type: 'string', length: 100 })
  name!: string;

  @Field(() => String, { description: 'How the key begins, to tell it from others: `rgk_` and 12 characters.' })
  @Property({ type: 'string', length: 20 })
  @Unique()
  prefix!: string;

  /** SHA-256 of what follows the prefix. */
  @Property({ type: 'string', length: 43, lazy: true, hidden: true })
  secretHash!: string;

  @ManyToOne({ entity: () => User, fieldName: 'created_by', mapToPk: true })
  @Index()
  createdBy!: string;

  /** By the database's clock, since it is compared with the partner's `accessEndedAt`. */
  @Field(() => DateTime, { description: 'When it was made.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last used, to the minute. Null where it never was.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  lastUsedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends. Null where it does not of itself.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  expiresAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt?: Date | null;
}
