/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where the review of an application stands. PENDING may become REVIEWING, APPROVED or REJECTED; REVIEWING may become PENDING, APPROVED or REJECTED; REJECTED may become REVIEWING again; APPROVED is final. */
export const ApplicationStatus = {
  /** Accepted, for good. */
  Approved: 'APPROVED',
  /** Submitted; nobody has looked at it yet. */
  Pending: 'PENDING',
  /** Declined, or withdrawn by the applicant; it can be reviewed once more. */
  Rejected: 'REJECTED',
  /** Somebody is looking at it. */
  Reviewing: 'REVIEWING'
} as const;

export type ApplicationStatus = typeof ApplicationStatus[keyof typeof ApplicationStatus];
/** Which audit events a list shows: those that meet everything that is given. */
export type AuditEventFilter = {
  /** Any of these: `client.created`, for example. At most 20. */
  action?: Array<string> | null | undefined;
  /** Not before this moment. */
  from?: string | null | undefined;
  /** Of this partner. A partner sees its own in any case. */
  resellerId?: string | null | undefined;
  /** What was done to this: a client, for example. */
  targetId?: string | null | undefined;
  /** Before this moment. */
  to?: string | null | undefined;
};

/** Which clients a list shows: those that meet everything that is given. */
export type ClientAccountFilter = {
  /** Text in the company, contact name or e-mail address, anywhere and in any case. 1 to 200 characters, taken literally. */
  search?: string | null | undefined;
  /** Any of these. */
  status?: Array<SubscriptionStatus> | null | undefined;
};

/** What a list of clients can be ordered by. */
export const ClientAccountSortField = {
  /** The company, by code point: capitals before small letters. */
  CompanyName: 'COMPANY_NAME',
  /** When the account was created. */
  CreatedAt: 'CREATED_AT',
  /** The status of the subscription, by its name. */
  SubscriptionStatus: 'SUBSCRIPTION_STATUS',
  /** When it last changed. */
  UpdatedAt: 'UPDATED_AT'
} as const;

export type ClientAccountSortField = typeof ClientAccountSortField[keyof typeof ClientAccountSortField];
/** What changes about a subscription. What is left out or null stays. */
export type ClientSubscriptionInput = {
  /** The status that it shall have. The same again changes nothing. */
  subscriptionStatus?: SubscriptionStatus | null | undefined;
  /** What the client subscribes to. 1 to 60 characters. */
  subscriptionTier?: string | null | undefined;
};

/** How many people work at a company. */
export const CompanySize = {
  /** 1 to 10. */
  Size_1_10: 'SIZE_1_10',
  /** 11 to 50. */
  Size_11_50: 'SIZE_11_50',
  /** 51 to 200. */
  Size_51_200: 'SIZE_51_200',
  /** 201 to 500. */
  Size_201_500: 'SIZE_201_500',
  /** 501 and more. */
  Size_501Plus: 'SIZE_501_PLUS'
} as const;

export type CompanySize = typeof CompanySize[keyof typeof CompanySize];
/** A new client. Texts are trimmed; blank text is refused, also where it is optional. */
export type CreateClientAccountInput = {
  /** Whether you bill the client; otherwise we do. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** The company, as it calls itself. 1 to 200 characters. */
  companyName: string;
  /** One e-mail address, at most 254 characters, that no other client of yours has, but for canceled ones. */
  contactEmail: string;
  /** Whom to speak to there. 1 to 200 characters. */
  contactName: string;
  /** In any form. At most 40 characters. */
  contactPhone?: string | null | undefined;
  /** What the client subscribes to, in your own words. 1 to 60 characters. */
  subscriptionTier: string;
};

/** What became of a mail. */
export const EmailStatus = {
  /** Given up; it can be sent again with resendEmail. */
  Failed: 'FAILED',
  /** Waiting for its first or next try. */
  Queued: 'QUEUED',
  /** Taken over by the mail service. */
  Sent: 'SENT'
} as const;

