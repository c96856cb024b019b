import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Entries } from '../core/graphql/field.rules.ts';
import { Text } from '../core/graphql/text.rules.ts';
import { SortedPageArgs } from '../core/lists/page.types.ts';
import { SampleThingStatus } from './sample-thing.entity.ts';

/** The values are the entity's properties. */
export enum SampleThingSortField {
  CREATED_AT = 'createdAt',
  NAME = 'name',
}
registerEnumType(SampleThingSortField, {
  name: 'SampleThingSortField',
  description: 'The orders of a list of sample things.',
  valuesConfig: {
    CREATED_AT: { description: 'The time of the creation.' },
    NAME: { description: 'The name, as people sort names: case and accents count last, and 9 comes before 10.' },
  },
});

@InputType({ description: 'The sample things of a list: those that meet every condition.' })
export class SampleThingFilter {
  @Field(() => [SampleThingStatus], { nullable: true, description: 'Any of these.' })
  @IsOptional()
  @Entries(0, 20)
  status?: SampleThingStatus[] | null;
}

@ArgsType()
export class SampleThingsArgs extends SortedPageArgs {
  @Field(() => SampleThingFilter, { nullable: true, description: 'The conditions. All sample things if left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: SampleThingFilter | null;

  @Field(() => SampleThingSortField, {
    defaultValue: SampleThingSortField.CREATED_AT,
    description: 'The order of the list; ties by id.',
  })
  sortBy!: SampleThingSortField;
}

@InputType({ description: 'A new sample thing.' })
export class CreateSampleThingInput {
  @Field(() => String, { description: 'The name. 1 to 200 characters.' })
  @Text(200)
  name!: string;
}

@ArgsType()
export class CreateSampleThingArgs {
  @Field(() => CreateSampleThingInput, { description: 'The sample thing.' })
  @ValidateNested()
  input!: CreateSampleThingInput;
}

@ArgsType()
export class ApproveSampleThingArgs {
  @Field(() => ID, { description: 'The sample thing.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the user has seen. CONFLICT if another user changed it since.',
  })
  expectedVersion?: number | null;
}
