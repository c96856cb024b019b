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
/** One of several applications to change. */
export type ApplicationVersionInput = {
  /** The version you last read. Errors: CONFLICT (STALE_VERSION) if it has changed since. */
  expectedVersion?: number | null | undefined;
  /** ID of the application. */
  id: string;
};

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
/** A property that two applications share. */
export const DuplicateMatch = {
  /** The company name, ignoring case, accents, punctuation and legal form. */
  CompanyName: 'COMPANY_NAME',
  /** The contact's mailbox, in any spelling of the email address. */
  Email: 'EMAIL',
  /** The domain of the contact's email address, unless it belongs to a public email provider. */
  EmailDomain: 'EMAIL_DOMAIN'
} as const;

export type DuplicateMatch = typeof DuplicateMatch[keyof typeof DuplicateMatch];
/** Filters a list of emails. */
export type EmailMessageFilter = {
  /** Emails with any of these statuses. */
  status?: Array<EmailStatus> | null | undefined;
};

/** Delivery status of an email. */
export const EmailStatus = {
  /** All attempts failed. Use resendEmail to send it again. */
  Failed: 'FAILED',
  /** Never sent, because this is a staging environment and the recipient is not allowed there. */
  HeldBack: 'HELD_BACK',
  /** Waiting for the first or next attempt. */
  Queued: 'QUEUED',
  /** Accepted by the email service. */
  Sent: 'SENT'
} as const;

export type EmailStatus = typeof EmailStatus[keyof typeof EmailStatus];
/** Language of texts for people. */
export const Language = {
  /** German. */
  De: 'DE',
  /** English. */
  En: 'EN'
} as const;

export type Language = typeof Language[keyof typeof Language];
/** Filters a list of partners. All given conditions must match. */
export type PartnerAccountFilter = {
  /** True for active partners, false for deactivated ones. */
  isActive?: boolean | null | undefined;
  /** Partners with a partnership of any of these types. */
  partnershipType?: Array<PartnershipType> | null | undefined;
  /** Finds text anywhere in company name or email address. Ignores case, accents and spacing: muller finds Müller. A complete address finds its mailbox in any spelling. 1 to 200 characters, no wildcards. */
  search?: string | null | undefined;
  /** Partners with any of these tiers. */
  tier?: Array<PartnerTier> | null | undefined;
};

/** Filters a list of applications. All given conditions must match. */
export type PartnerApplicationFilter = {
  /** Applications assigned to this admin. */
  assigneeId?: string | null | undefined;
  /** Companies of any of these sizes. */
  companySize?: Array<CompanySize> | null | undefined;
  /** Applications submitted at or after this time. */
  createdFrom?: string | null | undefined;
  /** Applications submitted before this time. */
  createdTo?: string | null | undefined;
  /** Any of these industries, as the applicants wrote them. At most 20, each 1 to 200 characters. */
  industry?: Array<string> | null | undefined;
  /** Applications for any of these partnership types. */
  partnershipType?: Array<PartnershipType> | null | undefined;
  /** Finds text anywhere in company name, contact name or email address. Ignores case, accents and spacing: muller finds Müller. A complete address finds its mailbox in any spelling. 1 to 200 characters, no wildcards. */
  search?: string | null | undefined;
  /** Applications with any of these statuses. REJECTED includes withdrawn applications unless `withdrawn` is false. */
  status?: Array<ApplicationStatus> | null | undefined;
  /** True for unassigned applications only, false for assigned ones. Default: both. */
  unassigned?: boolean | null | undefined;
  /** True for withdrawn applications only, false for all others. Default: both. */
  withdrawn?: boolean | null | undefined;
};

/** Sort field of a list of applications. */
export const PartnerApplicationSortField = {
  /** By company name, in natural order: case and accents matter least, and 9 comes before 10. */
  CompanyName: 'COMPANY_NAME',
  /** By time of submission. */
  CreatedAt: 'CREATED_AT',
  /** By partnership type, alphabetically. */
  PartnershipType: 'PARTNERSHIP_TYPE',
  /** By status, alphabetically. */
  Status: 'STATUS',
  /** By time of the last change. */
  UpdatedAt: 'UPDATED_AT'
} as const;

