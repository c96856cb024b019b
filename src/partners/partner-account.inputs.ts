import { IsOptional } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { changeArgs, Filter, Nested, Search } from '../core/graphql/shared.fields.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { PartnerTier } from '../tenants/partner-account.entity.ts';
import { PartnershipType } from '../tenants/partnership.type.ts';

@InputType({ description: 'Filters a list of partners. All given conditions must match.' })
export class PartnerAccountFilter {
  @Field(() => [PartnerTier], { nullable: true, description: 'Partners with any of these tiers.' })
  @IsOptional()
  @Entries(0, 20)
  tier?: PartnerTier[] | null;

  @Field(() => [PartnershipType], { nullable: true, description: 'Partners with a partnership of any of these types.' })
  @IsOptional()
  @Entries(0, 20)
  partnershipType?: PartnershipType[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True for active partners, false for deactivated ones.' })
  isActive?: boolean | null;

  @Search('company name or email address')
  search?: string | null;
}

@ArgsType()
export class PartnerAccountsArgs extends PageArgs {
  @Filter(() => PartnerAccountFilter, 'Which partners to return. Default: all.')
  filter?: PartnerAccountFilter | null;
}

@InputType({ description: 'Changes to a partner. Omitted or null fields stay as they are.' })
export class UpdatePartnerAccountInput {
  @Field(() => PartnerTier, { nullable: true, description: "The partner's level." })
  tier?: PartnerTier | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "False ends the partner's sessions, API keys and client access immediately.",
  })
  isActive?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the partner can manage clients. Resellers only.' })
  clientManagementEnabled?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the partner can sell under its own brand.' })
  whitelabelEnabled?: boolean | null;
}

@ArgsType()
export class UpdatePartnerAccountArgs extends changeArgs('ID of the partner.') {
  @Nested(() => UpdatePartnerAccountInput, 'The changes.')
  input!: UpdatePartnerAccountInput;
}