export type EmailStatus = typeof EmailStatus[keyof typeof EmailStatus];
/** Which partners a list shows: those that meet everything that is given. */
export type PartnerAccountFilter = {
  /** Active ones, or those that are not. */
  isActive?: boolean | null | undefined;
  /** Any of these. */
  partnershipType?: Array<PartnershipType> | null | undefined;
  /** Text in the company or e-mail address, anywhere and in any case. 1 to 200 characters, taken literally. */
  search?: string | null | undefined;
  /** Any of these. */
  tier?: Array<PartnerTier> | null | undefined;
};

/** Which applications a list shows: those that meet everything that is given. */
export type PartnerApplicationFilter = {
  /** Any of these. */
  companySize?: Array<CompanySize> | null | undefined;
  /** Submitted at this moment or later. */
  createdFrom?: string | null | undefined;
  /** Submitted before this moment. */
  createdTo?: string | null | undefined;
  /** Any of these. */
  partnershipType?: Array<PartnershipType> | null | undefined;
  /** Text in the company, contact name or e-mail address, anywhere and in any case. 1 to 200 characters, taken literally. */
  search?: string | null | undefined;
  /** Any of these. */
  status?: Array<ApplicationStatus> | null | undefined;
};

/** What a list of applications can be ordered by. */
export const PartnerApplicationSortField = {
  /** The company, by code point: capitals before small letters. */
  CompanyName: 'COMPANY_NAME',
  /** When it was submitted. */
  CreatedAt: 'CREATED_AT',
  /** The partnership type, by its name. */
  PartnershipType: 'PARTNERSHIP_TYPE',
  /** The status, by its name. */
  Status: 'STATUS',
  /** When it last changed. */
  UpdatedAt: 'UPDATED_AT'
} as const;

export type PartnerApplicationSortField = typeof PartnerApplicationSortField[keyof typeof PartnerApplicationSortField];
/** What a user may do in a partner’s account. */
export const PartnerRole = {
  /** Everything but that. */
  Member: 'MEMBER',
  /** Everything, also inviting and removing others. */
  Owner: 'OWNER'
} as const;

export type PartnerRole = typeof PartnerRole[keyof typeof PartnerRole];
/** How far a partner has come; each tier has more benefits than the one before. */
export const PartnerTier = {
  /** Higher commission, a partner manager, basic white label for resellers. */
  Gold: 'GOLD',
  /** The best conditions, and full white label for resellers. */
  Platinum: 'PLATINUM',
  /** Where every partner begins. */
  Silver: 'SILVER'
} as const;

export type PartnerTier = typeof PartnerTier[keyof typeof PartnerTier];
/** What kind of partner a company is or wants to be. */
export const PartnershipType = {
  /** Recommends us and is paid a commission. */
  Referral: 'REFERRAL',
  /** Sells to its own clients and manages their accounts. */
  Reseller: 'RESELLER',
  /** Integrates its product with ours. */
  Technology: 'TECHNOLOGY'
} as const;

export type PartnershipType = typeof PartnershipType[keyof typeof PartnershipType];
/** What a user is to the program. */
export const Role = {
  /** Belongs to the team that runs the program. */
  Admin: 'ADMIN',
  /** Belongs to a partner. */
  Partner: 'PARTNER'
} as const;

export type Role = typeof Role[keyof typeof Role];
/** Which end of the order comes first. */
export const SortOrder = {
  /** Smallest, oldest or first in the alphabet at the top. */
  Asc: 'ASC',
  /** Largest, newest or last in the alphabet at the top. */
  Desc: 'DESC'
} as const;

export type SortOrder = typeof SortOrder[keyof typeof SortOrder];
/** How long a period is, in local time. */
export const StatisticsInterval = {
  /** From midnight to midnight: 23 to 25 hours. */
  Day: 'DAY',
  /** From the first of a month to the first of the next. */
  Month: 'MONTH',
  /** Seven days from Monday on (ISO 8601). */
  Week: 'WEEK'
} as const;