export type PartnerApplicationSortField = typeof PartnerApplicationSortField[keyof typeof PartnerApplicationSortField];
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
/** The direction of a sort order. */
export const SortOrder = {
  /** Smallest, oldest or alphabetically first item at the top. */
  Asc: 'ASC',
  /** Largest, newest or alphabetically last item at the top. */
  Desc: 'DESC'
} as const;

export type SortOrder = typeof SortOrder[keyof typeof SortOrder];
/** Length of a period, in local time. */
export const StatisticsInterval = {
  /** From midnight to midnight, 23 to 25 hours. */
  Day: 'DAY',
  /** A calendar month. */
  Month: 'MONTH',
  /** Seven days, starting on Monday (ISO 8601). */
  Week: 'WEEK'
} as const;

export type StatisticsInterval = typeof StatisticsInterval[keyof typeof StatisticsInterval];
/** Changes to a partner. Omitted or null fields stay as they are. */
export type UpdatePartnerAccountInput = {
  /** Whether the partner can manage clients. Resellers only. */
  clientManagementEnabled?: boolean | null | undefined;
  /** False ends the partner's sessions, API keys and client access immediately. */
  isActive?: boolean | null | undefined;
  /** The partner's level. */
  tier?: PartnerTier | null | undefined;
  /** Whether the partner can sell under its own brand. */
  whitelabelEnabled?: boolean | null | undefined;
};

/** One new status for several applications. */
export type UpdateStatusesInput = {
  /** The applications to change, 1 to 100. */
  applications: Array<ApplicationVersionInput>;
  /** Message to each applicant, included in the email. 1 to 5,000 characters, one or more lines. */
  message?: string | null | undefined;
  /** The new status. Applications that already have it stay unchanged. */
  status: ApplicationStatus;
};

export type ApplicationListQueryVariables = Exact<{
  filter?: PartnerApplicationFilter | null | undefined;
  page: number;
  limit: number;
  sortBy: PartnerApplicationSortField;
  sortOrder: SortOrder;
}>;


export type ApplicationListQuery = { partnerApplications: { items: Array<{ id: string, companyName: string, contactName: string, partnershipType: PartnershipType, companySize: CompanySize, status: ApplicationStatus, withdrawnAt: string | null, version: number, createdAt: string, assignee: { name: string } | null }>, pageInfo: { totalItems: number } } };

export type IndustriesQueryVariables = Exact<{ [key: string]: never; }>;


export type IndustriesQuery = { partnerApplicationStatistics: { byIndustry: Array<{ industry: string }> } };

export type ApplicationNeighborsQueryVariables = Exact<{
  id: string;
  filter?: PartnerApplicationFilter | null | undefined;
  sortBy: PartnerApplicationSortField;
  sortOrder: SortOrder;
}>;


export type ApplicationNeighborsQuery = { partnerApplicationNeighbors: { previous: { id: string } | null, next: { id: string } | null } | null };

export type ApplicationPartsFragment = { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, website: string | null, partnershipType: PartnershipType, companySize: CompanySize, industry: string, currentSolutions: string | null, targetMarket: string | null, motivation: string, additionalInformation: string | null, status: ApplicationStatus, nextStatuses: Array<ApplicationStatus>, withdrawnAt: string | null, version: number, createdAt: string, notes: Array<{ id: string, authorName: string, note: string, createdAt: string }>, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, withdrawn: boolean, changedBy: string, message: string | null, changedAt: string }>, emails: Array<{ id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }>, partnerAccount: { id: string } | null, assignee: { id: string, name: string } | null };

export type PossibleDuplicatesQueryVariables = Exact<{
  id: string;
}>;


export type PossibleDuplicatesQuery = { partnerApplication: { possibleDuplicates: Array<{ id: string, companyName: string, status: ApplicationStatus, withdrawnAt: string | null, createdAt: string, matches: Array<DuplicateMatch> }> } | null };

