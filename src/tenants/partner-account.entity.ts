import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../core/database/database.clock.ts';
import { Id, Time, UpdatedAt, Version } from '../core/graphql/shared.fields.ts';
import { SearchText } from '../core/lists/text.search.ts';
import { Audited } from '../audit/audit.recorder.ts';
import { Named } from '../audit/names/audit.names.ts';
import { IsTenant, PLATFORM_SEES_ALL } from '../core/database/tenancy.ts';
import { PartnershipType } from './partnership.type.ts';

export enum PartnerTier {
  SILVER = 'SILVER',
  GOLD = 'GOLD',
  PLATINUM = 'PLATINUM',
}
registerEnumType(PartnerTier, {
  name: 'PartnerTier',
  description: "A partner's level. Each tier has more benefits than the one before.",
  valuesConfig: {
    SILVER: { description: 'The first tier of every partner.' },
    GOLD: { description: 'Higher commission, a partner manager, and basic white label for resellers.' },
    PLATINUM: { description: 'The best terms, and full white label for resellers.' },
  },
});

/** The tenant. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@IsTenant()
@Audited()
@Named({ name: 'companyName', searched: 'search' })
@ObjectType({ simpleResolvers: true, description: 'An approved partner.' })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['tier', 'createdAt', 'id'] })
@Index({
  name: 'partner_account_company_name_index',
  expression: `create index "partner_account_company_name_index" on "partner_account" ("company_name" collate "natural_order", "id")`,
})
@Index({
  name: 'partner_account_search_index',
  expression: 'create index "partner_account_search_index" on "partner_account" using gin ("search" gin_trgm_ops)',
})
export class PartnerAccount {
  [OptionalProps]?: 'tier' | 'isActive' | 'whitelabelEnabled' | 'version' | 'createdAt' | 'updatedAt' | 'search';

  @Id()
  id = uuid();

  /** The application of its first partnership. */
  @Property({ type: 'uuid', unique: true })
  partnerId!: string;

  @Field(() => String, { description: 'Company name, as in the application. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  companyName!: string;

  @Field(() => String, { description: 'Email address of the first user.' })
  @Property({ type: 'string', length: 254 })
  adminEmail!: string;

  @Field(() => PartnershipType, { description: 'Type of the first partnership. See `partnerships` for all of them.' })
  @Enum({ items: () => PartnershipType })
  partnershipType!: PartnershipType;

  @Field(() => PartnerTier, { description: "The partner's level." })
  @Enum({ items: () => PartnerTier })
  tier: PartnerTier = PartnerTier.SILVER;

  @Field(() => Boolean, { description: "Whether the partner's users can sign in. Does not affect its clients." })
  @Property({ type: 'boolean' })
  isActive: boolean = true;

  /** API keys and client access from before this time are no longer valid. Set on deactivation and reactivation. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  accessEndedAt?: Date | null;

  @Field(() => Boolean, { description: 'Whether the partner can manage clients. Resellers only.' })
  @Property({ type: 'boolean' })
  clientManagementEnabled!: boolean;

  @Field(() => Boolean, { description: 'Whether the partner can sell under its own brand.' })
  @Property({ type: 'boolean' })
  whitelabelEnabled: boolean = false;

  @Version()
  version!: number;

  @Time('When the first application was approved.')
  createdAt = currentTime();

  @UpdatedAt('When the account last changed.')
  updatedAt = currentTime();

  @SearchText("company_name || ' ' || admin_email")
  search?: string;
}
