/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The areas that an admin can change. Every admin can read everything. */
export const AdminRole = {
  /** Full access, including the admins. */
  All: 'ALL',
  /** Manages money. */
  Finance: 'FINANCE',
  /** Manages partner accounts. */
  Partners: 'PARTNERS',
  /** Reviews applications. */
  Review: 'REVIEW'
} as const;

export type AdminRole = typeof AdminRole[keyof typeof AdminRole];
/** Status of an application. PENDING and REVIEWING can become each other, APPROVED or REJECTED. REJECTED can become REVIEWING. APPROVED is final. */
export const ApplicationStatus = {
  /** Accepted. Final. */
  Approved: 'APPROVED',
  /** Submitted and waiting for review. */
  Pending: 'PENDING',
  /** Declined, or withdrawn by the applicant if `withdrawnAt` is set. Can be reviewed again. */
  Rejected: 'REJECTED',
  /** In review. */
  Reviewing: 'REVIEWING'
} as const;

export type ApplicationStatus = typeof ApplicationStatus[keyof typeof ApplicationStatus];
/** Actions in the audit log. Later versions can add actions. */
export const AuditAction = {
  /** An API key was created. */
  ApiKeyCreated: 'API_KEY_CREATED',
  /** An API key was revoked. */
  ApiKeyRevoked: 'API_KEY_REVOKED',
  /** An API key was replaced with a new one. */
  ApiKeyRotated: 'API_KEY_ROTATED',
  /** An application was assigned to an admin, or its assignee was removed. */
  ApplicationAssigned: 'APPLICATION_ASSIGNED',
  /** Applications were exported. */
  ApplicationExported: 'APPLICATION_EXPORTED',
  /** A note was added to an application. */
  ApplicationNoteAdded: 'APPLICATION_NOTE_ADDED',
  /** The status of an application was changed. */
  ApplicationStatusChanged: 'APPLICATION_STATUS_CHANGED',
  /** An applicant withdrew the application. */
  ApplicationWithdrawn: 'APPLICATION_WITHDRAWN',
  /** Personal data was erased from earlier entries. The changes have the new hash of each. */
  AuditRedacted: 'AUDIT_REDACTED',
  /** A user of a reseller asked for access to a client account. */
  ClientAccessed: 'CLIENT_ACCESSED',
  /** A user of a reseller opened a client account. */
  ClientAccessOpened: 'CLIENT_ACCESS_OPENED',
  /** Access to a client account was ended. */
  ClientAccessRevoked: 'CLIENT_ACCESS_REVOKED',
  /** A client was created. */
  ClientCreated: 'CLIENT_CREATED',
  /** The subscription of a client was changed. */
  ClientSubscriptionChanged: 'CLIENT_SUBSCRIPTION_CHANGED',
  /** A client was changed. */
  ClientUpdated: 'CLIENT_UPDATED',
  /** An admin ran a failed background job again. */
  JobRetried: 'JOB_RETRIED',
  /** An action that an earlier version recorded and this version does not know. */
  Other: 'OTHER',
  /** A partner account was created. */
  PartnerCreated: 'PARTNER_CREATED',
  /** A partnership was added to a partner account. */
  PartnerPartnershipAdded: 'PARTNER_PARTNERSHIP_ADDED',
  /** A partner account was changed. */
  PartnerUpdated: 'PARTNER_UPDATED',
  /** The personal data of an object was erased. */
  PersonErased: 'PERSON_ERASED',
  /** A session ended. */
  SessionEnded: 'SESSION_ENDED',
  /** A user signed in. */
  SessionStarted: 'SESSION_STARTED',
  /** A user added a second factor. */
  UserFactorAdded: 'USER_FACTOR_ADDED',
  /** A user removed their second factor. */
  UserFactorRemoved: 'USER_FACTOR_REMOVED',
  /** Someone else removed a user’s second factor. */
  UserFactorReset: 'USER_FACTOR_RESET',
  /** An invitation was sent again. */
  UserInvitationResent: 'USER_INVITATION_RESENT',
  /** A user was invited. */
  UserInvited: 'USER_INVITED',
  /** A user accepted the invitation. */
  UserJoined: 'USER_JOINED',
  /** A user changed their password. */
  UserPasswordChanged: 'USER_PASSWORD_CHANGED',
  /** A user set a new password with a mailed link. */
  UserPasswordReset: 'USER_PASSWORD_RESET',
  /** A user created new recovery codes. */
  UserRecoveryCodesRenewed: 'USER_RECOVERY_CODES_RENEWED',
  /** A user used a recovery code. */
  UserRecoveryCodeUsed: 'USER_RECOVERY_CODE_USED',
  /** A user was removed. */
  UserRemoved: 'USER_REMOVED',
  /** A user’s role was changed. */
  UserRoleChanged: 'USER_ROLE_CHANGED'
} as const;