export type EmailPartsFragment = { id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null };

export type ApplicationDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ApplicationDetailsQuery = { partnerApplication: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, website: string | null, partnershipType: PartnershipType, companySize: CompanySize, industry: string, currentSolutions: string | null, targetMarket: string | null, motivation: string, additionalInformation: string | null, status: ApplicationStatus, nextStatuses: Array<ApplicationStatus>, withdrawnAt: string | null, version: number, createdAt: string, notes: Array<{ id: string, authorName: string, note: string, createdAt: string }>, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, withdrawn: boolean, changedBy: string, message: string | null, changedAt: string }>, emails: Array<{ id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }>, partnerAccount: { id: string } | null, assignee: { id: string, name: string } | null } | null };

export type ChangeStatusMutationVariables = Exact<{
  id: string;
  status: ApplicationStatus;
  message?: string | null | undefined;
  expectedVersion: number;
  reopenWithdrawn?: boolean | null | undefined;
  ownerEmail?: string | null | undefined;
  ownerName?: string | null | undefined;
}>;


export type ChangeStatusMutation = { updatePartnerApplicationStatus: { id: string, status: ApplicationStatus, version: number } };

export type StatusEmailQueryVariables = Exact<{
  id: string;
  status: ApplicationStatus;
  message?: string | null | undefined;
  invitesOther?: boolean | null | undefined;
}>;


export type StatusEmailQuery = { partnerApplicationStatusEmail: { subject: string, html: string } | null };

export type ChangeStatusesMutationVariables = Exact<{
  input: UpdateStatusesInput;
}>;


