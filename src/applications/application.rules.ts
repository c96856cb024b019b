import { mailboxOf } from '../core/mailbox.ts';
import { isAdmin, type RootFieldRules } from '../core/permissions.ts';
import { networkOf } from '../core/rate.identity.ts';
import { inTurn, rateLimitRule } from '../core/rate.limit.ts';
import type { RequestContext } from '../core/request.context.ts';

const submissionsOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.submissions,
  ({ address }) => networkOf(address),
);

/** Nobody can have a stranger's mailbox filled. */
const submissionsForMailbox = rateLimitRule(
  ({ limits }: RequestContext) => limits.recipient,
  (_ctx, args: { input?: { contactEmail?: unknown } }) => mailboxOf(args.input?.contactEmail),
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
    submitPartnerApplication: inTurn(submissionsOfNetwork, submissionsForMailbox),
    updatePartnerApplicationStatus: isAdmin,
    updatePartnerApplicationStatuses: isAdmin,
    assignPartnerApplication: isAdmin,
    exportPartnerApplications: isAdmin,
    addPartnerApplicationNote: isAdmin,
    withdrawApplication: looksOfNetwork,
  },
};
