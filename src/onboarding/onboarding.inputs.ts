import { ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Between, Entries } from '../core/graphql/field.rules.ts';
import { Nested } from '../core/graphql/shared.fields.ts';
import { Optional, Text } from '../core/graphql/text.rules.ts';

@InputType({ description: 'A step of an onboarding plan.' })
export class PlannedStepInput {
  @Field(() => String, {
    nullable: true,
    description: 'Identifies the step in the plan. 1 to 40 characters. Omit it for a new step, which then gets one.',
  })
  @Optional(Text(40))
  key?: string | null;

  @Field(() => String, { description: 'What to do. 1 to 200 characters.' })
  @Text(200)
  title!: string;

  @Field(() => Int, { description: 'Days from the creation of a client until the step is due, 0 to 365.' })
  @Between(0, 365)
  dueDays!: number;
}

@InputType({ description: 'An onboarding plan. Replaces the one before.' })
export class SaveOnboardingPlanInput {
  @Field(() => [PlannedStepInput], { description: 'In order, 0 to 20. Each key at most once.' })
  @Entries(0, 20)
  @ValidateNested()
  steps!: PlannedStepInput[];
}

@ArgsType()
export class SaveOnboardingPlanArgs {
  @Nested(() => SaveOnboardingPlanInput, 'The plan.')
  input!: SaveOnboardingPlanInput;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version you last read, or 0 if there was no plan. Errors: CONFLICT (STALE_VERSION) if it has changed since.',
  })
  expectedVersion?: number | null;
}

@ArgsType()
export class SetOnboardingStepArgs {
  @Field(() => ID, { description: 'ID of the step.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether the step is done.' })
  isDone!: boolean;
}
