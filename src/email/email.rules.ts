import { canResendEmails, isAdmin, type RootFieldRules } from '../core/graphql/permissions.ts';

export const emailRules: RootFieldRules = {
  Query: {
    emailMessages: isAdmin,
  },
  Mutation: {
    resendEmail: canResendEmails,
    resendEmails: canResendEmails,
  },
};