export type StatisticsInterval = typeof StatisticsInterval[keyof typeof StatisticsInterval];
/** What an applicant tells. Texts are trimmed; blank text is refused, also where it is optional. */
export type SubmitPartnerApplicationInput = {
  /** Anything else. At most 5,000 characters. */
  additionalInformation?: string | null | undefined;
  /** The company, as it calls itself. 1 to 200 characters. */
  companyName: string;
  /** How many people work there. */
  companySize: CompanySize;
  /** One e-mail address, at most 254 characters. Mail about the application goes there. */
  contactEmail: string;
  /** Whom to speak to there. 1 to 200 characters. */
  contactName: string;
  /** In any form. At most 40 characters. */
  contactPhone?: string | null | undefined;
  /** What the company uses today. At most 5,000 characters. */
  currentSolutions?: string | null | undefined;
  /** In your own words. 1 to 200 characters. */
  industry: string;
  /** Why the company wants to become a partner. 1 to 5,000 characters. */
  motivation: string;
  /** What kind of partner the company wants to be. */
  partnershipType: PartnershipType;
  /** Whom the company sells to. At most 5,000 characters. */
  targetMarket?: string | null | undefined;
  /** An http or https address, at most 2,048 characters. */
  website?: string | null | undefined;
};

/** Whether a client may use the product. ACTIVE may become SUSPENDED or CANCELED; SUSPENDED may become ACTIVE or CANCELED; CANCELED is final. */
export const SubscriptionStatus = {
  /** In use. */
  Active: 'ACTIVE',
  /** Ended, for good. The account is kept. */
  Canceled: 'CANCELED',
  /** Paused: the client cannot use it for now. */
  Suspended: 'SUSPENDED'
} as const;

export type SubscriptionStatus = typeof SubscriptionStatus[keyof typeof SubscriptionStatus];
/** What changes about a client. What is left out stays, and so does what is null, but for the phone. */
export type UpdateClientAccountInput = {
  /** Whether you bill the client; otherwise we do. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** The company, as it calls itself. 1 to 200 characters. */
  companyName?: string | null | undefined;
  /** One e-mail address, at most 254 characters, that no other client of yours has, but for canceled ones. */
  contactEmail?: string | null | undefined;
  /** Whom to speak to there. 1 to 200 characters. */
  contactName?: string | null | undefined;
  /** In any form, at most 40 characters. Null: there is none any more. */
  contactPhone?: string | null | undefined;
};

/** What an admin may change about a partner. What is left out or null stays. */
export type UpdatePartnerAccountInput = {
  /** Whether it may manage clients. Only a reseller can. */
  clientManagementEnabled?: boolean | null | undefined;
  /** False ends all sessions, API keys and client accesses of the partner at once. */
  isActive?: boolean | null | undefined;
  /** How far the partner has come. */
  tier?: PartnerTier | null | undefined;
  /** Whether it may sell under its own brand. */
  whitelabelEnabled?: boolean | null | undefined;
};

export type ApplicationListQueryVariables = Exact<{
  filter?: PartnerApplicationFilter | null | undefined;
  page: number;
  limit: number;
  sortBy: PartnerApplicationSortField;
  sortOrder: SortOrder;
}>;


export type ApplicationListQuery = { partnerApplications: { items: Array<{ id: string, companyName: string, contactName: string, partnershipType: PartnershipType, companySize: CompanySize, status: ApplicationStatus, createdAt: string }>, pageInfo: { totalItems: number } } };

export type ApplicationPartsFragment = { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, website: string | null, partnershipType: PartnershipType, companySize: CompanySize, industry: string, currentSolutions: string | null, targetMarket: string | null, motivation: string, additionalInformation: string | null, status: ApplicationStatus, version: number, createdAt: string, notes: Array<{ id: string, authorName: string, note: string, createdAt: string }>, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, changedBy: string, message: string | null, changedAt: string }>, emails: Array<{ id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }>, partnerAccount: { id: string } | null };

export type EmailPartsFragment = { id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null };

export type ApplicationDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ApplicationDetailsQuery = { partnerApplication: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, website: string | null, partnershipType: PartnershipType, companySize: CompanySize, industry: string, currentSolutions: string | null, targetMarket: string | null, motivation: string, additionalInformation: string | null, status: ApplicationStatus, version: number, createdAt: string, notes: Array<{ id: string, authorName: string, note: string, createdAt: string }>, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, changedBy: string, message: string | null, changedAt: string }>, emails: Array<{ id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }>, partnerAccount: { id: string } | null } | null };

