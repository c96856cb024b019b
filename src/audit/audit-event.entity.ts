import { Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import type { Role } from '../core/context/request.context.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import type { AuditAction } from './audit.actions.ts';

/** The chain of what belongs to no partner. */
const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000';

/** An applicant has no account: known by a private link, and named by the application. */
export type ActorRole = Role | 'APPLICANT';

/**
 * Who did what. The application's roles may add rows and read them, nothing else. PostgreSQL gives each row its place in
 * the tenant's chain of hashes: see the migration 20261130-03-audit.
 */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: 'Somebody did something. Never changed, never deleted.' })
@Index({ properties: ['resellerId', 'occurredAt', 'id'] })
@Index({ properties: ['occurredAt', 'id'] })
@Index({ properties: ['action', 'occurredAt', 'id'] })
@Index({ properties: ['targetId', 'occurredAt', 'id'] })
@Unique({ properties: ['chainId', 'sequence'] })
export class AuditEvent {
  [OptionalProps]?: 'occurredAt' | 'chainId' | 'sequence' | 'transactionId' | 'hash';

  @Field(() => ID, { description: 'Never changes.' })
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Field(() => ID, { nullable: true, description: 'The partner whose matter it is. Null for the platform’s own.' })
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => DateTime, { description: 'When it happened.' })
  @Property({ type: 'datetime', length: 3 })
  occurredAt = new Date();

  @Field(() => String, {
    description: 'What was done, as text: `client.created`, for example.',
    deprecationReason: 'Use `type`, which says the same as an enum.',
  })
  @Property({ type: 'string', length: 60 })
  action!: AuditAction;

  /** To GraphQL it is a field of its resolver, because partners do not see the addresses of our team. */
  @Property({ type: 'string', length: 254 })
  actorEmail!: string;

  /** The user who did it, or whose API key did; of an applicant the application. */
  @Property({ type: 'uuid' })
  actorId!: string;

  @Enum({ items: ['ADMIN', 'PARTNER', 'APPLICANT'] })
  actorRole!: ActorRole;

  /** By what: `session:<id>:<version>`, `key:<id>` or `key:<id>:<what was seen>`; `link` where a private link proved who it was. */
  @Property({ type: 'string', length: 100 })
  credential!: string;

  @Field(() => String, { description: 'What kind of thing it was done to: `ClientAccount`, for example.' })
  @Property({ type: 'string', length: 60 })
  targetType!: string;

  @Field(() => ID, { description: 'What it was done to.' })
  @Property({ type: 'uuid' })
  targetId!: string;

  /** Kept as text: that is what the hash is over. */
  @Field(() => String, {
    nullable: true,
    description:
      'What changed, as JSON: {"field": {"from": …, "to": …}}. Times after RFC 3339; secrets never. Null where nothing can be told.',
  })
  @Property({ type: 'text', nullable: true })
  changes?: string | null;

  /** A field of the resolver too. */
  @Property({ type: 'string', length: 45, nullable: true })
  ipAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'The request that did it.' })
  @Property({ type: 'string', length: 60, nullable: true })
  requestId?: string | null;

  // Its place in the chain: PostgreSQL puts in what is right, whatever comes with the row.

  @Property({ type: 'uuid', lazy: true, hidden: true })
  chainId = PLATFORM_CHAIN;

  @Property({ type: 'bigint', lazy: true, hidden: true })
  sequence = '0';

  @Property({ type: 'string', columnType: 'xid8', lazy: true, hidden: true })
  transactionId = '0';

  @Property({ type: 'blob', lazy: true, hidden: true })
  hash = Buffer.alloc(0);
}
