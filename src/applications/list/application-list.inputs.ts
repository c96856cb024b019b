import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Entries } from '../../core/graphql/field.rules.ts';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { SortedPageArgs, SortOrder } from '../../core/lists/page.types.ts';
import { Optional, Text, Texts } from '../../core/graphql/text.rules.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from '../application.enums.ts';

/** The values are the entity's properties. */
export enum PartnerApplicationSortField {
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
  COMPANY_NAME = 'companyName',
  STATUS = 'status',
  PARTNERSHIP_TYPE = 'partnershipType',
}
registerEnumType(PartnerApplicationSortField, {
  name: 'PartnerApplicationSortField',
  description: 'What a list of applications can be ordered by.',
  valuesConfig: {
    CREATED_AT: { description: 'When it was submitted.' },
    UPDATED_AT: { description: 'When it last changed.' },
    COMPANY_NAME: {
      description: 'The company, as people sort names: case and accents count last, and 9 comes before 10.',
    },
    STATUS: { description: 'The status, by its name.' },
    PARTNERSHIP_TYPE: { description: 'The partnership type, by its name.' },
  },
});

@InputType({ description: 'Which applications a list shows: those that meet everything that is given.' })
export class PartnerApplicationFilter {
  @Field(() => [ApplicationStatus], {
    nullable: true,
    description: 'Any of these. REJECTED includes withdrawn applications unless `withdrawn` is false.',
  })
  @IsOptional()
  @Entries(0, 20)
  status?: ApplicationStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only applications that their applicant withdrew. False: only others. Both if left out.',
  })
  @IsOptional()
  withdrawn?: boolean | null;

  @Field(() => [PartnershipType], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @Entries(0, 20)
  partnershipType?: PartnershipType[] | null;

  @Field(() => [CompanySize], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @Entries(0, 20)
  companySize?: CompanySize[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Any of these, as the applicants wrote them. At most 20, each 1 to 200 characters.',
  })
  @IsOptional()
  @Texts(20, 200)
  industry?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Looked after by this admin.' })
  @Optional(Text(36))
  assigneeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: looked after by nobody. False: by somebody. Both where left out.',
  })
  @IsOptional()
  unassigned?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Text in the company, contact name or e-mail address, anywhere. Case, accents and spacing do not count: muller finds Müller. 1 to 200 characters; no wildcards. A whole address finds its mailbox in any spelling.',
  })
  @Optional(Text(200))
  search?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Submitted at this moment or later.' })
  @IsOptional()
  createdFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Submitted before this moment.' })
  @IsOptional()
  createdTo?: Date | null;
}

@ArgsType()
export class PartnerApplicationsArgs extends SortedPageArgs {
  @Field(() => PartnerApplicationFilter, { nullable: true, description: 'Which applications. All where left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: PartnerApplicationFilter | null;

  @Field(() => PartnerApplicationSortField, {
    defaultValue: PartnerApplicationSortField.CREATED_AT,
    description: 'What the list is ordered by; ties by id.',
  })
  sortBy!: PartnerApplicationSortField;
}

/** The order of a list, and what is in it, where no page of it is asked for. */
@ArgsType()
export class ApplicationOrderArgs {
  @Field(() => PartnerApplicationFilter, { nullable: true, description: 'Which applications. All where left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: PartnerApplicationFilter | null;

  @Field(() => PartnerApplicationSortField, {
    defaultValue: PartnerApplicationSortField.CREATED_AT,
    description: 'What the list is ordered by; ties by id.',
  })
  sortBy!: PartnerApplicationSortField;

  @Field(() => SortOrder, { defaultValue: SortOrder.DESC, description: 'Which end of the order comes first.' })
  sortOrder!: SortOrder;
}

@ArgsType()
export class NeighborsArgs extends ApplicationOrderArgs {
  @Field(() => ID, { description: 'Beside which application. The filter need not find it itself.' })
  id!: string;
}
