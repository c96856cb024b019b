import { Entity, Enum, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/postgresql';
import { ObjectType } from 'type-graphql';
import { Audited } from '../audit/audit.recorder.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { PartnershipType } from '../tenants/partnership.type.ts';

/**
 * One kind of partnership of an account, from an approved application. PostgreSQL adds the first one with the account, and keeps
 * it as the account's own columns say.
 */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'PartnerAccount', targetId: 'resellerId' })
@Unique({ properties: ['resellerId', 'partnershipType'] })
@ObjectType({ simpleResolvers: true, description: 'One of the partnerships that a partner account has.' })
export class Partnership {
  [PrimaryKeyProp]?: 'applicationId';
  [OptionalProps]?: 'createdAt';

  @PrimaryKey({ type: 'uuid' })
  applicationId!: string;

  @Property({ type: 'uuid' })
  resellerId!: string;

  @Enum({ items: () => PartnershipType })
  partnershipType!: PartnershipType;

  @Property({ type: 'datetime', length: 3 })
  createdAt = new Date();
}
