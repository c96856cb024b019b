import { Check, Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, TenantId, Time, UpdatedAt, Version } from '../core/graphql/shared.fields.ts';

@ObjectType({ simpleResolvers: true, description: 'A step of an onboarding plan.' })
export class PlannedStep {
  @Field(() => String, { description: 'Identifies the step in the plan.' })
  key!: string;

  @Field(() => String, { description: 'What to do. 1 to 200 characters.' })
  title!: string;

  @Field(() => Int, { description: 'Days from the creation of a client until the step is due, 0 to 365.' })
  dueDays!: number;
}

/** One a reseller. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@ObjectType({ simpleResolvers: true, description: 'The steps that a reseller takes with each new client.' })
@Unique({ properties: ['resellerId'] })
@Index({ properties: ['id'] })
@Check({
  name: 'onboarding_plan_steps_check',
  expression: `jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) <= 20`,
})
export class OnboardingPlan {
  [OptionalProps]?: 'version' | 'createdAt' | 'updatedAt';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  @Field(() => [PlannedStep], { description: 'In order. At most 20.' })
  @Property({ type: 'json' })
  steps!: PlannedStep[];

  @Version()
  version!: number;

  @Time('When the plan was first saved.')
  createdAt = currentTime();

  @UpdatedAt('When the plan last changed.')
  updatedAt = currentTime();
}
