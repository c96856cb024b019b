import {
  canManagePartners,
  canReadAgreements,
  isAdmin,
  isOwner,
  isPartnerUser,
  type RootFieldRules,
} from '../core/graphql/permissions.ts';

/** People only: nobody can agree by an API key. */
export const agreementRules: RootFieldRules = {
  Query: {
    agreements: isPartnerUser,
    allAgreements: isAdmin,
    agreement: isAdmin,
    agreementAcceptances: isAdmin,
  },
  Mutation: {
    createAgreement: canManagePartners,
    publishAgreementVersion: canManagePartners,
    withdrawAgreementVersion: canManagePartners,
    addCountersignedCopy: canManagePartners,
    acceptAgreement: isOwner,
    downloadAgreement: canReadAgreements,
  },
};