export type AuditAction = typeof AuditAction[keyof typeof AuditAction];
/** Number of a company's employees. */
export const CompanySize = {
  /** 1 to 10 employees. */
  Size_1_10: 'SIZE_1_10',
  /** 11 to 50 employees. */
  Size_11_50: 'SIZE_11_50',
  /** 51 to 200 employees. */
  Size_51_200: 'SIZE_51_200',
  /** 201 to 500 employees. */
  Size_201_500: 'SIZE_201_500',
  /** 501 or more employees. */
  Size_501Plus: 'SIZE_501_PLUS'
} as const;

export type CompanySize = typeof CompanySize[keyof typeof CompanySize];
/** The role of a user in a partner account. */
export const PartnerRole = {
  /** Manages money. Sees clients, but cannot change them. */
  Billing: 'BILLING',
  /** Manages clients. No access to money or the team. */
  Member: 'MEMBER',
  /** Full access, including the team. */
  Owner: 'OWNER',
  /** Sees clients and activity, but cannot change anything. */
  ReadOnly: 'READ_ONLY'
} as const;

export type PartnerRole = typeof PartnerRole[keyof typeof PartnerRole];
/** A partner's level. Each tier has more benefits than the one before. */
export const PartnerTier = {
  /** Higher commission, a partner manager, and basic white label for resellers. */
  Gold: 'GOLD',
  /** The best terms, and full white label for resellers. */
  Platinum: 'PLATINUM',
  /** The first tier of every partner. */
  Silver: 'SILVER'
} as const;

export type PartnerTier = typeof PartnerTier[keyof typeof PartnerTier];
/** The type of a partnership. */
export const PartnershipType = {
  /** Recommends us for a commission. */
  Referral: 'REFERRAL',
  /** Sells to its own clients and manages their accounts. */
  Reseller: 'RESELLER',
  /** Integrates its product with ours. */
  Technology: 'TECHNOLOGY'
} as const;

export type PartnershipType = typeof PartnershipType[keyof typeof PartnershipType];
/** Whether a user is an admin or belongs to a partner. */
export const Role = {
  /** Belongs to the ReachGenie team. */
  Admin: 'ADMIN',
  /** Belongs to a partner. */
  Partner: 'PARTNER'
} as const;

export type Role = typeof Role[keyof typeof Role];
/** A new application. Removes meaningless white space and invisible characters from texts. Rejects blank texts, including optional ones. */
export type SubmitPartnerApplicationInput = {
  /** Additional information. At most 5,000 characters. */
  additionalInformation?: string | null | undefined;
  /** Company name. 1 to 200 characters. */
  companyName: string;
  /** Number of employees. */
  companySize: CompanySize;
  /** Email address for messages about the application, at most 254 characters. */
  contactEmail: string;
  /** Name of the contact. 1 to 200 characters. */
  contactName: string;
  /** Phone number in any format. At most 40 characters. */
  contactPhone?: string | null | undefined;
  /** Solutions that the company uses today. At most 5,000 characters. */
  currentSolutions?: string | null | undefined;
  /** Industry, in your own words. 1 to 200 characters. */
  industry: string;
  /** Why the company wants to become a partner. 1 to 5,000 characters. */
  motivation: string;
  /** The partnership that the company applies for. */
  partnershipType: PartnershipType;
  /** Customers that the company serves. At most 5,000 characters. */
  targetMarket?: string | null | undefined;
  /** An http or https address in any common spelling: `Www.Example.com.` is stored as `https://www.example.com`. At most 2,048 characters. */
  website?: string | null | undefined;
};

export type SubmitPartnerApplicationMutationVariables = Exact<{
  input: SubmitPartnerApplicationInput;
  idempotencyKey?: string | null | undefined;
}>;


export type SubmitPartnerApplicationMutation = { submitPartnerApplication: { statusUrl: string } };

export type ApplicantPartsFragment = { companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, withdrawn: boolean, message: string | null, changedAt: string }> };

export type ApplicationStatusQueryVariables = Exact<{
  token: string;
}>;


export type ApplicationStatusQuery = { applicationStatus: { companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, withdrawn: boolean, message: string | null, changedAt: string }> } | null };

export type WithdrawApplicationMutationVariables = Exact<{
  token: string;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, withdrawn: boolean, message: string | null, changedAt: string }> } };

export type ViewerPartsFragment = { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null };

export type SessionPartsFragment = { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
  code?: string | null | undefined;
}>;


