import { isAdmin, type RootFieldRules } from '../graphql/permissions.ts';

export const failedJobRules: RootFieldRules = {
  Query: {
    failedJobs: isAdmin,
  },
};
