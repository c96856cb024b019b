import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Entries, check } from '../core/graphql/field.rules.ts';
import { ExpectedVersion, Filter, Nested } from '../core/graphql/shared.fields.ts';
import { LongText, Optional, Text, WebAddress } from '../core/graphql/text.rules.ts';
import { SortedPageArgs, SortOrder } from '../core/lists/page.types.ts';
import { CompanyChangeStatus } from './company-change.entity.ts';
import { COUNTRIES } from './company.countries.ts';

/** A code of ISO 3166-1 alpha-2, in capitals. */
const Country = (): PropertyDecorator =>
  check({ rule: 'COUNTRY', message: 'must be a country in ISO 3166-1 alpha-2, such as DE' }, (code) =>
    COUNTRIES.has(code),
  );

@InputType({
  description:
    'Data of your company. Omitted fields stay as they are, also those of a pending change. Null removes a value, but the company name stays. `website`, `phone` and `description` change at once. The others change after a review.',
})
export class UpdateCompanyInput {
  @Field(() => String, {
    nullable: true,
    description: 'An http or https address in any common spelling. At most 2,048 characters.',
  })
  @Optional(WebAddress())
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number in any format. At most 40 characters.' })
  @Optional(Text(40))
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The company in its own words. At most 2,000 characters, one or more lines.',
  })
  @Optional(LongText(2000))
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Company name. 1 to 200 characters.' })
  @Optional(Text(200))
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the company in its register. At most 200 characters.' })
  @Optional(Text(200))
  legalName?: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number. At most 200 characters.' })
  @Optional(Text(200))
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code. At most 20 characters.' })
  @Optional(Text(20))
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'City. At most 100 characters.' })
  @Optional(Text(100))
  city?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Country in ISO 3166-1 alpha-2, in capitals: `DE`. `XK` stands for Kosovo.',
  })
  @Optional(Country())
  countryCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Tax ID. For a country of the EU its VAT number with the prefix, such as `DE123456789`, with or without spaces, dots, hyphens and slashes. For other countries 2 to 30 letters, digits and separators, with at least one digit.',
  })
  @Optional(Text(30))
  vatId?: string | null;
}

@ArgsType()
export class UpdateCompanyArgs {
  @Nested(() => UpdateCompanyInput, 'The data.')
  input!: UpdateCompanyInput;

  @ExpectedVersion()
  expectedVersion?: number | null;
}

@InputType({ description: 'Filters a list of requested changes. All given conditions must match.' })
export class CompanyChangeFilter {
  @Field(() => [CompanyChangeStatus], { nullable: true, description: 'Changes with any of these statuses.' })
  @IsOptional()
  @Entries(0, 20)
  status?: CompanyChangeStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Changes of this partner.' })
  partnerId?: string | null;
}

@ArgsType()
export class CompanyChangesArgs extends SortedPageArgs {
  @Filter(() => CompanyChangeFilter, 'Which changes to return. Default: all.')
  filter?: CompanyChangeFilter | null;
}

@ArgsType()
export class CompanyChangeNeighborsArgs {
  @Field(() => ID, { description: 'ID of the change. It need not match the filter.' })
  id!: string;

  @Filter(() => CompanyChangeFilter, 'The changes of the list. Default: all.')
  filter?: CompanyChangeFilter | null;

  @Field(() => SortOrder, { defaultValue: SortOrder.DESC, description: 'Sort direction of the list.' })
  sortOrder!: SortOrder;
}

@ArgsType()
export class DecideCompanyChangeArgs {
  @Field(() => ID, { description: 'ID of the change.' })
  id!: string;

  @Field(() => Boolean, { description: 'True applies the change to the account. False declines it.' })
  approve!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Message to the owners. 1 to 5,000 characters, one or more lines. Required if you decline.',
  })
  @Optional(LongText(5000))
  message?: string | null;
}