export type SignInMutation = { signIn: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type SignInWithLinkMutationVariables = Exact<{
  token: string;
  code?: string | null | undefined;
}>;


export type SignInWithLinkMutation = { signInWithLink: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type ConfirmIdentityMutationVariables = Exact<{
  password?: string | null | undefined;
  code?: string | null | undefined;
}>;


export type ConfirmIdentityMutation = { confirmIdentity: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  name: string;
  password: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: boolean };

export type ResetPasswordMutationVariables = Exact<{
  token: string;
  password: string;
}>;


export type ResetPasswordMutation = { resetPassword: boolean };

export type ChangesSinceQueryVariables = Exact<{
  targetId: string;
  types: Array<AuditAction> | AuditAction;
  limit: number;
}>;


export type ChangesSinceQuery = { auditEvents: { items: Array<{ id: string, occurredAt: string, type: AuditAction, actorEmail: string, changes: string | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ApplicantPartsFragmentDoc = new TypedDocumentString(`
    fragment ApplicantParts on ApplicantView {
  companyName
  partnershipType
  status
  submittedAt
  withdrawnAt
  history {
    status
    withdrawn
    message
    changedAt
  }
}
    `, {"fragmentName":"ApplicantParts"}) as unknown as TypedDocumentString<ApplicantPartsFragment, unknown>;
export const ViewerPartsFragmentDoc = new TypedDocumentString(`
    fragment ViewerParts on Viewer {
  id
  name
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  partnerAccount {
    id
    companyName
    partnerships {
      type
      since
    }
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
    `, {"fragmentName":"ViewerParts"}) as unknown as TypedDocumentString<ViewerPartsFragment, unknown>;
export const SessionPartsFragmentDoc = new TypedDocumentString(`
    fragment SessionParts on Session {
  accessToken
  expiresAt
  mustAddSecondFactor
  viewer {
    ...ViewerParts
  }
}
    fragment ViewerParts on Viewer {
  id
  name
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  partnerAccount {
    id
    companyName
    partnerships {
      type
      since
    }
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}`, {"fragmentName":"SessionParts"}) as unknown as TypedDocumentString<SessionPartsFragment, unknown>;
export const SubmitPartnerApplicationDocument = new TypedDocumentString(`
    mutation SubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {
  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {
    statusUrl
  }
}
    `) as unknown as TypedDocumentString<SubmitPartnerApplicationMutation, SubmitPartnerApplicationMutationVariables>;
export const ApplicationStatusDocument = new TypedDocumentString(`
    query ApplicationStatus($token: String!) {
  applicationStatus(token: $token) {
    ...ApplicantParts
  }
}
    fragment ApplicantParts on ApplicantView {
  companyName
  partnershipType
  status
  submittedAt
  withdrawnAt
  history {
    status
    withdrawn
    message
    changedAt
  }
}`) as unknown as TypedDocumentString<ApplicationStatusQuery, ApplicationStatusQueryVariables>;
export const WithdrawApplicationDocument = new TypedDocumentString(`
    mutation WithdrawApplication($token: String!) {
  withdrawApplication(token: $token) {
    ...ApplicantParts
  }
}
    fragment ApplicantParts on ApplicantView {
  companyName
  partnershipType
  status
  submittedAt
  withdrawnAt
  history {
    status
    withdrawn
    message
    changedAt
  }
}`) as unknown as TypedDocumentString<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!, $code: String) {
  signIn(email: $email, password: $password, code: $code) {
    ...SessionParts
  }
}
    fragment ViewerParts on Viewer {
  id
  name
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  partnerAccount {
    id
    companyName
    partnerships {
      type
      since
    }
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
fragment SessionParts on Session {
  accessToken
  expiresAt
  mustAddSecondFactor
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignInWithLinkDocument = new TypedDocumentString(`
    mutation SignInWithLink($token: String!, $code: String) {
  signInWithLink(token: $token, code: $code) {
    ...SessionParts
  }
}
    fragment ViewerParts on Viewer {
  id
  name
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  partnerAccount {
    id
    companyName
    partnerships {
      type
      since
    }
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
fragment SessionParts on Session {
  accessToken
  expiresAt
  mustAddSecondFactor
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<SignInWithLinkMutation, SignInWithLinkMutationVariables>;
export const RefreshSessionDocument = new TypedDocumentString(`
    mutation RefreshSession {
  refreshSession {
    ...SessionParts
  }
}
    fragment ViewerParts on Viewer {
  id
  name
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  partnerAccount {
    id
    companyName
    partnerships {
      type
      since
    }
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
fragment SessionParts on Session {
  accessToken
  expiresAt
  mustAddSecondFactor
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const ConfirmIdentityDocument = new TypedDocumentString(`
    mutation ConfirmIdentity($password: String, $code: String) {
  confirmIdentity(password: $password, code: $code) {
    ...SessionParts
  }
}
    fragment ViewerParts on Viewer {
  id
  name
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  partnerAccount {
    id
    companyName
    partnerships {
      type
      since
    }
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
fragment SessionParts on Session {
  accessToken
  expiresAt
  mustAddSecondFactor
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<ConfirmIdentityMutation, ConfirmIdentityMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($token: String!, $name: String!, $password: String!) {
  acceptInvitation(token: $token, name: $name, password: $password) {
    ...SessionParts
  }
}
    fragment ViewerParts on Viewer {
  id
  name
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  partnerAccount {
    id
    companyName
    partnerships {
      type
      since
    }
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
fragment SessionParts on Session {
  accessToken
  expiresAt
  mustAddSecondFactor
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($email: String!) {
  requestPasswordReset(email: $email)
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($token: String!, $password: String!) {
  resetPassword(token: $token, password: $password)
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const ChangesSinceDocument = new TypedDocumentString(`
    query ChangesSince($targetId: ID!, $types: [AuditAction!]!, $limit: Int!) {
  auditEvents(filter: {targetId: $targetId, types: $types}, limit: $limit) {
    items {
      id
      occurredAt
      type
      actorEmail
      changes
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesSinceQuery, ChangesSinceQueryVariables>;