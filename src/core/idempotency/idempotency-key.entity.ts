import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { PLATFORM_SEES_ALL, TenantOwned } from '../database/tenancy.ts';

@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
export class IdempotencyKey {
  /** Null for public operations. PostgreSQL sets it. */
  @Property({
    type: 'uuid',
    nullable: true,
    defaultRaw: `nullif(current_setting('mikro.tenant.resellerId', true), '')::uuid`,
    ignoreSchemaChanges: ['default'], // PostgreSQL spells it out otherwise
  })
  resellerId?: string | null;

  /** SHA-256 of caller, operation and key. */
  @PrimaryKey({ type: 'string', length: 43, hidden: true })
  keyHash!: string;

  @Property({ type: 'string', length: 43, hidden: true })
  inputHash!: string;

  /** Null only while its transaction runs. */
  @Property({ type: 'json', nullable: true })
  answer?: object | null;

  @Property({ type: 'datetime', length: 3 })
  @Index()
  createdAt!: Date;
}
