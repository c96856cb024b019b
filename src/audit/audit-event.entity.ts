import { Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../core/database/database.clock.ts';
import { Id, Time } from '../core/graphql/shared.fields.ts';
import type { Role } from '../core/context/request.context.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import type { AuditAction } from './audit.actions.ts';

/** The chain of events that belong to no partner. */
export const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000';

/**
 * Applicants have no account: a private link identifies them, and the application names them. The system acts in jobs:
 * system.actor.ts.
 */
export type ActorRole = Role | 'APPLICANT' | 'SYSTEM';

/**
 * The application's roles can only insert and read rows. A trigger adds each row to the tenant's hash chain: see the
 * migration 20261130-03-audit.
 */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@ObjectType({
  simpleResolvers: true,
  description:
    'An entry of the audit log. Entries are never deleted, and only change if personal data is erased from them.',
})
@Index({ properties: ['resellerId', 'occurredAt', 'id'] })
@Index({ properties: ['occurredAt', 'id'] })
@Index({ properties: ['action', 'occurredAt', 'id'] })
@Index({ properties: ['actorId', 'occurredAt', 'id'] })
@Index({ properties: ['targetId', 'occurredAt', 'id'] })
@Index({ properties: ['targetType', 'occurredAt', 'id'] })
@Index({ properties: ['id'] })
@Unique({ properties: ['chainId', 'sequence'] })
export class AuditEvent {
  [OptionalProps]?: 'occurredAt' | 'chainId' | 'sequence' | 'transactionId' | 'hash';

  /** The tenant, or the platform. The table is distributed by it: decision 59. */
  @PrimaryKey({ type: 'uuid', lazy: true, hidden: true })
  chainId = PLATFORM_CHAIN;

  @Id()
  id = uuid();

  @Field(() => ID, {
    nullable: true,
    description: "The partner that the event concerns. Null for the platform's own events.",
  })
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Time('When it happened.')
  occurredAt = currentTime();

  @Field(() => String, {
    description: 'The action as text, such as `client.created`.',
    deprecationReason: 'Use `type`, which has the same values as an enum.',
  })
  @Property({ type: 'string', length: 60 })
  action!: AuditAction;

  /** No `@Field`: partners do not see the addresses of our team, so its resolver decides. */
  @Property({ type: 'string', length: 254 })
  actorEmail!: string;

  /** The user, or the user that created the API key. For applicants, the application. */
  @Property({ type: 'uuid' })
  actorId!: string;

  @Enum({ items: ['ADMIN', 'PARTNER', 'APPLICANT', 'SYSTEM'] })
  actorRole!: ActorRole;

  /** `session:<id>:<version>`, `key:<id>` or `key:<id>:<cached permissions>`, `link`, `command` or `job:<name>`. */
  @Property({ type: 'string', length: 100 })
  credential!: string;

  @Field(() => String, { description: 'Type of the changed object, such as `ClientAccount`.' })
  @Property({ type: 'string', length: 60 })
  targetType!: string;

  @Field(() => ID, { description: 'ID of the changed object.' })
  @Property({ type: 'uuid' })
  targetId!: string;

  /** Text, because the hash covers it exactly. */
  @Field(() => String, {
    nullable: true,
    description:
      'Changes as JSON: {"field": {"from": …, "to": …}}. Times are in RFC 3339 format. Never contains secrets. Null if there is nothing to show.',
  })
  @Property({ type: 'text', nullable: true })
  changes?: string | null;

  /** No `@Field`: its resolver decides which callers see it. */
  @Property({ type: 'string', length: 45, nullable: true })
  ipAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'The request ID.' })
  @Property({ type: 'string', length: 60, nullable: true })
  requestId?: string | null;

  // Place in the chain. A trigger overwrites these values.

  @Property({ type: 'bigint', lazy: true, hidden: true })
  sequence = '0';

  @Property({ type: 'string', columnType: 'xid8', lazy: true, hidden: true })
  transactionId = '0';

  @Property({ type: 'blob', lazy: true, hidden: true })
  hash = Buffer.alloc(0);
}
