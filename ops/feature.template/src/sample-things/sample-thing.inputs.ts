import { IsOptional } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { changeArgs, Filter, Nested, SortBy } from '../core/graphql/shared.fields.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { Optional, Text } from '../core/graphql/text.rules.ts';
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

  @Field(() => String, {
    nullable: true,
    description: 'Finds text anywhere in the name. Ignores case, accents and spacing. 1 to 200 characters.',
  })
  @Optional(Text(200))
  search?: string | null;
}

@ArgsType()
export class SampleThingsArgs extends SortedPageArgs {
  @Filter(() => SampleThingFilter, 'The conditions. All sample things if left out.')
  filter?: SampleThingFilter | null;

  @SortBy(() => SampleThingSortField)
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
  @Nested(() => CreateSampleThingInput, 'The sample thing.')
  input!: CreateSampleThingInput;
}

@ArgsType()
export class ApproveSampleThingArgs extends changeArgs('The sample thing.') {}
