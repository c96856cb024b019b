import { ArrayUnique, IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { byRule, Entries } from '../../core/graphql/field.rules.ts';
import { Filter, Nested } from '../../core/graphql/shared.fields.ts';
import { LongText, Optional, Text } from '../../core/graphql/text.rules.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import { PartnershipType } from '../../tenants/partnership.type.ts';

@InputType({ description: 'Filters a list of agreements. All given conditions must match.' })
export class AgreementFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for agreements that were negotiated with one partner, false for the others.',
  })
  isNegotiated?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Agreements that were negotiated with this partner.' })
  partnerId?: string | null;
}

@ArgsType()
export class AgreementsArgs extends PageArgs {
  @Filter(() => AgreementFilter, 'Which agreements to return. Default: all.')
  filter?: AgreementFilter | null;
}

@InputType({ description: 'A new agreement: with all partners of some types, or negotiated with one partner.' })
export class CreateAgreementInput {
  @Field(() => String, { description: 'Title that partners see. 1 to 200 characters.' })
  @Text(200)
  title!: string;

  @Field(() => [PartnershipType], {
    nullable: true,
    description: 'Partners with a partnership of any of these types need it, 1 to 3. Required without `partnerId`.',
  })
  @IsOptional()
  @Entries(1, 3)
  @ArrayUnique(byRule('DUPLICATE', 'must not contain duplicates'))
  partnershipTypes?: PartnershipType[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The partner of a negotiated agreement, which no other partner sees. Not with `partnershipTypes`.',
  })
  partnerId?: string | null;

  @Field(() => Boolean, {
    description: 'Whether partners can begin nothing new until they have accepted the binding version.',
  })
  isRequired!: boolean;
}

@ArgsType()
export class CreateAgreementArgs {
  @Nested(() => CreateAgreementInput, 'The new agreement.')
  input!: CreateAgreementInput;
}

@InputType({ description: 'A new version of an agreement.' })
export class PublishAgreementVersionInput {
  @Field(() => ID, { description: 'ID of the agreement.' })
  agreementId!: string;

  @Field(() => ID, { description: 'ID of the uploaded PDF: see requestUpload.' })
  fileId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The differences to the version before, for partners. 1 to 5,000 characters, one or more lines. Required for all but the first version.',
  })
  @Optional(LongText(5000))
  changes?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the version begins to bind. At least 30 days ahead. A first version can begin at any time from now on, and at once if omitted.',
  })
  bindingFrom?: Date | null;
}

@ArgsType()
export class PublishAgreementVersionArgs {
  @Nested(() => PublishAgreementVersionInput, 'The new version.')
  input!: PublishAgreementVersionInput;
}

@ArgsType()
export class AddCountersignedCopyArgs {
  @Field(() => ID, { description: 'ID of the version.' })
  versionId!: string;

  @Field(() => ID, { description: 'ID of the uploaded PDF: see requestUpload.' })
  fileId!: string;
}
