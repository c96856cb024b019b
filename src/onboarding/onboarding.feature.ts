import { sql } from 'kysely';
import { fromVisible } from '../core/database/tenancy.ts';
import { mayPlanOnboarding } from '../core/graphql/permissions.ts';
import type { Feature } from '../feature.ts';
import { FirstStepResolver } from './first-steps/first-step.resolver.ts';
import { isOnboardingOverdue } from './onboarding.conditions.ts';
import { onboardingConsumer } from './onboarding.consumer.ts';
import { onboardingEvents } from './onboarding.events.ts';
import { OnboardingPlan } from './onboarding-plan.entity.ts';
import { OnboardingResolver } from './onboarding.resolver.ts';
import { onboardingRules } from './onboarding.rules.ts';
import { OnboardingStep } from './onboarding-step.entity.ts';

const auditActions = {
  'onboarding.plan_saved': 'The onboarding plan of a reseller was saved.',
  'onboarding.step_set': 'A step of a client’s onboarding was marked as done or open.',
} as const;

type OnboardingActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends OnboardingActions {}
}

/** The steps of a reseller for each new client: decision 87. */
export const onboarding: Feature = {
  entities: [OnboardingPlan, OnboardingStep],
  resolvers: [OnboardingResolver, FirstStepResolver],
  rules: [onboardingRules],
  auditActions,
  events: onboardingEvents,
  consumers: [onboardingConsumer],
  clientConditions: { isOnboardingOverdue },
  firstSteps: [
    {
      key: 'ONBOARDING_PLAN',
      description: 'Plan the steps for each new client.',
      isFor: mayPlanOnboarding,
      isDone: (reader) => sql`exists (select 1 ${fromVisible(reader, OnboardingPlan, [sql`steps <> '[]'`])})`,
    },
  ],
};
