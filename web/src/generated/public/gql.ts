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
    "mutation SubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {\n  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {\n    statusUrl\n  }\n}": typeof types.SubmitPartnerApplicationDocument,
    "fragment ApplicantParts on ApplicantView {\n  companyName\n  partnershipType\n  status\n  submittedAt\n  withdrawnAt\n  history {\n    status\n    withdrawn\n    message\n    changedAt\n  }\n}\n\nquery ApplicationStatus($token: String!) {\n  applicationStatus(token: $token) {\n    ...ApplicantParts\n  }\n}\n\nmutation WithdrawApplication($token: String!) {\n  withdrawApplication(token: $token) {\n    ...ApplicantParts\n  }\n}": typeof types.ApplicantPartsFragmentDoc,
    "fragment ViewerParts on Viewer {\n  id\n  name\n  email\n  role\n  partnerRole\n  adminRoles\n  secondFactorAt\n  partnerAccount {\n    id\n    companyName\n    partnerships {\n      type\n      since\n    }\n    tier\n    clientManagementEnabled\n    whitelabelEnabled\n  }\n}\n\nfragment SessionParts on Session {\n  accessToken\n  expiresAt\n  mustAddSecondFactor\n  viewer {\n    ...ViewerParts\n  }\n}\n\nmutation SignIn($email: String!, $password: String!, $code: String) {\n  signIn(email: $email, password: $password, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation SignInWithLink($token: String!, $code: String) {\n  signInWithLink(token: $token, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation RefreshSession {\n  refreshSession {\n    ...SessionParts\n  }\n}\n\nmutation ConfirmIdentity($password: String, $code: String) {\n  confirmIdentity(password: $password, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation AcceptInvitation($token: String!, $name: String!, $password: String!) {\n  acceptInvitation(token: $token, name: $name, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RequestPasswordReset($email: String!) {\n  requestPasswordReset(email: $email)\n}\n\nmutation ResetPassword($token: String!, $password: String!) {\n  resetPassword(token: $token, password: $password)\n}": typeof types.ViewerPartsFragmentDoc,
    "query ChangesSince($targetId: ID!, $types: [AuditAction!]!, $limit: Int!) {\n  auditEvents(filter: {targetId: $targetId, types: $types}, limit: $limit) {\n    items {\n      id\n      occurredAt\n      type\n      actorEmail\n      changes\n    }\n  }\n}": typeof types.ChangesSinceDocument,
};
const documents: Documents = {
    "mutation SubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {\n  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {\n    statusUrl\n  }\n}": types.SubmitPartnerApplicationDocument,
    "fragment ApplicantParts on ApplicantView {\n  companyName\n  partnershipType\n  status\n  submittedAt\n  withdrawnAt\n  history {\n    status\n    withdrawn\n    message\n    changedAt\n  }\n}\n\nquery ApplicationStatus($token: String!) {\n  applicationStatus(token: $token) {\n    ...ApplicantParts\n  }\n}\n\nmutation WithdrawApplication($token: String!) {\n  withdrawApplication(token: $token) {\n    ...ApplicantParts\n  }\n}": types.ApplicantPartsFragmentDoc,
    "fragment ViewerParts on Viewer {\n  id\n  name\n  email\n  role\n  partnerRole\n  adminRoles\n  secondFactorAt\n  partnerAccount {\n    id\n    companyName\n    partnerships {\n      type\n      since\n    }\n    tier\n    clientManagementEnabled\n    whitelabelEnabled\n  }\n}\n\nfragment SessionParts on Session {\n  accessToken\n  expiresAt\n  mustAddSecondFactor\n  viewer {\n    ...ViewerParts\n  }\n}\n\nmutation SignIn($email: String!, $password: String!, $code: String) {\n  signIn(email: $email, password: $password, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation SignInWithLink($token: String!, $code: String) {\n  signInWithLink(token: $token, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation RefreshSession {\n  refreshSession {\n    ...SessionParts\n  }\n}\n\nmutation ConfirmIdentity($password: String, $code: String) {\n  confirmIdentity(password: $password, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation AcceptInvitation($token: String!, $name: String!, $password: String!) {\n  acceptInvitation(token: $token, name: $name, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RequestPasswordReset($email: String!) {\n  requestPasswordReset(email: $email)\n}\n\nmutation ResetPassword($token: String!, $password: String!) {\n  resetPassword(token: $token, password: $password)\n}": types.ViewerPartsFragmentDoc,
    "query ChangesSince($targetId: ID!, $types: [AuditAction!]!, $limit: Int!) {\n  auditEvents(filter: {targetId: $targetId, types: $types}, limit: $limit) {\n    items {\n      id\n      occurredAt\n      type\n      actorEmail\n      changes\n    }\n  }\n}": types.ChangesSinceDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {\n  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {\n    statusUrl\n  }\n}"): typeof import('./graphql.ts').SubmitPartnerApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ApplicantParts on ApplicantView {\n  companyName\n  partnershipType\n  status\n  submittedAt\n  withdrawnAt\n  history {\n    status\n    withdrawn\n    message\n    changedAt\n  }\n}\n\nquery ApplicationStatus($token: String!) {\n  applicationStatus(token: $token) {\n    ...ApplicantParts\n  }\n}\n\nmutation WithdrawApplication($token: String!) {\n  withdrawApplication(token: $token) {\n    ...ApplicantParts\n  }\n}"): typeof import('./graphql.ts').ApplicantPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ViewerParts on Viewer {\n  id\n  name\n  email\n  role\n  partnerRole\n  adminRoles\n  secondFactorAt\n  partnerAccount {\n    id\n    companyName\n    partnerships {\n      type\n      since\n    }\n    tier\n    clientManagementEnabled\n    whitelabelEnabled\n  }\n}\n\nfragment SessionParts on Session {\n  accessToken\n  expiresAt\n  mustAddSecondFactor\n  viewer {\n    ...ViewerParts\n  }\n}\n\nmutation SignIn($email: String!, $password: String!, $code: String) {\n  signIn(email: $email, password: $password, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation SignInWithLink($token: String!, $code: String) {\n  signInWithLink(token: $token, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation RefreshSession {\n  refreshSession {\n    ...SessionParts\n  }\n}\n\nmutation ConfirmIdentity($password: String, $code: String) {\n  confirmIdentity(password: $password, code: $code) {\n    ...SessionParts\n  }\n}\n\nmutation SignOut {\n  signOut\n}\n\nmutation AcceptInvitation($token: String!, $name: String!, $password: String!) {\n  acceptInvitation(token: $token, name: $name, password: $password) {\n    ...SessionParts\n  }\n}\n\nmutation RequestPasswordReset($email: String!) {\n  requestPasswordReset(email: $email)\n}\n\nmutation ResetPassword($token: String!, $password: String!) {\n  resetPassword(token: $token, password: $password)\n}"): typeof import('./graphql.ts').ViewerPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChangesSince($targetId: ID!, $types: [AuditAction!]!, $limit: Int!) {\n  auditEvents(filter: {targetId: $targetId, types: $types}, limit: $limit) {\n    items {\n      id\n      occurredAt\n      type\n      actorEmail\n      changes\n    }\n  }\n}"): typeof import('./graphql.ts').ChangesSinceDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
