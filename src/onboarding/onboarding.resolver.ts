import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ClientAccount } from '../clients/client-account.entity.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { loadList } from '../core/lists/children.ts';
import { OnboardingPlan } from './onboarding-plan.entity.ts';
import * as plans from './onboarding-plan.service.ts';
import { SaveOnboardingPlanArgs, SetOnboardingStepArgs } from './onboarding.inputs.ts';
import * as steps from './onboarding-step.service.ts';
import { ClientStep } from './onboarding.types.ts';

@Resolver(() => ClientAccount)
export class OnboardingResolver {
  @Query(() => OnboardingPlan, {
    nullable: true,
    description:
      'Returns the steps that you take with each new client, or null if there is no plan yet. Resellers only, also by API key.',
  })
  onboardingPlan(@Ctx() ctx: RequestContext): Promise<Row<OnboardingPlan> | null> {
    return plans.readPlan(ctx);
  }

  @Mutation(() => OnboardingPlan, {
    description:
      'Saves the steps that you take with each new client. Each client created later gets a copy within some seconds. Clients that you have stay as they are. Errors: CONFLICT (STALE_VERSION). Owners of resellers only.',
  })
  saveOnboardingPlan(
    @Ctx() ctx: RequestContext,
    @Args(() => SaveOnboardingPlanArgs) args: SaveOnboardingPlanArgs,
  ): Promise<OnboardingPlan> {
    return plans.savePlan(ctx, args);
  }

  @Mutation(() => ClientStep, {
    description:
      "Marks a step of a client's onboarding as done or open. Changes nothing if it is so already. Errors: NOT_FOUND, also for a step that a fact ticks. Resellers only, also by API key.",
  })
  setOnboardingStep(
    @Ctx() ctx: RequestContext,
    @Args(() => SetOnboardingStepArgs) args: SetOnboardingStepArgs,
  ): Promise<ClientStep> {
    return steps.setStep(ctx, args);
  }

  @FieldResolver(() => [ClientStep], {
    description:
      "Steps of the client's onboarding in order: those that facts tick, then those of the plan when the client was created.",
  })
  onboarding(@Ctx() ctx: RequestContext, @Root() { id }: ClientAccount): Promise<ClientStep[]> {
    return loadList(ctx, steps.stepsOfClients, id);
  }
}
