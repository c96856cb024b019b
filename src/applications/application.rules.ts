import { isAdmin, type RootFieldRules } from '../core/permissions.ts';
import { networkOf } from '../core/rate.identity.ts';
import { rateLimitRule } from '../core/rate.limit.ts';
import type { RequestContext } from '../core/request.context.ts';

const submissionsOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.submissions,
  ({ address }) => networkOf(address),
);

const looksOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.status,
  ({ address }) => networkOf(address),
);

export const applicationRules: RootFieldRules = {
  Query: {
    partnerApplications: isAdmin,
    partnerApplication: isAdmin,
    partnerApplicationNeighbors: isAdmin,
    partnerApplicationStatistics: isAdmin,
    partnerApplicationStatusEmail: isAdmin,
    applicationStatus: looksOfNetwork,
  },
  Mutation: {
    submitPartnerApplication: submissionsOfNetwork,
    updatePartnerApplicationStatus: isAdmin,
    updatePartnerApplicationStatuses: isAdmin,
    assignPartnerApplication: isAdmin,
    exportPartnerApplications: isAdmin,
    addPartnerApplicationNote: isAdmin,
    withdrawApplication: looksOfNetwork,
  },
};
