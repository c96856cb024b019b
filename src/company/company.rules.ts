import {
  canManagePartners,
  isAdmin,
  isOwner,
  isPartnerUser,
  type RootFieldRules,
} from '../core/graphql/permissions.ts';

export const companyRules: RootFieldRules = {
  Query: {
    company: isPartnerUser,
    companyChange: isAdmin,
    companyChanges: isAdmin,
    companyChangeNeighbors: isAdmin,
  },
  Mutation: {
    updateCompany: isOwner,
    withdrawCompanyChange: isOwner,
    decideCompanyChange: canManagePartners,
  },
};
