import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { OnboardingFactEnum } from './onboarding.facts.ts';

@ObjectType('OnboardingStep', { simpleResolvers: true, description: "A step of a client's onboarding." })
export class ClientStep {
  @Field(() => ID, {
    nullable: true,
    description: 'ID for `setOnboardingStep`. Null if a fact ticks the step.',
  })
  id!: string | null;

  @Field(() => OnboardingFactEnum, {
    nullable: true,
    description: 'The fact that ticks the step. Null for a step of the plan.',
  })
  fact!: string | null;

  @Field(() => String, { description: 'What to do, from the plan. English for a fact.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The day in UTC by which it is due, such as `2026-12-05`. Null for a fact.',
  })
  dueOn!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was done. Null if it is open.' })
  doneAt!: Date | string | null;

  @Field(() => Boolean, { description: 'Whether it is open, and its day is over in UTC.' })
  isOverdue!: boolean;
}
