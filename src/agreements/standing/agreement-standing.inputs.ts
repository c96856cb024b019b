import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Entries } from '../../core/graphql/field.rules.ts';
import { Filter, Search } from '../../core/graphql/shared.fields.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import { AcceptanceStatus } from './agreement-standing.entity.ts';

@InputType({ description: 'Filters acceptances and missing ones. All given conditions must match.' })
export class AgreementAcceptanceFilter {
  @Field(() => ID, { nullable: true, description: 'Those of this agreement.' })
  agreementId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this version.' })
  versionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this partner.' })
  partnerId?: string | null;

  @Field(() => [AcceptanceStatus], { nullable: true, description: 'Those with any of these statuses.' })
  @IsOptional()
  @Entries(0, 20)
  status?: AcceptanceStatus[] | null;

  @Search('company name')
  search?: string | null;
}

@ArgsType()
export class AgreementAcceptancesArgs extends PageArgs {
  @Filter(() => AgreementAcceptanceFilter, 'Which ones to return. Default: all.')
  filter?: AgreementAcceptanceFilter | null;
}

@ObjectType({ simpleResolvers: true, description: 'Number of acceptances, and of missing ones.' })
export class AgreementAcceptanceCounts {
  @Field(() => Int, { description: 'Open versions that a partner has not accepted.' })
  missing!: number;

  @Field(() => Int, { description: 'Acceptances.' })
  accepted!: number;
}
