/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment CompanyDetailsParts on CompanyDetails {\n  companyName\n  legalName\n  street\n  postalCode\n  city\n  countryCode\n  vatId\n}\n\nfragment CompanyChangeParts on CompanyChange {\n  id\n  status\n  before {\n    ...CompanyDetailsParts\n  }\n  after {\n    ...CompanyDetailsParts\n  }\n  message\n  requestedBy\n  createdAt\n  closedAt\n}": typeof types.CompanyDetailsPartsFragmentDoc,
    "fragment CompanyParts on Company {\n  id\n  companyName\n  website\n  phone\n  description\n  legalName\n  street\n  postalCode\n  city\n  countryCode\n  vatId\n  pendingChange {\n    ...CompanyChangeParts\n  }\n  lastDecision {\n    ...CompanyChangeParts\n  }\n  version\n}\n\nquery OwnCompany {\n  company {\n    ...CompanyParts\n  }\n}\n\nquery OwnApplications {\n  ownApplications {\n    companyName\n    partnershipType\n    status\n    submittedAt\n    withdrawnAt\n    history {\n      status\n      withdrawn\n      message\n      changedAt\n    }\n  }\n}\n\nmutation UpdateCompany($input: UpdateCompanyInput!, $expectedVersion: Int!) {\n  updateCompany(input: $input, expectedVersion: $expectedVersion) {\n    ...CompanyParts\n  }\n}\n\nmutation WithdrawCompanyChange($id: ID!) {\n  withdrawCompanyChange(id: $id) {\n    version\n  }\n}": typeof types.CompanyPartsFragmentDoc,
    "query CompanyChangeList($filter: CompanyChangeFilter, $sortOrder: SortOrder!, $page: Int!, $limit: Int!) {\n  companyChanges(\n    filter: $filter\n    sortOrder: $sortOrder\n    page: $page\n    limit: $limit\n  ) {\n    items {\n      ...CompanyChangeParts\n    }\n    pageInfo {\n      totalItems\n    }\n    counts {\n      pending\n      approved\n      rejected\n      withdrawn\n    }\n  }\n}\n\nquery CompanyChangePage($id: ID!) {\n  companyChange(id: $id) {\n    ...CompanyChangeParts\n    decidedBy\n    partnerAccount {\n      id\n      companyName\n      legalName\n      street\n      postalCode\n      city\n      countryCode\n      vatId\n    }\n  }\n}\n\nquery CompanyChangeNeighborsInList($id: ID!, $filter: CompanyChangeFilter, $sortOrder: SortOrder!) {\n  companyChangeNeighbors(id: $id, filter: $filter, sortOrder: $sortOrder) {\n    previous {\n      id\n    }\n    next {\n      id\n      before {\n        companyName\n      }\n    }\n    position\n    totalItems\n  }\n}\n\nmutation DecideChange($id: ID!, $approve: Boolean!, $message: String) {\n  decideCompanyChange(id: $id, approve: $approve, message: $message) {\n    id\n    status\n  }\n}": typeof types.CompanyChangeListDocument,
};
const documents: Documents = {
    "fragment CompanyDetailsParts on CompanyDetails {\n  companyName\n  legalName\n  street\n  postalCode\n  city\n  countryCode\n  vatId\n}\n\nfragment CompanyChangeParts on CompanyChange {\n  id\n  status\n  before {\n    ...CompanyDetailsParts\n  }\n  after {\n    ...CompanyDetailsParts\n  }\n  message\n  requestedBy\n  createdAt\n  closedAt\n}": types.CompanyDetailsPartsFragmentDoc,
    "fragment CompanyParts on Company {\n  id\n  companyName\n  website\n  phone\n  description\n  legalName\n  street\n  postalCode\n  city\n  countryCode\n  vatId\n  pendingChange {\n    ...CompanyChangeParts\n  }\n  lastDecision {\n    ...CompanyChangeParts\n  }\n  version\n}\n\nquery OwnCompany {\n  company {\n    ...CompanyParts\n  }\n}\n\nquery OwnApplications {\n  ownApplications {\n    companyName\n    partnershipType\n    status\n    submittedAt\n    withdrawnAt\n    history {\n      status\n      withdrawn\n      message\n      changedAt\n    }\n  }\n}\n\nmutation UpdateCompany($input: UpdateCompanyInput!, $expectedVersion: Int!) {\n  updateCompany(input: $input, expectedVersion: $expectedVersion) {\n    ...CompanyParts\n  }\n}\n\nmutation WithdrawCompanyChange($id: ID!) {\n  withdrawCompanyChange(id: $id) {\n    version\n  }\n}": types.CompanyPartsFragmentDoc,
    "query CompanyChangeList($filter: CompanyChangeFilter, $sortOrder: SortOrder!, $page: Int!, $limit: Int!) {\n  companyChanges(\n    filter: $filter\n    sortOrder: $sortOrder\n    page: $page\n    limit: $limit\n  ) {\n    items {\n      ...CompanyChangeParts\n    }\n    pageInfo {\n      totalItems\n    }\n    counts {\n      pending\n      approved\n      rejected\n      withdrawn\n    }\n  }\n}\n\nquery CompanyChangePage($id: ID!) {\n  companyChange(id: $id) {\n    ...CompanyChangeParts\n    decidedBy\n    partnerAccount {\n      id\n      companyName\n      legalName\n      street\n      postalCode\n      city\n      countryCode\n      vatId\n    }\n  }\n}\n\nquery CompanyChangeNeighborsInList($id: ID!, $filter: CompanyChangeFilter, $sortOrder: SortOrder!) {\n  companyChangeNeighbors(id: $id, filter: $filter, sortOrder: $sortOrder) {\n    previous {\n      id\n    }\n    next {\n      id\n      before {\n        companyName\n      }\n    }\n    position\n    totalItems\n  }\n}\n\nmutation DecideChange($id: ID!, $approve: Boolean!, $message: String) {\n  decideCompanyChange(id: $id, approve: $approve, message: $message) {\n    id\n    status\n  }\n}": types.CompanyChangeListDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment CompanyDetailsParts on CompanyDetails {\n  companyName\n  legalName\n  street\n  postalCode\n  city\n  countryCode\n  vatId\n}\n\nfragment CompanyChangeParts on CompanyChange {\n  id\n  status\n  before {\n    ...CompanyDetailsParts\n  }\n  after {\n    ...CompanyDetailsParts\n  }\n  message\n  requestedBy\n  createdAt\n  closedAt\n}"): typeof import('./graphql.ts').CompanyDetailsPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment CompanyParts on Company {\n  id\n  companyName\n  website\n  phone\n  description\n  legalName\n  street\n  postalCode\n  city\n  countryCode\n  vatId\n  pendingChange {\n    ...CompanyChangeParts\n  }\n  lastDecision {\n    ...CompanyChangeParts\n  }\n  version\n}\n\nquery OwnCompany {\n  company {\n    ...CompanyParts\n  }\n}\n\nquery OwnApplications {\n  ownApplications {\n    companyName\n    partnershipType\n    status\n    submittedAt\n    withdrawnAt\n    history {\n      status\n      withdrawn\n      message\n      changedAt\n    }\n  }\n}\n\nmutation UpdateCompany($input: UpdateCompanyInput!, $expectedVersion: Int!) {\n  updateCompany(input: $input, expectedVersion: $expectedVersion) {\n    ...CompanyParts\n  }\n}\n\nmutation WithdrawCompanyChange($id: ID!) {\n  withdrawCompanyChange(id: $id) {\n    version\n  }\n}"): typeof import('./graphql.ts').CompanyPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CompanyChangeList($filter: CompanyChangeFilter, $sortOrder: SortOrder!, $page: Int!, $limit: Int!) {\n  companyChanges(\n    filter: $filter\n    sortOrder: $sortOrder\n    page: $page\n    limit: $limit\n  ) {\n    items {\n      ...CompanyChangeParts\n    }\n    pageInfo {\n      totalItems\n    }\n    counts {\n      pending\n      approved\n      rejected\n      withdrawn\n    }\n  }\n}\n\nquery CompanyChangePage($id: ID!) {\n  companyChange(id: $id) {\n    ...CompanyChangeParts\n    decidedBy\n    partnerAccount {\n      id\n      companyName\n      legalName\n      street\n      postalCode\n      city\n      countryCode\n      vatId\n    }\n  }\n}\n\nquery CompanyChangeNeighborsInList($id: ID!, $filter: CompanyChangeFilter, $sortOrder: SortOrder!) {\n  companyChangeNeighbors(id: $id, filter: $filter, sortOrder: $sortOrder) {\n    previous {\n      id\n    }\n    next {\n      id\n      before {\n        companyName\n      }\n    }\n    position\n    totalItems\n  }\n}\n\nmutation DecideChange($id: ID!, $approve: Boolean!, $message: String) {\n  decideCompanyChange(id: $id, approve: $approve, message: $message) {\n    id\n    status\n  }\n}"): typeof import('./graphql.ts').CompanyChangeListDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
