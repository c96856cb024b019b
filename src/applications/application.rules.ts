import { isAdmin, recentIf, type RootFieldRules } from '../core/permissions.ts';
import { networkOf } from '../core/rate.identity.ts';
import { inTurn, rateLimitRule } from '../core/rate.limit.ts';
import type { RequestContext } from '../core/request.context.ts';

const submissionsOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.submissions,
  ({ address }) => networkOf(address),
);

const looksOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.status,
  ({ address }) => networkOf(address),
);

/** It makes an owner of somebody who did not apply: a session left open shall not. */
const isRecentForOwners = recentIf(({ ownerEmail }: { ownerEmail?: string | null }) => ownerEmail != null);

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
    updatePartnerApplicationStatus: inTurn(isAdmin, isRecentForOwners),
    updatePartnerApplicationStatuses: isAdmin,
    assignPartnerApplication: isAdmin,
    exportPartnerApplications: isAdmin,
    addPartnerApplicationNote: isAdmin,
    withdrawApplication: looksOfNetwork,
  },
};
