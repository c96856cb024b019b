/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
/** Filters a list of audit events. All given conditions must match. */
export type AuditEventFilter = {
  /**
   * Events with any of these actions, such as `client.created`. At most 20, each 1 to 60 characters.
   * @deprecated Use `types`, which takes the same values as enums.
   */
  action?: Array<string> | null | undefined;
  /** Events at or after this time. */
  from?: string | null | undefined;
  /** Events of this partner. Partners always see only their own. */
  resellerId?: string | null | undefined;
  /** Events about this object, such as a client. */
  targetId?: string | null | undefined;
  /** Events before this time. */
  to?: string | null | undefined;
  /** Events with any of these actions. At most 100. */
  types?: Array<AuditAction> | null | undefined;
};

/** Filters a list of clients. All given conditions must match. */
export type ClientAccountFilter = {
  /** Finds text anywhere in company name, contact name or email address. Ignores case, accents and spacing: muller finds Müller. A complete address finds its mailbox in any spelling. 1 to 200 characters, no wildcards. */
  search?: string | null | undefined;
  /** Clients with any of these statuses. */
  status?: Array<SubscriptionStatus> | null | undefined;
};

/** Sort field of a list of clients. */
export const ClientAccountSortField = {
  /** By company name, in natural order: case and accents matter least, and 9 comes before 10. */
  CompanyName: 'COMPANY_NAME',
  /** By creation time. */
  CreatedAt: 'CREATED_AT',
  /** By subscription status, alphabetically. */
  SubscriptionStatus: 'SUBSCRIPTION_STATUS',
  /** By time of the last change. */
  UpdatedAt: 'UPDATED_AT'
} as const;

export type ClientAccountSortField = typeof ClientAccountSortField[keyof typeof ClientAccountSortField];
/** Changes to a subscription. Omitted or null fields stay as they are. */
export type ClientSubscriptionInput = {
  /** The new status. The current status changes nothing. */
  subscriptionStatus?: SubscriptionStatus | null | undefined;
  /** The client's plan. 1 to 60 characters. */
  subscriptionTier?: string | null | undefined;
};

/** A new client. Removes meaningless white space and invisible characters from texts. Rejects blank texts, including optional ones. */
export type CreateClientAccountInput = {
  /** Whether you bill the client. Otherwise ReachGenie does. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** Company name. 1 to 200 characters. */
  companyName: string;
  /** The contact's email address, at most 254 characters. Must be unique among your clients that are not canceled. */
  contactEmail: string;
  /** Name of the contact. 1 to 200 characters. */
  contactName: string;
  /** The contact's phone number, in any format. At most 40 characters. */
  contactPhone?: string | null | undefined;
  /** The client's plan, as you name it. 1 to 60 characters. */
  subscriptionTier: string;
};

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
/** The direction of a sort order. */
export const SortOrder = {
  /** Smallest, oldest or alphabetically first item at the top. */
  Asc: 'ASC',
  /** Largest, newest or alphabetically last item at the top. */
  Desc: 'DESC'
} as const;

export type SortOrder = typeof SortOrder[keyof typeof SortOrder];
/** Status of a subscription. ACTIVE and SUSPENDED can become each other or CANCELED. CANCELED is final. */
export const SubscriptionStatus = {
  /** The client can use the product. */
  Active: 'ACTIVE',
  /** Ended permanently. The account is kept. */
  Canceled: 'CANCELED',
  /** The client cannot use the product for now. */
  Suspended: 'SUSPENDED'
} as const;

export type SubscriptionStatus = typeof SubscriptionStatus[keyof typeof SubscriptionStatus];
/** Changes to a client. Omitted or null fields stay as they are, except `contactPhone`: null removes it. */
export type UpdateClientAccountInput = {
  /** Whether you bill the client. Otherwise ReachGenie does. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** Company name. 1 to 200 characters. */
  companyName?: string | null | undefined;
  /** The contact's email address, at most 254 characters. Must be unique among your clients that are not canceled. */
  contactEmail?: string | null | undefined;
  /** Name of the contact. 1 to 200 characters. */
  contactName?: string | null | undefined;
  /** The contact's phone number, in any format, at most 40 characters. Null removes it. */
  contactPhone?: string | null | undefined;
};

export type ActivityQueryVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type ActivityQuery = { auditEvents: { items: Array<{ id: string, occurredAt: string, type: AuditAction, actorEmail: string, targetType: string, targetId: string, changes: string | null }>, pageInfo: { totalItems: number } } };

export type ClientListQueryVariables = Exact<{
  filter?: ClientAccountFilter | null | undefined;
  page: number;
  limit: number;
  sortBy: ClientAccountSortField;
  sortOrder: SortOrder;
}>;


