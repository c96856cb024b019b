import { IsOptional } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { Filter } from '../core/graphql/shared.fields.ts';
import { PageArgs } from '../core/lists/page.types.ts';

@InputType({ description: 'Filters the list of provisionings that need an admin.' })
export class FailedProvisioningFilter {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'False for those that failed. True for those that did not, but whose product had a newer version in the last 30 days. Default: both.',
  })
  @IsOptional()
  isOvertaken?: boolean | null;
}

@ArgsType()
export class FailedProvisioningsArgs extends PageArgs {
  @Filter(() => FailedProvisioningFilter, 'Which to return. Default: all.')
  filter?: FailedProvisioningFilter | null;
}
