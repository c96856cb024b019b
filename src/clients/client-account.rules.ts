import { canChangeClients, canReadClients, type RootFieldRules } from '../core/graphql/permissions.ts';

export const clientAccountRules: RootFieldRules = {
  Query: {
    clientAccounts: canReadClients,
    clientAccount: canReadClients,
  },
  Mutation: {
    createClientAccount: canChangeClients,
    updateClientAccount: canChangeClients,
    updateClientSubscription: canChangeClients,
  },
};