export type ClientListQuery = { clientAccounts: { items: Array<{ id: string, companyName: string, contactName: string, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, createdAt: string }>, pageInfo: { totalItems: number } } };

export type ClientPartsFragment = { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string };

export type ClientDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ClientDetailsQuery = { clientAccount: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string } | null };

export type ClientAccessesQueryVariables = Exact<{
  id: string;
}>;


export type ClientAccessesQuery = { clientAccessSessions: { items: Array<{ id: string, reason: string, userEmail: string, createdAt: string, expiresAt: string, revokedAt: string | null, clientAccount: { id: string, companyName: string } }> } };

export type CreateClientMutationVariables = Exact<{
  input: CreateClientAccountInput;
  idempotencyKey: string;
}>;


export type CreateClientMutation = { createClientAccount: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string } };

export type UpdateClientMutationVariables = Exact<{
  id: string;
  input: UpdateClientAccountInput;
  expectedVersion: number;
}>;


export type UpdateClientMutation = { updateClientAccount: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string } };

export type UpdateSubscriptionMutationVariables = Exact<{
  id: string;
  input: ClientSubscriptionInput;
  expectedVersion: number;
}>;


export type UpdateSubscriptionMutation = { updateClientSubscription: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string } };

export type AccessPartsFragment = { id: string, reason: string, userEmail: string, createdAt: string, expiresAt: string, revokedAt: string | null, clientAccount: { id: string, companyName: string } };

export type LatestAccessesQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestAccessesQuery = { clientAccessSessions: { items: Array<{ id: string, reason: string, userEmail: string, createdAt: string, expiresAt: string, revokedAt: string | null, clientAccount: { id: string, companyName: string } }> } };

export type AccessClientMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type AccessClientMutation = { accessClientAccount: { url: string, expiresAt: string } };

export type EndAccessMutationVariables = Exact<{
  sessionId: string;
}>;


export type EndAccessMutation = { revokeClientAccess: boolean };

export type ClientCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientCountsQuery = { active: { pageInfo: { totalItems: number } }, suspended: { pageInfo: { totalItems: number } }, canceled: { pageInfo: { totalItems: number } } };

export type MembersQueryVariables = Exact<{
  page: number;
  limit: number;
}>;


export type MembersQuery = { members: { items: Array<{ id: string, email: string, name: string, partnerRole: PartnerRole, joinedAt: string | null, secondFactorAt: string | null, version: number }>, pageInfo: { totalItems: number } } };

export type InviteMemberMutationVariables = Exact<{
  email: string;
  name: string;
  role: PartnerRole;
}>;


export type InviteMemberMutation = { inviteMember: { id: string } };

export type ChangeMemberRoleMutationVariables = Exact<{
  id: string;
  role: PartnerRole;
  expectedVersion: number;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole: { id: string } };

export type ResendMemberInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendMemberInvitationMutation = { resendMemberInvitation: boolean };

export type RemoveMemberMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type RemoveMemberMutation = { removeMember: boolean };

export type ResetMemberFactorMutationVariables = Exact<{
  userId: string;
}>;


export type ResetMemberFactorMutation = { resetSecondFactor: boolean };

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
export const ClientPartsFragmentDoc = new TypedDocumentString(`
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}
    `, {"fragmentName":"ClientParts"}) as unknown as TypedDocumentString<ClientPartsFragment, unknown>;
export const AccessPartsFragmentDoc = new TypedDocumentString(`
    fragment AccessParts on ClientAccessSession {
  id
  reason
  userEmail
  createdAt
  expiresAt
  revokedAt
  clientAccount {
    id
    companyName
  }
}
    `, {"fragmentName":"AccessParts"}) as unknown as TypedDocumentString<AccessPartsFragment, unknown>;