export type ChangeStatusMutationVariables = Exact<{
  id: string;
  status: ApplicationStatus;
  message?: string | null | undefined;
  expectedVersion: number;
}>;


export type ChangeStatusMutation = { updatePartnerApplicationStatus: { id: string, status: ApplicationStatus, version: number } };

export type AddNoteMutationVariables = Exact<{
  id: string;
  note: string;
}>;


export type AddNoteMutation = { addPartnerApplicationNote: { id: string } };

export type SendAgainMutationVariables = Exact<{
  id: string;
}>;


export type SendAgainMutation = { resendEmail: { id: string } };

export type AuditLogQueryVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type AuditLogQuery = { auditEvents: { items: Array<{ id: string, occurredAt: string, action: string, actorEmail: string, targetType: string, targetId: string, changes: string | null, ipAddress: string | null }>, pageInfo: { totalItems: number } } };

export type DashboardQueryVariables = Exact<{
  from?: string | null | undefined;
  interval: StatisticsInterval;
  timeZone: string;
}>;


export type DashboardQuery = { partnerApplicationStatistics: { total: number, approvalRate: number | null, medianHoursToDecision: number | null, byStatus: Array<{ status: ApplicationStatus, count: number }>, byPartnershipType: Array<{ partnershipType: PartnershipType, count: number }>, byCompanySize: Array<{ companySize: CompanySize, count: number }>, byIndustry: Array<{ industry: string, count: number }>, overTime: Array<{ periodStart: string, submitted: number, approved: number, rejected: number }> } };

export type PartnerPartsFragment = { id: string, companyName: string, adminEmail: string, partnershipType: PartnershipType, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, createdAt: string };

export type PartnerListQueryVariables = Exact<{
  filter?: PartnerAccountFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type PartnerListQuery = { partnerAccounts: { items: Array<{ id: string, companyName: string, adminEmail: string, partnershipType: PartnershipType, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, createdAt: string }>, pageInfo: { totalItems: number } } };

export type PartnerDetailsQueryVariables = Exact<{
  id: string;
}>;


export type PartnerDetailsQuery = { partnerAccount: { id: string, companyName: string, adminEmail: string, partnershipType: PartnershipType, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, createdAt: string, application: { id: string } } | null };

export type UpdatePartnerMutationVariables = Exact<{
  id: string;
  input: UpdatePartnerAccountInput;
}>;


export type UpdatePartnerMutation = { updatePartnerAccount: { id: string, companyName: string, adminEmail: string, partnershipType: PartnershipType, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, createdAt: string } };

export type ResendInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendInvitationMutation = { resendInvitation: boolean };

export type AdminsQueryVariables = Exact<{
  page: number;
  limit: number;
}>;


export type AdminsQuery = { admins: { items: Array<{ id: string, email: string, name: string, joinedAt: string | null }>, pageInfo: { totalItems: number } } };

export type InviteAdminMutationVariables = Exact<{
  email: string;
  name: string;
}>;


export type InviteAdminMutation = { inviteAdmin: { id: string } };

export type ResendAdminInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendAdminInvitationMutation = { resendAdminInvitation: boolean };

export type DeactivateAdminMutationVariables = Exact<{
  id: string;
}>;


export type DeactivateAdminMutation = { deactivateAdmin: boolean };

export type ActivityQueryVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type ActivityQuery = { auditEvents: { items: Array<{ id: string, occurredAt: string, action: string, actorEmail: string, targetType: string, targetId: string, changes: string | null }>, pageInfo: { totalItems: number } } };

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


export type ClientDetailsQuery = { clientAccount: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string } | null, clientAccessSessions: { items: Array<{ id: string, reason: string, userEmail: string, createdAt: string, expiresAt: string, revokedAt: string | null, clientAccount: { id: string, companyName: string } }> } };

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


export type MembersQuery = { members: { items: Array<{ id: string, email: string, name: string, partnerRole: PartnerRole, joinedAt: string | null }>, pageInfo: { totalItems: number } } };

