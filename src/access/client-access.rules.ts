import { canEnterClients, canSeeClientAccess, type RootFieldRules } from '../core/graphql/permissions.ts';

export const clientAccessRules: RootFieldRules = {
  Query: {
    clientsNeedingAttention: canSeeClientAccess,
    clientAccessSessions: canSeeClientAccess,
  },
  Mutation: {
    accessClientAccount: canEnterClients,
    revokeClientAccess: canEnterClients,
  },
};
