import { ArgsType, Field, InputType } from 'type-graphql';
import { changeArgs, Nested } from '../../core/graphql/shared.fields.ts';
import { LongText, Optional, Text, WebAddress } from '../../core/graphql/text.rules.ts';
import { CompanySize, PartnershipType } from '../application.enums.ts';

@InputType({
  description:
    'Changes to the answers of an application, by the rules of a submission. Omitted or null fields stay as they are, but null removes `contactPhone`, `website`, `currentSolutions`, `targetMarket` and `additionalInformation`.',
})
export class UpdatePartnerApplicationInput {
  @Field(() => String, { nullable: true, description: 'Company name. 1 to 200 characters.' })
  @Optional(Text(200))
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the contact. 1 to 200 characters.' })
  @Optional(Text(200))
  contactName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone number in any format. At most 40 characters. Null removes it.',
  })
  @Optional(Text(40))
  contactPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An http or https address in any common spelling. At most 2,048 characters. Null removes it.',
  })
  @Optional(WebAddress())
  website?: string | null;

  @Field(() => PartnershipType, { nullable: true, description: 'The partnership that the company applies for.' })
  partnershipType?: PartnershipType | null;

  @Field(() => CompanySize, { nullable: true, description: 'Number of employees.' })
  companySize?: CompanySize | null;

  @Field(() => String, { nullable: true, description: 'Industry. 1 to 200 characters.' })
  @Optional(Text(200))
  industry?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Solutions that the company uses today. At most 5,000 characters. Null removes them.',
  })
  @Optional(LongText(5000))
  currentSolutions?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Customers that the company serves. At most 5,000 characters. Null removes them.',
  })
  @Optional(LongText(5000))
  targetMarket?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the company wants to become a partner. 1 to 5,000 characters.',
  })
  @Optional(LongText(5000))
  motivation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Additional information. At most 5,000 characters. Null removes it.',
  })
  @Optional(LongText(5000))
  additionalInformation?: string | null;
}

@ArgsType()
export class UpdateApplicationArgs extends changeArgs('ID of the application.') {
  @Nested(() => UpdatePartnerApplicationInput, 'The changes.')
  input!: UpdatePartnerApplicationInput;
}