export type InviteMemberMutationVariables = Exact<{
  email: string;
  name: string;
  role: PartnerRole;
}>;


export type InviteMemberMutation = { inviteMember: { id: string } };

export type ChangeMemberRoleMutationVariables = Exact<{
  id: string;
  role: PartnerRole;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole: { id: string } };

export type ResendMemberInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendMemberInvitationMutation = { resendMemberInvitation: boolean };

export type RemoveMemberMutationVariables = Exact<{
  id: string;
}>;


export type RemoveMemberMutation = { removeMember: boolean };

export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { apiKeys: Array<{ id: string, name: string, prefix: string, createdAt: string, lastUsedAt: string | null, expiresAt: string | null }> };

export type CreateApiKeyMutationVariables = Exact<{
  name: string;
  expiresAt?: string | null | undefined;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: boolean };

export type SubmitPartnerApplicationMutationVariables = Exact<{
  input: SubmitPartnerApplicationInput;
  idempotencyKey?: string | null | undefined;
}>;


export type SubmitPartnerApplicationMutation = { submitPartnerApplication: { statusUrl: string } };

export type ApplicantPartsFragment = { companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, message: string | null, changedAt: string }> };

export type ApplicationStatusQueryVariables = Exact<{
  token: string;
}>;


export type ApplicationStatusQuery = { applicationStatus: { companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, message: string | null, changedAt: string }> } | null };

export type WithdrawApplicationMutationVariables = Exact<{
  token: string;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, message: string | null, changedAt: string }> } };

export type ViewerPartsFragment = { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, partnerAccount: { id: string, companyName: string, partnershipType: PartnershipType, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean } | null };

export type SessionPartsFragment = { accessToken: string, expiresAt: string, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, partnerAccount: { id: string, companyName: string, partnershipType: PartnershipType, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean } | null } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { signIn: { accessToken: string, expiresAt: string, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, partnerAccount: { id: string, companyName: string, partnershipType: PartnershipType, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean } | null } } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, expiresAt: string, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, partnerAccount: { id: string, companyName: string, partnershipType: PartnershipType, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean } | null } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  name: string;
  password: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { accessToken: string, expiresAt: string, viewer: { id: string, name: string, email: string, role: Role, partnerRole: PartnerRole | null, partnerAccount: { id: string, companyName: string, partnershipType: PartnershipType, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean } | null } } };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: boolean };

export type ResetPasswordMutationVariables = Exact<{
  token: string;
  password: string;
}>;


export type ResetPasswordMutation = { resetPassword: boolean };

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
export const EmailPartsFragmentDoc = new TypedDocumentString(`
    fragment EmailParts on EmailMessage {
  id
  recipient
  template
  status
  tries
  lastError
  createdAt
  sentAt
}
    `, {"fragmentName":"EmailParts"}) as unknown as TypedDocumentString<EmailPartsFragment, unknown>;
