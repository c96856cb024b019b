import { canManagePartners, canReadPartners, type RootFieldRules } from '../core/permissions.ts';

export const partnerAccountRules: RootFieldRules = {
  Query: {
    partnerAccounts: canReadPartners,
    partnerAccount: canReadPartners,
  },
  Mutation: {
    updatePartnerAccount: canManagePartners,
    resendInvitation: canManagePartners,
  },
};
