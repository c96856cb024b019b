import { canResendEmails, isAdmin, type RootFieldRules } from '../core/graphql/permissions.ts';

export const failedJobRules: RootFieldRules = {
  Query: {
    failedJobs: isAdmin,
  },
  Mutation: {
    retryFailedJob: canResendEmails, // most jobs send one
  },
};
