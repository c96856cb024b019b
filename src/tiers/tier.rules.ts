import {
  canManagePartners,
  canReadPartners,
  canReadTiers,
  isAdmin,
  isPartnerUser,
  type RootFieldRules,
} from '../core/graphql/permissions.ts';

export const tierRules: RootFieldRules = {
  Query: {
    tierTerms: canReadTiers,
    tierStanding: isPartnerUser,
    partnerTierStanding: canReadPartners,
    tierEvaluations: canReadPartners,
    previewTierEvaluation: isAdmin,
  },
  Mutation: {
    publishTierTerms: canManagePartners,
    withdrawTierTerms: canManagePartners,
  },
};
