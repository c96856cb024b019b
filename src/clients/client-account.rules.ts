import { canChangeClients, canReadClients, canReadPartners, type RootFieldRules } from '../core/graphql/permissions.ts';

export const clientAccountRules: RootFieldRules = {
  Query: {
    clientAccounts: canReadClients,
    clientAccount: canReadClients,
    clientPlans: canReadClients,
    clientAccountNeighbors: canReadClients,
    partnerClients: canReadPartners,
    partnerClient: canReadPartners,
  },
  Mutation: {
    createClientAccount: canChangeClients,
    importClientAccounts: canChangeClients,
    updateClientAccount: canChangeClients,
    updateClientSubscription: canChangeClients,
    updateClientSubscriptions: canChangeClients,
  },
};
