import { Entity, Enum, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps, PrimaryKeyProp } from '@mikro-orm/postgresql';
import { ObjectType } from 'type-graphql';
import { currentTime } from '../core/database/database.clock.ts';
import { Audited } from '../audit/audit.recorder.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { PartnershipType } from '../tenants/partnership.type.ts';

/** Comes from an approved application. A trigger adds the first one and keeps it equal to the account's columns. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'PartnerAccount', targetId: 'resellerId' })
@Unique({ properties: ['resellerId', 'partnershipType'] })
@ObjectType({ simpleResolvers: true, description: 'A partnership of a partner account.' })
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
  createdAt = currentTime();
}
