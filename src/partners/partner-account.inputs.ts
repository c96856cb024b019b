import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Entries } from '../core/graphql/field.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { Optional, Text } from '../core/graphql/text.rules.ts';
import { PartnerTier } from '../tenants/partner-account.entity.ts';
import { PartnershipType } from '../tenants/partnership.type.ts';

@InputType({ description: 'Which partners a list shows: those that meet everything that is given.' })
export class PartnerAccountFilter {
  @Field(() => [PartnerTier], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @Entries(0, 20)
  tier?: PartnerTier[] | null;

  @Field(() => [PartnershipType], { nullable: true, description: 'Partners with a partnership of any of these.' })
  @IsOptional()
  @Entries(0, 20)
  partnershipType?: PartnershipType[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Active ones, or those that are not.' })
  isActive?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Text in the company or e-mail address, anywhere. Case, accents and spacing do not count: muller finds Müller. 1 to 200 characters; no wildcards. A whole address finds its mailbox in any spelling.',
  })
  @Optional(Text(200))
  search?: string | null;
}

@ArgsType()
export class PartnerAccountsArgs extends PageArgs {
  @Field(() => PartnerAccountFilter, { nullable: true, description: 'Which partners. All where left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: PartnerAccountFilter | null;
}

@InputType({ description: 'What an admin may change about a partner. What is left out or null stays.' })
export class UpdatePartnerAccountInput {
  @Field(() => PartnerTier, { nullable: true, description: 'How far the partner has come.' })
  tier?: PartnerTier | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False ends all sessions, API keys and client accesses of the partner at once.',
  })
  isActive?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may manage clients. Only a reseller can.' })
  clientManagementEnabled?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may sell under its own brand.' })
  whitelabelEnabled?: boolean | null;
}

@ArgsType()
export class UpdatePartnerAccountArgs {
  @Field(() => ID, { description: 'Which partner.' })
  id!: string;

  @Field(() => UpdatePartnerAccountInput, { description: 'What changes.' })
  @ValidateNested()
  input!: UpdatePartnerAccountInput;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen: CONFLICT where somebody changed it since.',
  })
  expectedVersion?: number | null;
}
