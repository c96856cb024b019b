import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Filter, Search, SortBy, TimeBound } from '../../core/graphql/shared.fields.ts';
import { Entries } from '../../core/graphql/field.rules.ts';
import { SortedPageArgs, SortOrder } from '../../core/lists/page.types.ts';
import { IdsOrNone, Optional, Text, Texts } from '../../core/graphql/text.rules.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from '../application.enums.ts';

/** The values are entity properties. */
export enum PartnerApplicationSortField {
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
  COMPANY_NAME = 'companyName',
  STATUS = 'status',
  PARTNERSHIP_TYPE = 'partnershipType',
}
registerEnumType(PartnerApplicationSortField, {
  name: 'PartnerApplicationSortField',
  description: 'Sort field of a list of applications.',
  valuesConfig: {
    CREATED_AT: { description: 'By time of submission.' },
    UPDATED_AT: { description: 'By time of the last change.' },
    COMPANY_NAME: {
      description: 'By company name, in natural order: case and accents matter least, and 9 comes before 10.',
    },
    STATUS: { description: 'By status, alphabetically.' },
    PARTNERSHIP_TYPE: { description: 'By partnership type, alphabetically.' },
  },
});

@InputType({ description: 'Filters a list of applications. All given conditions must match.' })
export class PartnerApplicationFilter {
  @Field(() => [ApplicationStatus], {
    nullable: true,
    description:
      'Applications with any of these statuses. REJECTED includes withdrawn applications unless `withdrawn` is false.',
  })
  @IsOptional()
  @Entries(0, 20)
  status?: ApplicationStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for withdrawn applications only, false for all others. Default: both.',
  })
  @IsOptional()
  withdrawn?: boolean | null;

  @Field(() => [PartnershipType], { nullable: true, description: 'Applications for any of these partnership types.' })
  @IsOptional()
  @Entries(0, 20)
  partnershipType?: PartnershipType[] | null;

  @Field(() => [CompanySize], { nullable: true, description: 'Companies of any of these sizes.' })
  @IsOptional()
  @Entries(0, 20)
  companySize?: CompanySize[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Any of these industries, as the applicants wrote them. At most 20, each 1 to 200 characters.',
  })
  @IsOptional()
  @Texts(20, 200)
  industry?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Applications assigned to this admin.' })
  @Optional(Text(36))
  assigneeId?: string | null;

  @Field(() => [ID], {
    nullable: 'itemsAndList',
    description: 'Applications assigned to any of these admins. Null in the list stands for unassigned. At most 20.',
  })
  @IsOptional()
  @IdsOrNone(20)
  assigneeIds?: (string | null)[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for unassigned applications only, false for assigned ones. Default: both.',
  })
  @IsOptional()
  unassigned?: boolean | null;

  @Search('company name, contact name or email address')
  search?: string | null;

  @TimeBound('Applications submitted at or after this time.')
  createdFrom?: Date | null;

  @TimeBound('Applications submitted before this time.')
  createdTo?: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'Number of applications by status.' })
export class PartnerApplicationCounts {
  @Field(() => Int, { description: 'Submitted and waiting for review.' })
  pending!: number;

  @Field(() => Int, { description: 'In review.' })
  reviewing!: number;

  @Field(() => Int, { description: 'Accepted.' })
  approved!: number;

  @Field(() => Int, { description: 'Declined, not withdrawn.' })
  rejected!: number;

  @Field(() => Int, { description: 'Withdrawn by the applicant.' })
  withdrawn!: number;
}

@ArgsType()
export class PartnerApplicationsArgs extends SortedPageArgs {
  @Filter(() => PartnerApplicationFilter, 'Which applications to return. Default: all.')
  filter?: PartnerApplicationFilter | null;

  @SortBy(() => PartnerApplicationSortField)
  sortBy!: PartnerApplicationSortField;
}

/** Filter and order without paging. */
@ArgsType()
export class ApplicationOrderArgs {
  @Filter(() => PartnerApplicationFilter, 'Which applications to return. Default: all.')
  filter?: PartnerApplicationFilter | null;

  @SortBy(() => PartnerApplicationSortField)
  sortBy!: PartnerApplicationSortField;

  @Field(() => SortOrder, { defaultValue: SortOrder.DESC, description: 'Sort direction.' })
  sortOrder!: SortOrder;
}

@ArgsType()
export class NeighborsArgs extends ApplicationOrderArgs {
  @Field(() => ID, { description: 'ID of the application. It need not match the filter.' })
  id!: string;
}
