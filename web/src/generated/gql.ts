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
    "query ApplicationList($filter: PartnerApplicationFilter, $page: Int!, $limit: Int!, $sortBy: PartnerApplicationSortField!, $sortOrder: SortOrder!) {\n  partnerApplications(\n    filter: $filter\n    page: $page\n    limit: $limit\n    sortBy: $sortBy\n    sortOrder: $sortOrder\n  ) {\n    items {\n      id\n      companyName\n      contactName\n      partnershipType\n      companySize\n      status\n      createdAt\n    }\n    pageInfo {\n      totalItems\n    }\n  }\n}\n\nquery ApplicationDetails($id: ID!) {\n  partnerApplication(id: $id) {\n    id\n    companyName\n    contactName\n    contactEmail\n    contactPhone\n    website\n    partnershipType\n    companySize\n    industry\n    currentSolutions\n    targetMarket\n    motivation\n    additionalInformation\n    status\n    version\n    createdAt\n    notes {\n      id\n      authorName\n      note\n      createdAt\n    }\n  }\n}\n\nmutation DecideApplication($id: ID!, $status: ApplicationStatus!, $expectedVersion: Int) {\n  updatePartnerApplicationStatus(\n    id: $id\n    status: $status\n    expectedVersion: $expectedVersion\n  ) {\n    id\n    status\n    version\n  }\n}\n\nmutation AddApplicationNote($id: ID!, $note: String!) {\n  addPartnerApplicationNote(id: $id, note: $note) {\n    id\n  }\n}": typeof types.ApplicationListDocument,
    "query StartCounts {\n  partnerApplicationStatistics {\n    byStatus {\n      status\n      count\n    }\n  }\n}": typeof types.StartCountsDocument,
    "mutation SubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {\n  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {\n    applicationId\n  }\n}": typeof types.SubmitPartnerApplicationDocument,
    "fragment ViewerParts on Viewer {\n  id\n  name\n  email\n  role\n  partnerRole\n  partnerAccount {\n    id\n    companyName\n    partnershipType\n    tier\n    clientManagementEnabled\n    whitelabelEnabled\n  }\n}\n\nfragment SessionParts on Session {\n  accessToken\n  expiresAt\n  viewer {\n    ...ViewerParts\n  }\n}\n\nmutation SignIn($email: String!, $password: String!) {\n  signIn(email: $email, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RefreshSession {\n  refreshSession {\n    ...SessionParts\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation AcceptInvitation($token: String!, $name: String!, $password: String!) {\n  acceptInvitation(token: $token, name: $name, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RequestPasswordReset($email: String!) {\n  requestPasswordReset(email: $email)\n}\n\nmutation ResetPassword($token: String!, $password: String!) {\n  resetPassword(token: $token, password: $password)\n}": typeof types.ViewerPartsFragmentDoc,
};
const documents: Documents = {
    "query ApplicationList($filter: PartnerApplicationFilter, $page: Int!, $limit: Int!, $sortBy: PartnerApplicationSortField!, $sortOrder: SortOrder!) {\n  partnerApplications(\n    filter: $filter\n    page: $page\n    limit: $limit\n    sortBy: $sortBy\n    sortOrder: $sortOrder\n  ) {\n    items {\n      id\n      companyName\n      contactName\n      partnershipType\n      companySize\n      status\n      createdAt\n    }\n    pageInfo {\n      totalItems\n    }\n  }\n}\n\nquery ApplicationDetails($id: ID!) {\n  partnerApplication(id: $id) {\n    id\n    companyName\n    contactName\n    contactEmail\n    contactPhone\n    website\n    partnershipType\n    companySize\n    industry\n    currentSolutions\n    targetMarket\n    motivation\n    additionalInformation\n    status\n    version\n    createdAt\n    notes {\n      id\n      authorName\n      note\n      createdAt\n    }\n  }\n}\n\nmutation DecideApplication($id: ID!, $status: ApplicationStatus!, $expectedVersion: Int) {\n  updatePartnerApplicationStatus(\n    id: $id\n    status: $status\n    expectedVersion: $expectedVersion\n  ) {\n    id\n    status\n    version\n  }\n}\n\nmutation AddApplicationNote($id: ID!, $note: String!) {\n  addPartnerApplicationNote(id: $id, note: $note) {\n    id\n  }\n}": types.ApplicationListDocument,
    "query StartCounts {\n  partnerApplicationStatistics {\n    byStatus {\n      status\n      count\n    }\n  }\n}": types.StartCountsDocument,
    "mutation SubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {\n  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {\n    applicationId\n  }\n}": types.SubmitPartnerApplicationDocument,
    "fragment ViewerParts on Viewer {\n  id\n  name\n  email\n  role\n  partnerRole\n  partnerAccount {\n    id\n    companyName\n    partnershipType\n    tier\n    clientManagementEnabled\n    whitelabelEnabled\n  }\n}\n\nfragment SessionParts on Session {\n  accessToken\n  expiresAt\n  viewer {\n    ...ViewerParts\n  }\n}\n\nmutation SignIn($email: String!, $password: String!) {\n  signIn(email: $email, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RefreshSession {\n  refreshSession {\n    ...SessionParts\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation AcceptInvitation($token: String!, $name: String!, $password: String!) {\n  acceptInvitation(token: $token, name: $name, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RequestPasswordReset($email: String!) {\n  requestPasswordReset(email: $email)\n}\n\nmutation ResetPassword($token: String!, $password: String!) {\n  resetPassword(token: $token, password: $password)\n}": types.ViewerPartsFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ApplicationList($filter: PartnerApplicationFilter, $page: Int!, $limit: Int!, $sortBy: PartnerApplicationSortField!, $sortOrder: SortOrder!) {\n  partnerApplications(\n    filter: $filter\n    page: $page\n    limit: $limit\n    sortBy: $sortBy\n    sortOrder: $sortOrder\n  ) {\n    items {\n      id\n      companyName\n      contactName\n      partnershipType\n      companySize\n      status\n      createdAt\n    }\n    pageInfo {\n      totalItems\n    }\n  }\n}\n\nquery ApplicationDetails($id: ID!) {\n  partnerApplication(id: $id) {\n    id\n    companyName\n    contactName\n    contactEmail\n    contactPhone\n    website\n    partnershipType\n    companySize\n    industry\n    currentSolutions\n    targetMarket\n    motivation\n    additionalInformation\n    status\n    version\n    createdAt\n    notes {\n      id\n      authorName\n      note\n      createdAt\n    }\n  }\n}\n\nmutation DecideApplication($id: ID!, $status: ApplicationStatus!, $expectedVersion: Int) {\n  updatePartnerApplicationStatus(\n    id: $id\n    status: $status\n    expectedVersion: $expectedVersion\n  ) {\n    id\n    status\n    version\n  }\n}\n\nmutation AddApplicationNote($id: ID!, $note: String!) {\n  addPartnerApplicationNote(id: $id, note: $note) {\n    id\n  }\n}"): typeof import('./graphql.ts').ApplicationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StartCounts {\n  partnerApplicationStatistics {\n    byStatus {\n      status\n      count\n    }\n  }\n}"): typeof import('./graphql.ts').StartCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {\n  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {\n    applicationId\n  }\n}"): typeof import('./graphql.ts').SubmitPartnerApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ViewerParts on Viewer {\n  id\n  name\n  email\n  role\n  partnerRole\n  partnerAccount {\n    id\n    companyName\n    partnershipType\n    tier\n    clientManagementEnabled\n    whitelabelEnabled\n  }\n}\n\nfragment SessionParts on Session {\n  accessToken\n  expiresAt\n  viewer {\n    ...ViewerParts\n  }\n}\n\nmutation SignIn($email: String!, $password: String!) {\n  signIn(email: $email, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RefreshSession {\n  refreshSession {\n    ...SessionParts\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation AcceptInvitation($token: String!, $name: String!, $password: String!) {\n  acceptInvitation(token: $token, name: $name, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RequestPasswordReset($email: String!) {\n  requestPasswordReset(email: $email)\n}\n\nmutation ResetPassword($token: String!, $password: String!) {\n  resetPassword(token: $token, password: $password)\n}"): typeof import('./graphql.ts').ViewerPartsFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
