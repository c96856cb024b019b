import { IsOptional } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { changeArgs, Filter, Nested, SortBy } from '../core/graphql/shared.fields.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { Optional, Text } from '../core/graphql/text.rules.ts';
import { SortedPageArgs } from '../core/lists/page.types.ts';
import { SampleThingStatus } from './sample-thing.entity.ts';

/** The values are entity properties. */
export enum SampleThingSortField {
  CREATED_AT = 'createdAt',
  NAME = 'name',
}
registerEnumType(SampleThingSortField, {
  name: 'SampleThingSortField',
  description: 'Sort field of a list of sample things.',
  valuesConfig: {
    CREATED_AT: { description: 'By creation time.' },
    NAME: { description: 'By name, in natural order: case and accents matter least, and 9 comes before 10.' },
  },
});

@InputType({ description: 'Filters a list of sample things. All given conditions must match.' })
export class SampleThingFilter {
  @Field(() => [SampleThingStatus], { nullable: true, description: 'Sample things with any of these statuses.' })
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
  @Filter(() => SampleThingFilter, 'Which sample things to return. Default: all.')
  filter?: SampleThingFilter | null;

  @SortBy(() => SampleThingSortField)
  sortBy!: SampleThingSortField;
}

@InputType({ description: 'A new sample thing.' })
export class CreateSampleThingInput {
  @Field(() => String, { description: 'Name. 1 to 200 characters.' })
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