export const ActivityDocument = new TypedDocumentString(`
    query Activity($filter: AuditEventFilter, $page: Int!, $limit: Int!) {
  auditEvents(filter: $filter, page: $page, limit: $limit) {
    items {
      id
      occurredAt
      type
      actorEmail
      targetType
      targetId
      changes
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<ActivityQuery, ActivityQueryVariables>;
export const ClientListDocument = new TypedDocumentString(`
    query ClientList($filter: ClientAccountFilter, $page: Int!, $limit: Int!, $sortBy: ClientAccountSortField!, $sortOrder: SortOrder!) {
  clientAccounts(
    filter: $filter
    page: $page
    limit: $limit
    sortBy: $sortBy
    sortOrder: $sortOrder
  ) {
    items {
      id
      companyName
      contactName
      subscriptionTier
      subscriptionStatus
      createdAt
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<ClientListQuery, ClientListQueryVariables>;
export const ClientDetailsDocument = new TypedDocumentString(`
    query ClientDetails($id: ID!) {
  clientAccount(id: $id) {
    ...ClientParts
  }
}
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<ClientDetailsQuery, ClientDetailsQueryVariables>;
export const ClientAccessesDocument = new TypedDocumentString(`
    query ClientAccesses($id: ID!) {
  clientAccessSessions(clientId: $id, limit: 10) {
    items {
      ...AccessParts
    }
  }
}
    fragment AccessParts on ClientAccessSession {
  id
  reason
  userEmail
  createdAt
  expiresAt
  revokedAt
  clientAccount {
    id
    companyName
  }
}`) as unknown as TypedDocumentString<ClientAccessesQuery, ClientAccessesQueryVariables>;
export const CreateClientDocument = new TypedDocumentString(`
    mutation CreateClient($input: CreateClientAccountInput!, $idempotencyKey: String!) {
  createClientAccount(input: $input, idempotencyKey: $idempotencyKey) {
    ...ClientParts
  }
}
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CreateClientMutation, CreateClientMutationVariables>;
export const UpdateClientDocument = new TypedDocumentString(`
    mutation UpdateClient($id: ID!, $input: UpdateClientAccountInput!, $expectedVersion: Int!) {
  updateClientAccount(id: $id, input: $input, expectedVersion: $expectedVersion) {
    ...ClientParts
  }
}
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<UpdateClientMutation, UpdateClientMutationVariables>;
export const UpdateSubscriptionDocument = new TypedDocumentString(`
    mutation UpdateSubscription($id: ID!, $input: ClientSubscriptionInput!, $expectedVersion: Int!) {
  updateClientSubscription(
    id: $id
    input: $input
    expectedVersion: $expectedVersion
  ) {
    ...ClientParts
  }
}
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<UpdateSubscriptionMutation, UpdateSubscriptionMutationVariables>;
export const LatestAccessesDocument = new TypedDocumentString(`
    query LatestAccesses {
  clientAccessSessions(limit: 10) {
    items {
      ...AccessParts
    }
  }
}
    fragment AccessParts on ClientAccessSession {
  id
  reason
  userEmail
  createdAt
  expiresAt
  revokedAt
  clientAccount {
    id
    companyName
  }
}`) as unknown as TypedDocumentString<LatestAccessesQuery, LatestAccessesQueryVariables>;
export const AccessClientDocument = new TypedDocumentString(`
    mutation AccessClient($id: ID!, $reason: String!) {
  accessClientAccount(id: $id, reason: $reason) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<AccessClientMutation, AccessClientMutationVariables>;
export const EndAccessDocument = new TypedDocumentString(`
    mutation EndAccess($sessionId: ID!) {
  revokeClientAccess(sessionId: $sessionId)
}
    `) as unknown as TypedDocumentString<EndAccessMutation, EndAccessMutationVariables>;
export const ClientCountsDocument = new TypedDocumentString(`
    query ClientCounts {
  active: clientAccounts(filter: {status: [ACTIVE]}, limit: 1) {
    pageInfo {
      totalItems
    }
  }
  suspended: clientAccounts(filter: {status: [SUSPENDED]}, limit: 1) {
    pageInfo {
      totalItems
    }
  }
  canceled: clientAccounts(filter: {status: [CANCELED]}, limit: 1) {
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<ClientCountsQuery, ClientCountsQueryVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($page: Int!, $limit: Int!) {
  members(isActive: true, page: $page, limit: $limit) {
    items {
      id
      email
      name
      partnerRole
      joinedAt
      secondFactorAt
      version
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($email: String!, $name: String!, $role: PartnerRole!) {
  inviteMember(email: $email, name: $name, role: $role) {
    id
  }
}
    `) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const ChangeMemberRoleDocument = new TypedDocumentString(`
    mutation ChangeMemberRole($id: ID!, $role: PartnerRole!, $expectedVersion: Int!) {
  changeMemberRole(id: $id, role: $role, expectedVersion: $expectedVersion) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeMemberRoleMutation, ChangeMemberRoleMutationVariables>;
export const ResendMemberInvitationDocument = new TypedDocumentString(`
    mutation ResendMemberInvitation($id: ID!) {
  resendMemberInvitation(id: $id)
}
    `) as unknown as TypedDocumentString<ResendMemberInvitationMutation, ResendMemberInvitationMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($id: ID!, $expectedVersion: Int!) {
  removeMember(id: $id, expectedVersion: $expectedVersion)
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const ResetMemberFactorDocument = new TypedDocumentString(`
    mutation ResetMemberFactor($userId: ID!) {
  resetSecondFactor(userId: $userId)
}
    `) as unknown as TypedDocumentString<ResetMemberFactorMutation, ResetMemberFactorMutationVariables>;