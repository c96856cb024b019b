import {
  canExport,
  canReadApplications,
  canReview,
  isAdmin,
  isPartnerUser,
  recentIf,
  type RootFieldRules,
} from '../core/graphql/permissions.ts';
import { networkOf } from '../core/limits/rate.identity.ts';
import { rateLimitRule } from '../core/limits/rate.limit.ts';
import { inTurn } from '../core/limits/shield.ts';
import type { RequestContext } from '../core/context/request.context.ts';

const submissionsOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.submissions,
  ({ address }) => networkOf(address),
);

const looksOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.status,
  ({ address }) => networkOf(address),
);

/** Appoints another owner, which an open session alone must not allow. */
const isRecentForOwners = recentIf(({ ownerEmail }: { ownerEmail?: string | null }) => ownerEmail != null);

export const applicationRules: RootFieldRules = {
  Query: {
    partnerApplications: canReadApplications,
    partnerApplication: canReadApplications,
    partnerApplicationNeighbors: canReadApplications,
    partnerApplicationStatistics: canReadApplications,
    partnerApplicationStatusEmail: canReadApplications,
    waitingWork: isAdmin,
    applicationStatus: looksOfNetwork,
    ownApplications: isPartnerUser,
  },
  Mutation: {
    submitPartnerApplication: submissionsOfNetwork,
    updatePartnerApplication: canReview,
    updatePartnerApplicationStatus: inTurn(canReview, isRecentForOwners),
    updatePartnerApplicationStatuses: canReview,
    assignPartnerApplication: canReview,
    assignPartnerApplications: canReview,
    exportPartnerApplications: canExport,
    addPartnerApplicationNote: canReview,
    withdrawApplication: looksOfNetwork,
  },
};
