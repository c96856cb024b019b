import { canManagePartners, canReadPartners, type RootFieldRules } from '../core/graphql/permissions.ts';

export const partnerAccountRules: RootFieldRules = {
  Query: {
    partnerAccounts: canReadPartners,
    partnerAccount: canReadPartners,
    partnerAccountNeighbors: canReadPartners,
    partnerNotes: canReadPartners,
    tierAssignments: canReadPartners,
  },
  Mutation: {
    updatePartnerAccount: canManagePartners,
    updatePartnerAccounts: canManagePartners,
    resendInvitation: canManagePartners,
    addPartnerNote: canManagePartners,
    assignPartnerManager: canManagePartners,
    assignPartnerManagers: canManagePartners,
    assignTier: canManagePartners,
  },
};
