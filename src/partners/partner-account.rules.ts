import { isAdmin, type RootFieldRules } from '../core/permissions.ts';

export const partnerAccountRules: RootFieldRules = {
  Query: {
    partnerAccounts: isAdmin,
    partnerAccount: isAdmin,
  },
  Mutation: {
    updatePartnerAccount: isAdmin,
    resendInvitation: isAdmin,
  },
};
