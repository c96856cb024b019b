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
    GOLD: { description: 'The second tier. See `tierTerms` for what it brings.' },
    PLATINUM: { description: 'The highest tier. See `tierTerms` for what it brings.' },
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
  name: 'partner_account_manager_index',
  expression: `create index "partner_account_manager_index" on "partner_account" ("manager_id", "created_at", "id") where "manager_id" is not null`,
})
@Index({
  name: 'partner_account_technical_manager_index',
  expression: `create index "partner_account_technical_manager_index" on "partner_account" ("technical_manager_id", "created_at", "id") where "technical_manager_id" is not null`,
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

  @Field(() => String, { description: 'Company name. 1 to 200 characters. At first as in the application.' })
  @Property({ type: 'string', length: 200 })
  companyName!: string;

  @Field(() => String, {
    nullable: true,
    description: "Address of the company's website. At first as in the application.",
  })
  @Property({ type: 'string', length: 2048, nullable: true })
  website?: string | null;

  @Field(() => String, { nullable: true, description: "The company's phone number. At most 40 characters." })
  @Property({ type: 'string', length: 40, nullable: true })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The company in its own words. At most 2,000 characters, one or more lines.',
  })
  @Property({ type: 'string', length: 2000, nullable: true })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the company in its register. At most 200 characters.' })
  @Property({ type: 'string', length: 200, nullable: true })
  legalName?: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number. At most 200 characters.' })
  @Property({ type: 'string', length: 200, nullable: true })
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code. At most 20 characters.' })
  @Property({ type: 'string', length: 20, nullable: true })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'City. At most 100 characters.' })
  @Property({ type: 'string', length: 100, nullable: true })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Country, in ISO 3166-1 alpha-2: `DE`.' })
  @Property({ type: 'string', length: 2, nullable: true })
  countryCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Tax ID, in the EU the VAT number: `DE123456789`.' })
  @Property({ type: 'string', length: 30, nullable: true })
  vatId?: string | null;

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

  @Field(() => Boolean, {
    description: 'Whether the partner can manage clients, if its tier has the benefit. Resellers only.',
  })
  @Property({ type: 'boolean' })
  clientManagementEnabled!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the partner can sell under its own brand, if its tier has the benefit.',
  })
  @Property({ type: 'boolean' })
  whitelabelEnabled: boolean = false;

  /** An admin, who counts only while active. GraphQL shows `manager`. */
  @Property({ type: 'uuid', nullable: true })
  managerId?: string | null;

  /** The same, shown as `technicalManager`. */
  @Property({ type: 'uuid', nullable: true })
  technicalManagerId?: string | null;

  @Version()
  version!: number;

  @Time('When the first application was approved.')
  createdAt = currentTime();

  @UpdatedAt('When the account last changed.')
  updatedAt = currentTime();

  @SearchText("company_name || ' ' || admin_email")
  search?: string;
}