export const ApplicationPartsFragmentDoc = new TypedDocumentString(`
    fragment ApplicationParts on PartnerApplication {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  website
  partnershipType
  companySize
  industry
  currentSolutions
  targetMarket
  motivation
  additionalInformation
  status
  version
  createdAt
  notes {
    id
    authorName
    note
    createdAt
  }
  statusHistory {
    from
    to
    changedBy
    message
    changedAt
  }
  emails {
    ...EmailParts
  }
  partnerAccount {
    id
  }
}
    fragment EmailParts on EmailMessage {
  id
  recipient
  template
  status
  tries
  lastError
  createdAt
  sentAt
}`, {"fragmentName":"ApplicationParts"}) as unknown as TypedDocumentString<ApplicationPartsFragment, unknown>;
export const PartnerPartsFragmentDoc = new TypedDocumentString(`
    fragment PartnerParts on PartnerAccount {
  id
  companyName
  adminEmail
  partnershipType
  tier
  isActive
  clientManagementEnabled
  whitelabelEnabled
  createdAt
}
    `, {"fragmentName":"PartnerParts"}) as unknown as TypedDocumentString<PartnerPartsFragment, unknown>;
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
export const ApplicantPartsFragmentDoc = new TypedDocumentString(`
    fragment ApplicantParts on ApplicantView {
  companyName
  partnershipType
  status
  submittedAt
  withdrawnAt
  history {
    status
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
  partnerAccount {
    id
    companyName
    partnershipType
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
  partnerAccount {
    id
    companyName
    partnershipType
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}`, {"fragmentName":"SessionParts"}) as unknown as TypedDocumentString<SessionPartsFragment, unknown>;
export const ApplicationListDocument = new TypedDocumentString(`
    query ApplicationList($filter: PartnerApplicationFilter, $page: Int!, $limit: Int!, $sortBy: PartnerApplicationSortField!, $sortOrder: SortOrder!) {
  partnerApplications(
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
      partnershipType
      companySize
      status
      createdAt
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicationListQuery, ApplicationListQueryVariables>;
export const ApplicationDetailsDocument = new TypedDocumentString(`
    query ApplicationDetails($id: ID!) {
  partnerApplication(id: $id) {
    ...ApplicationParts
  }
}
    fragment ApplicationParts on PartnerApplication {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  website
  partnershipType
  companySize
  industry
  currentSolutions
  targetMarket
  motivation
  additionalInformation
  status
  version
  createdAt
  notes {
    id
    authorName
    note
    createdAt
  }
  statusHistory {
    from
    to
    changedBy
    message
    changedAt
  }
  emails {
    ...EmailParts
  }
  partnerAccount {
    id
  }
}
fragment EmailParts on EmailMessage {
  id
  recipient
  template
  status
  tries
  lastError
  createdAt
  sentAt
}`) as unknown as TypedDocumentString<ApplicationDetailsQuery, ApplicationDetailsQueryVariables>;
export const ChangeStatusDocument = new TypedDocumentString(`
    mutation ChangeStatus($id: ID!, $status: ApplicationStatus!, $message: String, $expectedVersion: Int!) {
  updatePartnerApplicationStatus(
    id: $id
    status: $status
    message: $message
    expectedVersion: $expectedVersion
  ) {
    id
    status
    version
  }
}
    `) as unknown as TypedDocumentString<ChangeStatusMutation, ChangeStatusMutationVariables>;
export const AddNoteDocument = new TypedDocumentString(`
    mutation AddNote($id: ID!, $note: String!) {
  addPartnerApplicationNote(id: $id, note: $note) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddNoteMutation, AddNoteMutationVariables>;
export const SendAgainDocument = new TypedDocumentString(`
    mutation SendAgain($id: ID!) {
  resendEmail(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<SendAgainMutation, SendAgainMutationVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($filter: AuditEventFilter, $page: Int!, $limit: Int!) {
  auditEvents(filter: $filter, page: $page, limit: $limit) {
    items {
      id
      occurredAt
      action
      actorEmail
      targetType
      targetId
      changes
      ipAddress
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const DashboardDocument = new TypedDocumentString(`
    query Dashboard($from: DateTime, $interval: StatisticsInterval!, $timeZone: String!) {
  partnerApplicationStatistics(from: $from) {
    total
    byStatus {
      status
      count
    }
    byPartnershipType {
      partnershipType
      count
    }
    byCompanySize {
      companySize
      count
    }
    byIndustry(first: 8) {
      industry
      count
    }
    approvalRate
    medianHoursToDecision
    overTime(interval: $interval, timeZone: $timeZone) {
      periodStart
      submitted
      approved
      rejected
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardQuery, DashboardQueryVariables>;
export const PartnerListDocument = new TypedDocumentString(`
    query PartnerList($filter: PartnerAccountFilter, $page: Int!, $limit: Int!) {
  partnerAccounts(filter: $filter, page: $page, limit: $limit) {
    items {
      ...PartnerParts
    }
    pageInfo {
      totalItems
    }
  }
}
    fragment PartnerParts on PartnerAccount {
  id
  companyName
  adminEmail
  partnershipType
  tier
  isActive
  clientManagementEnabled
  whitelabelEnabled
  createdAt
}`) as unknown as TypedDocumentString<PartnerListQuery, PartnerListQueryVariables>;
export const PartnerDetailsDocument = new TypedDocumentString(`
    query PartnerDetails($id: ID!) {
  partnerAccount(id: $id) {
    ...PartnerParts
    application {
      id
    }
  }
}
    fragment PartnerParts on PartnerAccount {
  id
  companyName
  adminEmail
  partnershipType
  tier
  isActive
  clientManagementEnabled
  whitelabelEnabled
  createdAt
}`) as unknown as TypedDocumentString<PartnerDetailsQuery, PartnerDetailsQueryVariables>;
export const UpdatePartnerDocument = new TypedDocumentString(`
    mutation UpdatePartner($id: ID!, $input: UpdatePartnerAccountInput!) {
  updatePartnerAccount(id: $id, input: $input) {
    ...PartnerParts
  }
}
    fragment PartnerParts on PartnerAccount {
  id
  companyName
  adminEmail
  partnershipType
  tier
  isActive
  clientManagementEnabled
  whitelabelEnabled
  createdAt
}`) as unknown as TypedDocumentString<UpdatePartnerMutation, UpdatePartnerMutationVariables>;
export const ResendInvitationDocument = new TypedDocumentString(`
    mutation ResendInvitation($id: ID!) {
  resendInvitation(partnerAccountId: $id)
}
    `) as unknown as TypedDocumentString<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const AdminsDocument = new TypedDocumentString(`
    query Admins($page: Int!, $limit: Int!) {
  admins(isActive: true, page: $page, limit: $limit) {
    items {
      id
      email
      name
      joinedAt
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<AdminsQuery, AdminsQueryVariables>;
export const InviteAdminDocument = new TypedDocumentString(`
    mutation InviteAdmin($email: String!, $name: String!) {
  inviteAdmin(email: $email, name: $name) {
    id
  }
}
    `) as unknown as TypedDocumentString<InviteAdminMutation, InviteAdminMutationVariables>;
export const ResendAdminInvitationDocument = new TypedDocumentString(`
    mutation ResendAdminInvitation($id: ID!) {
  resendAdminInvitation(id: $id)
}
    `) as unknown as TypedDocumentString<ResendAdminInvitationMutation, ResendAdminInvitationMutationVariables>;
export const DeactivateAdminDocument = new TypedDocumentString(`
    mutation DeactivateAdmin($id: ID!) {
  deactivateAdmin(id: $id)
}
    `) as unknown as TypedDocumentString<DeactivateAdminMutation, DeactivateAdminMutationVariables>;
export const ActivityDocument = new TypedDocumentString(`
    query Activity($filter: AuditEventFilter, $page: Int!, $limit: Int!) {
  auditEvents(filter: $filter, page: $page, limit: $limit) {
    items {
      id
      occurredAt
      action
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
  clientAccessSessions(clientId: $id, limit: 10) {
    items {
      ...AccessParts
    }
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
}`) as unknown as TypedDocumentString<ClientDetailsQuery, ClientDetailsQueryVariables>;
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
    mutation ChangeMemberRole($id: ID!, $role: PartnerRole!) {
  changeMemberRole(id: $id, role: $role) {
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
    mutation RemoveMember($id: ID!) {
  removeMember(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys {
  apiKeys {
    id
    name
    prefix
    createdAt
    lastUsedAt
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($name: String!, $expiresAt: DateTime) {
  createApiKey(name: $name, expiresAt: $expiresAt) {
    secret
  }
}
    `) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id)
}
    `) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
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
    message
    changedAt
  }
}`) as unknown as TypedDocumentString<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    ...SessionParts
  }
}
    fragment ViewerParts on Viewer {
  id
  name
  email
  role
  partnerRole
  partnerAccount {
    id
    companyName
    partnershipType
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
fragment SessionParts on Session {
  accessToken
  expiresAt
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
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
  partnerAccount {
    id
    companyName
    partnershipType
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
fragment SessionParts on Session {
  accessToken
  expiresAt
  viewer {
    ...ViewerParts
  }
}`) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
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
  partnerAccount {
    id
    companyName
    partnershipType
    tier
    clientManagementEnabled
    whitelabelEnabled
  }
}
fragment SessionParts on Session {
  accessToken
  expiresAt
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