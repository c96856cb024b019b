import { isAdmin, type RootFieldRules } from '../core/permissions.ts';

export const emailRules: RootFieldRules = {
  Mutation: {
    resendEmail: isAdmin,
  },
};
