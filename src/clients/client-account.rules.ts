import { isReseller, type RootFieldRules } from '../core/permissions.ts';

export const clientAccountRules: RootFieldRules = {
  Query: {
    clientAccounts: isReseller,
    clientAccount: isReseller,
  },
  Mutation: {
    createClientAccount: isReseller,
    updateClientAccount: isReseller,
    updateClientSubscription: isReseller,
  },
};
