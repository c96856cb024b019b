import { canRetryProvisioning, isAdmin, type RootFieldRules } from '../core/graphql/permissions.ts';

export const provisioningRules: RootFieldRules = {
  Query: {
    failedProvisionings: isAdmin,
  },
  Mutation: {
    retryProvisioning: canRetryProvisioning,
  },
};
