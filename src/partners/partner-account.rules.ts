import { canManagePartners, canReadPartners, type RootFieldRules } from '../core/graphql/permissions.ts';

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
