import { isResellerUser, type RootFieldRules } from '../core/permissions.ts';

/** Whoever acts in a client's account is a person: no API key can. */
export const clientAccessRules: RootFieldRules = {
  Query: {
    clientAccessSessions: isResellerUser,
  },
  Mutation: {
    accessClientAccount: isResellerUser,
    revokeClientAccess: isResellerUser,
  },
};
