import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Entries } from '../core/graphql/field.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { Optional, Text } from '../core/graphql/text.rules.ts';
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

  @Field(() => String, {
    nullable: true,
    description:
      'Finds text anywhere in company name or email address. Ignores case, accents and spacing: muller finds Müller. A complete address finds its mailbox in any spelling. 1 to 200 characters, no wildcards.',
  })
  @Optional(Text(200))
  search?: string | null;
}

@ArgsType()
export class PartnerAccountsArgs extends PageArgs {
  @Field(() => PartnerAccountFilter, { nullable: true, description: 'Which partners to return. Default: all.' })
  @IsOptional()
  @ValidateNested()
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
export class UpdatePartnerAccountArgs {
  @Field(() => ID, { description: 'ID of the partner.' })
  id!: string;

  @Field(() => UpdatePartnerAccountInput, { description: 'The changes.' })
  @ValidateNested()
  input!: UpdatePartnerAccountInput;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you last read. Errors: CONFLICT (STALE_VERSION) if it has changed since.',
  })
  expectedVersion?: number | null;
}
