import { Check, Entity, Enum, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Id, Time } from '../../core/graphql/shared.fields.ts';
import { Audited } from '../../audit/audit.recorder.ts';
import { Named } from '../../audit/names/audit.names.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../../core/database/tenancy.ts';

/** The names are stored with keys and never change. */
export enum ApiKeyScope {
  READ = 'READ',
  CLIENTS = 'CLIENTS',
  REVIEW = 'REVIEW',
}
registerEnumType(ApiKeyScope, {
  name: 'ApiKeyScope',
  description: 'The permissions of an API key.',
  valuesConfig: {
    READ: { description: 'Reads the account, its activity and its clients; for admins all applications and partners.' },
    CLIENTS: { description: 'Reads and changes clients. Only for partners that manage clients.' },
    REVIEW: { description: 'Reads and reviews applications. Only for admins.' },
  },
});

/**
 * A program signs in with it. The secret is not stored: see api-key.secret.ts. Name, scopes, addresses and creator
 * never change, so that processes can cache them.
 */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@Named({ name: 'name' })
@ObjectType({ simpleResolvers: true, description: 'A credential with which a program signs in.' })
@Check({
  name: 'api_key_check',
  expression: `cardinality(scopes) > 0 and case when reseller_id is null
    then scopes <@ '{READ,REVIEW}' and expires_at is not null else scopes <@ '{READ,CLIENTS}' end`,
})
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
export class ApiKey {
  [OptionalProps]?: 'createdAt';

  @Id('Never changes.')
  id = uuid();

  /** The tenant. Null for a key of an admin. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => String, { description: 'The purpose of the key. 1 to 100 characters.' })
  @Property({ type: 'string', length: 100 })
  name!: string;

  @Field(() => String, { description: 'The start of the key, which identifies it: `rgk_` and 12 characters.' })
  @Property({ type: 'string', length: 20 })
  @Unique()
  prefix!: string;

  /** SHA-256 of the part after the prefix. */
  @Property({ type: 'string', length: 43, lazy: true, hidden: true })
  secretHash!: string;

  @Field(() => [ApiKeyScope], { description: 'The permissions of the key.' })
  @Enum({ items: () => ApiKeyScope, array: true })
  scopes!: ApiKeyScope[];

  @Field(() => [String], {
    description: 'The addresses and ranges from which the key can be used. Any address if empty.',
  })
  @Property({ type: 'string[]', columnType: 'text[]', defaultRaw: `'{}'` })
  allowedAddresses!: string[];

  @Field(() => ID, { description: 'The user who created the key.' })
  @Property({ type: 'uuid' })
  @Index()
  createdBy!: string;

  /** The list query fills it. */
  @Field(() => String, { description: 'The name of this user.' })
  createdByName?: string;

  /** By the database's clock, because it is compared with the partner's `accessEndedAt`. */
  @Time('When the key was created.', { defaultRaw: 'now()' })
  createdAt!: Date;

  @Time('When the key was last used, to the minute. Null if it was never used.', { nullable: true })
  lastUsedAt?: Date | null;

  @Time('When the key expires. Null if it does not expire.', { nullable: true })
  expiresAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The key that replaces this one. Null if it was not rotated.' })
  @Property({ type: 'uuid', nullable: true })
  @Unique()
  replacedBy?: string | null;
}
