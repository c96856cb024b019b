import {
  canChangeClients,
  canPlanOnboarding,
  canReadClients,
  isPartnerUser,
  type RootFieldRules,
} from '../core/graphql/permissions.ts';

export const onboardingRules: RootFieldRules = {
  Query: {
    onboardingPlan: canReadClients,
    gettingStarted: isPartnerUser,
  },
  Mutation: {
    saveOnboardingPlan: canPlanOnboarding,
    setOnboardingStep: canChangeClients,
  },
};
