import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { changeArgs, ExpectedVersion, Filter, Nested, Search, TimeBound } from '../core/graphql/shared.fields.ts';
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

  @Field(() => [ID], {
    nullable: true,
    description:
      'Partners with any of these admins as partner manager or technical account manager, even if the admin was deactivated since.',
  })
  @IsOptional()
  @Entries(0, 20)
  managerIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for partners whose tier has the benefit PARTNER_MANAGER or TECHNICAL_ACCOUNT_MANAGER, but that have no active admin in that post. False for all others.',
  })
  lacksManager?: boolean | null;

  @Search('company name or email address')
  search?: string | null;

  @TimeBound('Partners whose first application was approved at or after this time.')
  createdFrom?: Date | null;

  @TimeBound('Partners whose first application was approved before this time.')
  createdTo?: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'Number of active and deactivated partners.' })
export class PartnerAccountCounts {
  @Field(() => Int, { description: 'Partners whose users can sign in.' })
  active!: number;

  @Field(() => Int, { description: 'Deactivated partners.' })
  deactivated!: number;
}

@ArgsType()
export class PartnerAccountsArgs extends PageArgs {
  @Filter(() => PartnerAccountFilter, 'Which partners to return. Default: all.')
  filter?: PartnerAccountFilter | null;
}

@ArgsType()
export class PartnerNeighborsArgs {
  @Field(() => ID, { description: 'ID of the partner. It need not match the filter.' })
  id!: string;

  @Filter(() => PartnerAccountFilter, 'The partners of the list. Default: all.')
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

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the partner can manage clients, if its tier has the benefit. Resellers only.',
  })
  clientManagementEnabled?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the partner can sell under its own brand, if its tier has the benefit.',
  })
  whitelabelEnabled?: boolean | null;
}

@InputType({ description: 'One of several partners to change.' })
export class PartnerVersionInput {
  @Field(() => ID, { description: 'ID of the partner.' })
  id!: string;

  @ExpectedVersion()
  expectedVersion?: number | null;
}

@InputType({ description: 'The same changes to several partners. Omitted or null fields stay as they are.' })
export class UpdatePartnerAccountsInput extends UpdatePartnerAccountInput {
  @Field(() => [PartnerVersionInput], { description: 'The partners to change, 1 to 100.' })
  @Entries(1, 100)
  partners!: PartnerVersionInput[];
}

@ArgsType()
export class UpdatePartnerAccountsArgs {
  @Nested(() => UpdatePartnerAccountsInput, 'The partners and the changes.')
  input!: UpdatePartnerAccountsInput;
}

@ArgsType()
export class UpdatePartnerAccountArgs extends changeArgs('ID of the partner.') {
  @Nested(() => UpdatePartnerAccountInput, 'The changes.')
  input!: UpdatePartnerAccountInput;
}