export type ChangeStatusesMutation = { updatePartnerApplicationStatuses: Array<{ id: string, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type AssignMutationVariables = Exact<{
  id: string;
  assigneeId?: string | null | undefined;
  expectedVersion: number;
}>;


export type AssignMutation = { assignPartnerApplication: { id: string } };

export type ExportApplicationsMutationVariables = Exact<{
  filter?: PartnerApplicationFilter | null | undefined;
  sortBy: PartnerApplicationSortField;
  sortOrder: SortOrder;
  language: Language;
}>;


export type ExportApplicationsMutation = { exportPartnerApplications: { url: string } };

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


export type AuditLogQuery = { auditEvents: { items: Array<{ id: string, occurredAt: string, type: AuditAction, actorEmail: string, targetType: string, targetId: string, changes: string | null, ipAddress: string | null }>, pageInfo: { totalItems: number } } };

export type DashboardQueryVariables = Exact<{
  from?: string | null | undefined;
}>;


export type DashboardQuery = { partnerApplicationStatistics: { total: number, withdrawn: number, approvalRate: number | null, medianHoursToDecision: number | null, byStatus: Array<{ status: ApplicationStatus, count: number }>, byPartnershipType: Array<{ partnershipType: PartnershipType, count: number }>, byCompanySize: Array<{ companySize: CompanySize, count: number }>, byIndustry: Array<{ industry: string, count: number }> } };

export type TrendQueryVariables = Exact<{
  from?: string | null | undefined;
  interval: StatisticsInterval;
  timeZone: string;
}>;


export type TrendQuery = { partnerApplicationStatistics: { overTime: Array<{ periodStart: string, submitted: number, approved: number, rejected: number, withdrawn: number }> } };

export type WaitingNowQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingNowQuery = { partnerApplicationStatistics: { byStatus: Array<{ status: ApplicationStatus, count: number }> }, unassigned: { pageInfo: { totalItems: number } }, oldestPending: { items: Array<{ id: string, createdAt: string }> }, oldestReviewing: { items: Array<{ id: string, createdAt: string }> } };

export type WaitingPartsFragment = { id: string, createdAt: string };

export type MailListQueryVariables = Exact<{
  filter?: EmailMessageFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type MailListQuery = { emailMessages: { items: Array<{ applicationId: string | null, id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }>, pageInfo: { totalItems: number } } };

export type PartnerPartsFragment = { id: string, companyName: string, adminEmail: string, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, version: number, createdAt: string, partnerships: Array<{ type: PartnershipType }> };

export type PartnerListQueryVariables = Exact<{
  filter?: PartnerAccountFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type PartnerListQuery = { partnerAccounts: { items: Array<{ id: string, companyName: string, adminEmail: string, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, version: number, createdAt: string, partnerships: Array<{ type: PartnershipType }> }>, pageInfo: { totalItems: number } } };

export type PartnerDetailsQueryVariables = Exact<{
  id: string;
}>;


export type PartnerDetailsQuery = { partnerAccount: { joinedAt: string | null, id: string, companyName: string, adminEmail: string, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, version: number, createdAt: string, partnerships: Array<{ since: string, type: PartnershipType, application: { id: string } }> } | null };

export type UpdatePartnerMutationVariables = Exact<{
  id: string;
  input: UpdatePartnerAccountInput;
  expectedVersion: number;
}>;


export type UpdatePartnerMutation = { updatePartnerAccount: { id: string, companyName: string, adminEmail: string, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, version: number, createdAt: string, partnerships: Array<{ type: PartnershipType }> } };

export type ResendInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendInvitationMutation = { resendInvitation: boolean };

export type AdminsQueryVariables = Exact<{
  page: number;
  limit: number;
}>;


export type AdminsQuery = { admins: { items: Array<{ id: string, email: string, name: string, roles: Array<AdminRole>, joinedAt: string | null, secondFactorAt: string | null, version: number }>, pageInfo: { totalItems: number } } };

export type InviteAdminMutationVariables = Exact<{
  email: string;
  name: string;
  roles: Array<AdminRole> | AdminRole;
}>;


export type InviteAdminMutation = { inviteAdmin: { id: string } };

export type ResendAdminInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendAdminInvitationMutation = { resendAdminInvitation: boolean };

export type ChangeAdminRolesMutationVariables = Exact<{
  id: string;
  roles: Array<AdminRole> | AdminRole;
  expectedVersion: number;
}>;


export type ChangeAdminRolesMutation = { changeAdminRoles: { id: string } };

export type DeactivateAdminMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type DeactivateAdminMutation = { deactivateAdmin: boolean };

export type ResetAdminFactorMutationVariables = Exact<{
  userId: string;
}>;


export type ResetAdminFactorMutation = { resetSecondFactor: boolean };

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
  nextStatuses
  withdrawnAt
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
    withdrawn
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
  assignee {
    id
    name
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
export const WaitingPartsFragmentDoc = new TypedDocumentString(`
    fragment WaitingParts on PartnerApplication {
  id
  createdAt
}
    `, {"fragmentName":"WaitingParts"}) as unknown as TypedDocumentString<WaitingPartsFragment, unknown>;
export const PartnerPartsFragmentDoc = new TypedDocumentString(`
    fragment PartnerParts on PartnerAccount {
  id
  companyName
  adminEmail
  partnerships {
    type
  }
  tier
  isActive
  clientManagementEnabled
  whitelabelEnabled
  version
  createdAt
}
    `, {"fragmentName":"PartnerParts"}) as unknown as TypedDocumentString<PartnerPartsFragment, unknown>;
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
      withdrawnAt
      version
      createdAt
      assignee {
        name
      }
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicationListQuery, ApplicationListQueryVariables>;
export const IndustriesDocument = new TypedDocumentString(`
    query Industries {
  partnerApplicationStatistics {
    byIndustry(first: 50) {
      industry
    }
  }
}
    `) as unknown as TypedDocumentString<IndustriesQuery, IndustriesQueryVariables>;
export const ApplicationNeighborsDocument = new TypedDocumentString(`
    query ApplicationNeighbors($id: ID!, $filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField!, $sortOrder: SortOrder!) {
  partnerApplicationNeighbors(
    id: $id
    filter: $filter
    sortBy: $sortBy
    sortOrder: $sortOrder
  ) {
    previous {
      id
    }
    next {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicationNeighborsQuery, ApplicationNeighborsQueryVariables>;
export const PossibleDuplicatesDocument = new TypedDocumentString(`
    query PossibleDuplicates($id: ID!) {
  partnerApplication(id: $id) {
    possibleDuplicates {
      id
      companyName
      status
      withdrawnAt
      createdAt
      matches
    }
  }
}
    `) as unknown as TypedDocumentString<PossibleDuplicatesQuery, PossibleDuplicatesQueryVariables>;
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
  nextStatuses
  withdrawnAt
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
    withdrawn
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
  assignee {
    id
    name
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
    mutation ChangeStatus($id: ID!, $status: ApplicationStatus!, $message: String, $expectedVersion: Int!, $reopenWithdrawn: Boolean, $ownerEmail: String, $ownerName: String) {
  updatePartnerApplicationStatus(
    id: $id
    status: $status
    message: $message
    expectedVersion: $expectedVersion
    reopenWithdrawn: $reopenWithdrawn
    ownerEmail: $ownerEmail
    ownerName: $ownerName
  ) {
    id
    status
    version
  }
}
    `) as unknown as TypedDocumentString<ChangeStatusMutation, ChangeStatusMutationVariables>;
export const StatusEmailDocument = new TypedDocumentString(`
    query StatusEmail($id: ID!, $status: ApplicationStatus!, $message: String, $invitesOther: Boolean) {
  partnerApplicationStatusEmail(
    id: $id
    status: $status
    message: $message
    invitesOther: $invitesOther
  ) {
    subject
    html
  }
}
    `) as unknown as TypedDocumentString<StatusEmailQuery, StatusEmailQueryVariables>;
export const ChangeStatusesDocument = new TypedDocumentString(`
    mutation ChangeStatuses($input: UpdateStatusesInput!) {
  updatePartnerApplicationStatuses(input: $input) {
    id
    error {
      code
      message
      reason
      version
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeStatusesMutation, ChangeStatusesMutationVariables>;
export const AssignDocument = new TypedDocumentString(`
    mutation Assign($id: ID!, $assigneeId: ID, $expectedVersion: Int!) {
  assignPartnerApplication(
    id: $id
    assigneeId: $assigneeId
    expectedVersion: $expectedVersion
  ) {
    id
  }
}
    `) as unknown as TypedDocumentString<AssignMutation, AssignMutationVariables>;
export const ExportApplicationsDocument = new TypedDocumentString(`
    mutation ExportApplications($filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField!, $sortOrder: SortOrder!, $language: Language!) {
  exportPartnerApplications(
    filter: $filter
    sortBy: $sortBy
    sortOrder: $sortOrder
    language: $language
  ) {
    url
  }
}
    `) as unknown as TypedDocumentString<ExportApplicationsMutation, ExportApplicationsMutationVariables>;
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
      type
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
    query Dashboard($from: DateTime) {
  partnerApplicationStatistics(from: $from) {
    total
    withdrawn
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
  }
}
    `) as unknown as TypedDocumentString<DashboardQuery, DashboardQueryVariables>;
export const TrendDocument = new TypedDocumentString(`
    query Trend($from: DateTime, $interval: StatisticsInterval!, $timeZone: String!) {
  partnerApplicationStatistics(from: $from) {
    overTime(interval: $interval, timeZone: $timeZone) {
      periodStart
      submitted
      approved
      rejected
      withdrawn
    }
  }
}
    `) as unknown as TypedDocumentString<TrendQuery, TrendQueryVariables>;
export const WaitingNowDocument = new TypedDocumentString(`
    query WaitingNow {
  partnerApplicationStatistics {
    byStatus {
      status
      count
    }
  }
  unassigned: partnerApplications(
    filter: {status: [PENDING, REVIEWING], unassigned: true}
    limit: 1
  ) {
    pageInfo {
      totalItems
    }
  }
  oldestPending: partnerApplications(
    filter: {status: [PENDING]}
    sortBy: CREATED_AT
    sortOrder: ASC
    limit: 1
  ) {
    items {
      ...WaitingParts
    }
  }
  oldestReviewing: partnerApplications(
    filter: {status: [REVIEWING]}
    sortBy: CREATED_AT
    sortOrder: ASC
    limit: 1
  ) {
    items {
      ...WaitingParts
    }
  }
}
    fragment WaitingParts on PartnerApplication {
  id
  createdAt
}`) as unknown as TypedDocumentString<WaitingNowQuery, WaitingNowQueryVariables>;
export const MailListDocument = new TypedDocumentString(`
    query MailList($filter: EmailMessageFilter, $page: Int!, $limit: Int!) {
  emailMessages(filter: $filter, page: $page, limit: $limit) {
    items {
      ...EmailParts
      applicationId
    }
    pageInfo {
      totalItems
    }
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
}`) as unknown as TypedDocumentString<MailListQuery, MailListQueryVariables>;
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
  partnerships {
    type
  }
  tier
  isActive
  clientManagementEnabled
  whitelabelEnabled
  version
  createdAt
}`) as unknown as TypedDocumentString<PartnerListQuery, PartnerListQueryVariables>;
export const PartnerDetailsDocument = new TypedDocumentString(`
    query PartnerDetails($id: ID!) {
  partnerAccount(id: $id) {
    ...PartnerParts
    joinedAt
    partnerships {
      since
      application {
        id
      }
    }
  }
}
    fragment PartnerParts on PartnerAccount {
  id
  companyName
  adminEmail
  partnerships {
    type
  }
  tier
  isActive
  clientManagementEnabled
  whitelabelEnabled
  version
  createdAt
}`) as unknown as TypedDocumentString<PartnerDetailsQuery, PartnerDetailsQueryVariables>;
export const UpdatePartnerDocument = new TypedDocumentString(`
    mutation UpdatePartner($id: ID!, $input: UpdatePartnerAccountInput!, $expectedVersion: Int!) {
  updatePartnerAccount(id: $id, input: $input, expectedVersion: $expectedVersion) {
    ...PartnerParts
  }
}
    fragment PartnerParts on PartnerAccount {
  id
  companyName
  adminEmail
  partnerships {
    type
  }
  tier
  isActive
  clientManagementEnabled
  whitelabelEnabled
  version
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
      roles
      joinedAt
      secondFactorAt
      version
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<AdminsQuery, AdminsQueryVariables>;
export const InviteAdminDocument = new TypedDocumentString(`
    mutation InviteAdmin($email: String!, $name: String!, $roles: [AdminRole!]!) {
  inviteAdmin(email: $email, name: $name, roles: $roles) {
    id
  }
}
    `) as unknown as TypedDocumentString<InviteAdminMutation, InviteAdminMutationVariables>;
export const ResendAdminInvitationDocument = new TypedDocumentString(`
    mutation ResendAdminInvitation($id: ID!) {
  resendAdminInvitation(id: $id)
}
    `) as unknown as TypedDocumentString<ResendAdminInvitationMutation, ResendAdminInvitationMutationVariables>;
export const ChangeAdminRolesDocument = new TypedDocumentString(`
    mutation ChangeAdminRoles($id: ID!, $roles: [AdminRole!]!, $expectedVersion: Int!) {
  changeAdminRoles(id: $id, roles: $roles, expectedVersion: $expectedVersion) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeAdminRolesMutation, ChangeAdminRolesMutationVariables>;
export const DeactivateAdminDocument = new TypedDocumentString(`
    mutation DeactivateAdmin($id: ID!, $expectedVersion: Int!) {
  deactivateAdmin(id: $id, expectedVersion: $expectedVersion)
}
    `) as unknown as TypedDocumentString<DeactivateAdminMutation, DeactivateAdminMutationVariables>;
export const ResetAdminFactorDocument = new TypedDocumentString(`
    mutation ResetAdminFactor($userId: ID!) {
  resetSecondFactor(userId: $userId)
}
    `) as unknown as TypedDocumentString<ResetAdminFactorMutation, ResetAdminFactorMutationVariables>;