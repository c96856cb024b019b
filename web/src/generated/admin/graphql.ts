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

/** One assignee for several applications. */
export type AssignApplicationsInput = {
  /** The applications to assign, 1 to 100. */
  applications: Array<ApplicationVersionInput>;
  /** ID of an active admin (see `admins`). Null or omitted removes the assignees. */
  assigneeId?: string | null | undefined;
};

/** Kind of an actor in the audit log. Later versions can add kinds. */
export const AuditActorKind = {
  /** A member of the ReachGenie team. */
  Admin: 'ADMIN',
  /** The contact of an application, by a private link. */
  Applicant: 'APPLICANT',
  /** A user of a partner. */
  Partner: 'PARTNER',
  /** ReachGenie itself, or a command of its operators. */
  System: 'SYSTEM'
} as const;

export type AuditActorKind = typeof AuditActorKind[keyof typeof AuditActorKind];
/** Filters a list of clients. All given conditions must match. */
export type ClientAccountFilter = {
  /** True for clients that you bill, false for those that ReachGenie bills. Default: both. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** Clients created at or after this time. */
  createdFrom?: string | null | undefined;
  /** Clients created before this time. */
  createdTo?: string | null | undefined;
  /** True for clients with an overdue step of their onboarding that are not canceled, false for all others. Default: both. */
  onboardingOverdue?: boolean | null | undefined;
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
  /** Emails queued at or after this time. */
  createdFrom?: string | null | undefined;
  /** Emails queued before this time. */
  createdTo?: string | null | undefined;
  /** Finds text anywhere in the recipient's email address, in any case. 1 to 200 characters, no wildcards. */
  search?: string | null | undefined;
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
/** Filters the list of provisionings that need an admin. */
export type FailedProvisioningFilter = {
  /** False for those that failed. True for those that did not, but whose product had a newer version in the last 30 days. Default: both. */
  isOvertaken?: boolean | null | undefined;
};

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
  /** Partners whose first application was approved at or after this time. */
  createdFrom?: string | null | undefined;
  /** Partners whose first application was approved before this time. */
  createdTo?: string | null | undefined;
  /** True for active partners, false for deactivated ones. */
  isActive?: boolean | null | undefined;
  /** True for partners whose tier has the benefit PARTNER_MANAGER or TECHNICAL_ACCOUNT_MANAGER, but that have no active admin in that post. False for all others. */
  lacksManager?: boolean | null | undefined;
  /** Partners with any of these admins as partner manager or technical account manager, even if the admin was deactivated since. */
  managerIds?: Array<string> | null | undefined;
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
  /** Applications assigned to any of these admins. Null in the list stands for unassigned. At most 20. */
  assigneeIds?: Array<string | null | undefined> | null | undefined;
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
  /** The second tier. See `tierTerms` for what it brings. */
  Gold: 'GOLD',
  /** The highest tier. See `tierTerms` for what it brings. */
  Platinum: 'PLATINUM',
  /** The first tier of every partner. */
  Silver: 'SILVER'
} as const;

export type PartnerTier = typeof PartnerTier[keyof typeof PartnerTier];
/** One of several partners to change. */
export type PartnerVersionInput = {
  /** The version you last read. Errors: CONFLICT (STALE_VERSION) if it has changed since. */
  expectedVersion?: number | null | undefined;
  /** ID of the partner. */
  id: string;
};

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
/** Why the product does not have a client as it is here. */
export const ProvisioningProblem = {
  /** The database was restored, so an admin must send the client again. */
  Held: 'HELD',
  /** The product had a newer version. The client is sent again. */
  NewerVersion: 'NEWER_VERSION',
  /** The product did not accept the client. */
  Refused: 'REFUSED',
  /** The product did not answer, or failed. Attempts go on for 24 hours. */
  Unavailable: 'UNAVAILABLE',
  /** The product took the client, but did not confirm it. */
  Unconfirmed: 'UNCONFIRMED'
} as const;

export type ProvisioningProblem = typeof ProvisioningProblem[keyof typeof ProvisioningProblem];
/** Whether the product has the client as it is here. */
export const ProvisioningStatus = {
  /** The product is being told, or works on it. */
  Applying: 'APPLYING',
  /** The product does not have it. Use retryProvisioning to send it again. */
  Failed: 'FAILED',
  /** Waits for the first or next attempt to tell the product. */
  Pending: 'PENDING',
  /** The product has the client as it is here. */
  Ready: 'READY'
} as const;

export type ProvisioningStatus = typeof ProvisioningStatus[keyof typeof ProvisioningStatus];
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
/** Changes to a partner. Omitted or null fields stay as they are. */
export type UpdatePartnerAccountInput = {
  /** Whether the partner can manage clients, if its tier has the benefit. Resellers only. */
  clientManagementEnabled?: boolean | null | undefined;
  /** False ends the partner's sessions, API keys and client access immediately. */
  isActive?: boolean | null | undefined;
  /** The partner's level. */
  tier?: PartnerTier | null | undefined;
  /** Whether the partner can sell under its own brand, if its tier has the benefit. */
  whitelabelEnabled?: boolean | null | undefined;
};

/** The same changes to several partners. Omitted or null fields stay as they are. */
export type UpdatePartnerAccountsInput = {
  /** Whether the partner can manage clients, if its tier has the benefit. Resellers only. */
  clientManagementEnabled?: boolean | null | undefined;
  /** False ends the partner's sessions, API keys and client access immediately. */
  isActive?: boolean | null | undefined;
  /** The partners to change, 1 to 100. */
  partners: Array<PartnerVersionInput>;
  /** The partner's level. */
  tier?: PartnerTier | null | undefined;
  /** Whether the partner can sell under its own brand, if its tier has the benefit. */
  whitelabelEnabled?: boolean | null | undefined;
};

/** Changes to the answers of an application, by the rules of a submission. Omitted or null fields stay as they are, but null removes `contactPhone`, `website`, `currentSolutions`, `targetMarket` and `additionalInformation`. */
export type UpdatePartnerApplicationInput = {
  /** Additional information. At most 5,000 characters. Null removes it. */
  additionalInformation?: string | null | undefined;
  /** Company name. 1 to 200 characters. */
  companyName?: string | null | undefined;
  /** Number of employees. */
  companySize?: CompanySize | null | undefined;
  /** Name of the contact. 1 to 200 characters. */
  contactName?: string | null | undefined;
  /** Phone number in any format. At most 40 characters. Null removes it. */
  contactPhone?: string | null | undefined;
  /** Solutions that the company uses today. At most 5,000 characters. Null removes them. */
  currentSolutions?: string | null | undefined;
  /** Industry. 1 to 200 characters. */
  industry?: string | null | undefined;
  /** Why the company wants to become a partner. 1 to 5,000 characters. */
  motivation?: string | null | undefined;
  /** The partnership that the company applies for. */
  partnershipType?: PartnershipType | null | undefined;
  /** Customers that the company serves. At most 5,000 characters. Null removes them. */
  targetMarket?: string | null | undefined;
  /** An http or https address in any common spelling. At most 2,048 characters. Null removes it. */
  website?: string | null | undefined;
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


export type ApplicationListQuery = { partnerApplications: { items: Array<{ id: string, companyName: string, contactName: string, partnershipType: PartnershipType, companySize: CompanySize, industry: string, status: ApplicationStatus, nextStatuses: Array<ApplicationStatus>, withdrawnAt: string | null, version: number, createdAt: string, assignee: { id: string, name: string } | null }>, pageInfo: { totalItems: number }, counts: { pending: number, reviewing: number, approved: number, rejected: number, withdrawn: number } } };

export type IndustriesQueryVariables = Exact<{ [key: string]: never; }>;


export type IndustriesQuery = { partnerApplicationStatistics: { byIndustry: Array<{ industry: string }> } };

export type ApplicationNeighborsQueryVariables = Exact<{
  id: string;
  filter?: PartnerApplicationFilter | null | undefined;
  sortBy: PartnerApplicationSortField;
  sortOrder: SortOrder;
}>;


export type ApplicationNeighborsQuery = { partnerApplicationNeighbors: { position: number | null, totalItems: number, previous: { id: string } | null, next: { id: string, companyName: string } | null } | null };

export type ApplicationPartsFragment = { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, website: string | null, partnershipType: PartnershipType, companySize: CompanySize, industry: string, currentSolutions: string | null, targetMarket: string | null, motivation: string, additionalInformation: string | null, status: ApplicationStatus, nextStatuses: Array<ApplicationStatus>, withdrawnAt: string | null, version: number, createdAt: string, notes: Array<{ id: string, authorName: string, note: string, createdAt: string }>, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, withdrawn: boolean, changedBy: string, message: string | null, changedAt: string }>, emails: Array<{ id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }>, partnerAccount: { id: string } | null, assignee: { id: string, name: string } | null };

export type PossibleDuplicatesQueryVariables = Exact<{
  id: string;
}>;


export type PossibleDuplicatesQuery = { partnerApplication: { possibleDuplicates: Array<{ id: string, companyName: string, status: ApplicationStatus, withdrawnAt: string | null, createdAt: string, matches: Array<DuplicateMatch> }> } | null };

export type EmailPartsFragment = { id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null };

export type ApplicationDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ApplicationDetailsQuery = { partnerApplication: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, website: string | null, partnershipType: PartnershipType, companySize: CompanySize, industry: string, currentSolutions: string | null, targetMarket: string | null, motivation: string, additionalInformation: string | null, status: ApplicationStatus, nextStatuses: Array<ApplicationStatus>, withdrawnAt: string | null, version: number, createdAt: string, notes: Array<{ id: string, authorName: string, note: string, createdAt: string }>, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, withdrawn: boolean, changedBy: string, message: string | null, changedAt: string }>, emails: Array<{ id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }>, partnerAccount: { id: string } | null, assignee: { id: string, name: string } | null } | null, auditEvents: { items: Array<{ id: string, occurredAt: string, changes: string | null, actor: { id: string | null, kind: AuditActorKind, name: string, apiKeyName: string | null } }> } };

export type UpdateApplicationMutationVariables = Exact<{
  id: string;
  input: UpdatePartnerApplicationInput;
  expectedVersion: number;
}>;


export type UpdateApplicationMutation = { updatePartnerApplication: { id: string, version: number } };

export type ChangeStatusMutationVariables = Exact<{
  id: string;
  status: ApplicationStatus;
  message?: string | null | undefined;
  expectedVersion: number;
  reopenWithdrawn?: boolean | null | undefined;
  ownerEmail?: string | null | undefined;
  ownerName?: string | null | undefined;
}>;


export type ChangeStatusMutation = { updatePartnerApplicationStatus: { id: string } };

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

export type AssignManyMutationVariables = Exact<{
  input: AssignApplicationsInput;
}>;


export type AssignManyMutation = { assignPartnerApplications: Array<{ id: string, application: { version: number } | null, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type AssignMutationVariables = Exact<{
  id: string;
  assigneeId?: string | null | undefined;
  expectedVersion: number;
}>;


export type AssignMutation = { assignPartnerApplication: { id: string, version: number } };

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
  mentionIds?: Array<string> | string | null | undefined;
}>;


export type AddNoteMutation = { addPartnerApplicationNote: { id: string } };

export type SendAgainMutationVariables = Exact<{
  id: string;
}>;


export type SendAgainMutation = { resendEmail: { id: string } };

export type HomeWorkQueryVariables = Exact<{
  whose?: Array<string | null | undefined> | string | null | undefined;
}>;


export type HomeWorkQuery = { waitingWork: { pending: number, reviewing: number, unassigned: number, mine: number, oldestPendingAt: string | null, oldestReviewingAt: string | null, failedEmails: number }, pending: { items: Array<{ id: string, companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, version: number, createdAt: string, assignee: { id: string, name: string } | null }> }, reviewing: { items: Array<{ id: string, companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, version: number, createdAt: string, assignee: { id: string, name: string } | null }> }, failed: { items: Array<{ id: string, recipient: string, template: string, lastError: string | null, createdAt: string }> }, provisionings: { items: Array<{ id: string, updatedAt: string }>, pageInfo: { totalItems: number } }, companyChanges: { items: Array<{ id: string, createdAt: string, before: { companyName: string } }> } };

export type WaitingPartsFragment = { id: string, companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, version: number, createdAt: string, assignee: { id: string, name: string } | null };

export type HomePeriodQueryVariables = Exact<{
  from: string;
  to: string;
  beforeFrom: string;
  interval: StatisticsInterval;
  timeZone: string;
}>;


export type HomePeriodQuery = { now: { total: number, withdrawn: number, approvalRate: number | null, medianHoursToDecision: number | null, byPartnershipType: Array<{ partnershipType: PartnershipType, count: number }>, byCompanySize: Array<{ companySize: CompanySize, count: number }>, byIndustry: Array<{ industry: string, count: number }>, overTime: Array<{ periodStart: string, submitted: number }>, byStatus: Array<{ status: ApplicationStatus, count: number }> }, before: { total: number, withdrawn: number, approvalRate: number | null, medianHoursToDecision: number | null, byStatus: Array<{ status: ApplicationStatus, count: number }> } };

export type PeriodFiguresFragment = { total: number, withdrawn: number, approvalRate: number | null, medianHoursToDecision: number | null, byStatus: Array<{ status: ApplicationStatus, count: number }> };

export type MenuCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type MenuCountsQuery = { waitingWork: { pending: number, companyChanges: number, failedEmails: number } };

export type TakeApplicationMutationVariables = Exact<{
  id: string;
  assigneeId?: string | null | undefined;
  expectedVersion: number;
}>;


export type TakeApplicationMutation = { assignPartnerApplication: { version: number } };

export type FailedJobListQueryVariables = Exact<{
  page: number;
  limit: number;
}>;


export type FailedJobListQuery = { failedJobs: { items: Array<{ id: string, queue: string, subject: string | null, retries: number, createdAt: string, failedAt: string }>, pageInfo: { totalItems: number } } };

export type RetryJobMutationVariables = Exact<{
  id: string;
}>;


export type RetryJobMutation = { retryFailedJob: { id: string } };

export type MailListQueryVariables = Exact<{
  filter?: EmailMessageFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type MailListQuery = { emailMessages: { items: Array<{ applicationId: string | null, id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }>, pageInfo: { totalItems: number }, counts: { queued: number, failed: number, heldBack: number } } };

export type SendManyAgainMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type SendManyAgainMutation = { resendEmails: Array<{ id: string, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type ExportMailsMutationVariables = Exact<{
  filter?: EmailMessageFilter | null | undefined;
  language: Language;
}>;


export type ExportMailsMutation = { exportEmailMessages: { url: string } };

export type ManagerPartsFragment = { id: string | null, name: string, email: string };

export type PartnerPartsFragment = { id: string, companyName: string, adminEmail: string, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, version: number, createdAt: string, partnerships: Array<{ type: PartnershipType }>, manager: { id: string | null, name: string, email: string } | null, technicalManager: { id: string | null, name: string, email: string } | null };

export type PartnerListQueryVariables = Exact<{
  filter?: PartnerAccountFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type PartnerListQuery = { partnerAccounts: { items: Array<{ id: string, companyName: string, adminEmail: string, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, version: number, createdAt: string, partnerships: Array<{ type: PartnershipType }>, manager: { id: string | null, name: string, email: string } | null, technicalManager: { id: string | null, name: string, email: string } | null }>, pageInfo: { totalItems: number }, counts: { active: number, deactivated: number } } };

export type UpdatePartnersMutationVariables = Exact<{
  input: UpdatePartnerAccountsInput;
}>;


export type UpdatePartnersMutation = { updatePartnerAccounts: Array<{ id: string, partner: { id: string, version: number } | null, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type PartnerNeighborsQueryVariables = Exact<{
  id: string;
  filter?: PartnerAccountFilter | null | undefined;
}>;


export type PartnerNeighborsQuery = { partnerAccountNeighbors: { position: number | null, totalItems: number, previous: { id: string } | null, next: { id: string } | null } | null };

export type PartnerDetailsQueryVariables = Exact<{
  id: string;
}>;


export type PartnerDetailsQuery = { partnerAccount: { joinedAt: string | null, website: string | null, phone: string | null, description: string | null, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null, id: string, companyName: string, adminEmail: string, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, version: number, createdAt: string, partnerships: Array<{ since: string, type: PartnershipType, application: { id: string, contactName: string, contactPhone: string | null, industry: string, companySize: CompanySize } }>, manager: { id: string | null, name: string, email: string } | null, technicalManager: { id: string | null, name: string, email: string } | null } | null, partnerClients: { pageInfo: { totalItems: number }, counts: { active: number, suspended: number } }, partnerMembers: { pageInfo: { totalItems: number } }, companyChanges: { items: Array<{ id: string }> }, partnerNotes: { items: Array<{ id: string, authorName: string, note: string, createdAt: string }>, pageInfo: { totalItems: number } } };

export type PartnerClientsQueryVariables = Exact<{
  partnerId: string;
  filter?: ClientAccountFilter | null | undefined;
  page: number;
  limit: number;
  sortBy: ClientAccountSortField;
  sortOrder: SortOrder;
}>;


export type PartnerClientsQuery = { partnerClients: { items: Array<{ id: string, companyName: string, contactName: string, contactEmail: string, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, createdAt: string }>, pageInfo: { totalItems: number }, counts: { active: number, suspended: number, canceled: number } } };

export type PartnerClientDetailsQueryVariables = Exact<{
  partnerId: string;
  id: string;
}>;


export type PartnerClientDetailsQuery = { partnerAccount: { id: string, companyName: string } | null, partnerClient: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, createdAt: string, updatedAt: string, provisioning: { status: ProvisioningStatus, problem: ProvisioningProblem | null, detail: string | null, appliedAt: string | null, nextTryAt: string | null } | null } | null };

export type PartnerPeopleQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerPeopleQuery = { partnerMembers: { items: Array<{ id: string, name: string, email: string, partnerRole: PartnerRole, joinedAt: string | null }> } };

export type PartnerNotesQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerNotesQuery = { partnerNotes: { items: Array<{ id: string, authorName: string, note: string, createdAt: string }> } };

export type AddPartnerNoteMutationVariables = Exact<{
  partnerId: string;
  note: string;
}>;


export type AddPartnerNoteMutation = { addPartnerNote: { id: string } };

export type PartnerEmailsQueryVariables = Exact<{
  id: string;
}>;


export type PartnerEmailsQuery = { partnerAccount: { partnerships: Array<{ application: { id: string, emails: Array<{ createdAt: string, id: string, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, sentAt: string | null }> } }> } | null };

export type UpdatePartnerMutationVariables = Exact<{
  id: string;
  input: UpdatePartnerAccountInput;
  expectedVersion: number;
}>;


export type UpdatePartnerMutation = { updatePartnerAccount: { id: string, companyName: string, adminEmail: string, tier: PartnerTier, isActive: boolean, clientManagementEnabled: boolean, whitelabelEnabled: boolean, version: number, createdAt: string, partnerships: Array<{ type: PartnershipType }>, manager: { id: string | null, name: string, email: string } | null, technicalManager: { id: string | null, name: string, email: string } | null } };

export type ResendInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendInvitationMutation = { resendInvitation: boolean };

export type ExportPartnersMutationVariables = Exact<{
  filter?: PartnerAccountFilter | null | undefined;
  language: Language;
}>;


export type ExportPartnersMutation = { exportPartnerAccounts: { url: string } };

export type FailedProvisioningListQueryVariables = Exact<{
  filter?: FailedProvisioningFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type FailedProvisioningListQuery = { failedProvisionings: { items: Array<{ id: string, status: ProvisioningStatus, problem: ProvisioningProblem | null, detail: string | null, tries: number, externalId: string | null, overtakenAt: string | null, updatedAt: string, client: { companyName: string }, partner: { id: string, companyName: string } | null }>, pageInfo: { totalItems: number } } };

export type SendClientAgainMutationVariables = Exact<{
  clientId: string;
}>;


export type SendClientAgainMutation = { retryProvisioning: { id: string, status: ProvisioningStatus } };

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
  companyName
  partnershipType
  status
  version
  createdAt
  assignee {
    id
    name
  }
}
    `, {"fragmentName":"WaitingParts"}) as unknown as TypedDocumentString<WaitingPartsFragment, unknown>;
export const PeriodFiguresFragmentDoc = new TypedDocumentString(`
    fragment PeriodFigures on PartnerApplicationStatistics {
  total
  withdrawn
  byStatus {
    status
    count
  }
  approvalRate
  medianHoursToDecision
}
    `, {"fragmentName":"PeriodFigures"}) as unknown as TypedDocumentString<PeriodFiguresFragment, unknown>;
export const ManagerPartsFragmentDoc = new TypedDocumentString(`
    fragment ManagerParts on PartnerManager {
  id
  name
  email
}
    `, {"fragmentName":"ManagerParts"}) as unknown as TypedDocumentString<ManagerPartsFragment, unknown>;
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
  manager {
    ...ManagerParts
  }
  technicalManager {
    ...ManagerParts
  }
  version
  createdAt
}
    fragment ManagerParts on PartnerManager {
  id
  name
  email
}`, {"fragmentName":"PartnerParts"}) as unknown as TypedDocumentString<PartnerPartsFragment, unknown>;
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
      industry
      status
      nextStatuses
      withdrawnAt
      version
      createdAt
      assignee {
        id
        name
      }
    }
    pageInfo {
      totalItems
    }
    counts {
      pending
      reviewing
      approved
      rejected
      withdrawn
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
      companyName
    }
    position
    totalItems
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
  auditEvents(filter: {targetId: $id, types: [APPLICATION_UPDATED]}, limit: 100) {
    items {
      id
      occurredAt
      actor {
        id
        kind
        name
        apiKeyName
      }
      changes
    }
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
export const UpdateApplicationDocument = new TypedDocumentString(`
    mutation UpdateApplication($id: ID!, $input: UpdatePartnerApplicationInput!, $expectedVersion: Int!) {
  updatePartnerApplication(
    id: $id
    input: $input
    expectedVersion: $expectedVersion
  ) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<UpdateApplicationMutation, UpdateApplicationMutationVariables>;
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
export const AssignManyDocument = new TypedDocumentString(`
    mutation AssignMany($input: AssignApplicationsInput!) {
  assignPartnerApplications(input: $input) {
    id
    application {
      version
    }
    error {
      code
      message
      reason
      version
    }
  }
}
    `) as unknown as TypedDocumentString<AssignManyMutation, AssignManyMutationVariables>;
export const AssignDocument = new TypedDocumentString(`
    mutation Assign($id: ID!, $assigneeId: ID, $expectedVersion: Int!) {
  assignPartnerApplication(
    id: $id
    assigneeId: $assigneeId
    expectedVersion: $expectedVersion
  ) {
    id
    version
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
    mutation AddNote($id: ID!, $note: String!, $mentionIds: [ID!]) {
  addPartnerApplicationNote(id: $id, note: $note, mentionIds: $mentionIds) {
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
export const HomeWorkDocument = new TypedDocumentString(`
    query HomeWork($whose: [ID]) {
  waitingWork {
    pending
    reviewing
    unassigned
    mine
    oldestPendingAt
    oldestReviewingAt
    failedEmails
  }
  pending: partnerApplications(
    filter: {status: [PENDING], assigneeIds: $whose}
    sortBy: CREATED_AT
    sortOrder: ASC
    limit: 30
  ) {
    items {
      ...WaitingParts
    }
  }
  reviewing: partnerApplications(
    filter: {status: [REVIEWING], assigneeIds: $whose}
    sortBy: CREATED_AT
    sortOrder: ASC
    limit: 30
  ) {
    items {
      ...WaitingParts
    }
  }
  failed: emailMessages(filter: {status: [FAILED]}, limit: 10) {
    items {
      id
      recipient
      template
      lastError
      createdAt
    }
  }
  provisionings: failedProvisionings(filter: {isOvertaken: false}, limit: 1) {
    items {
      id
      updatedAt
    }
    pageInfo {
      totalItems
    }
  }
  companyChanges(filter: {status: [PENDING]}, sortOrder: ASC, limit: 10) {
    items {
      id
      before {
        companyName
      }
      createdAt
    }
  }
}
    fragment WaitingParts on PartnerApplication {
  id
  companyName
  partnershipType
  status
  version
  createdAt
  assignee {
    id
    name
  }
}`) as unknown as TypedDocumentString<HomeWorkQuery, HomeWorkQueryVariables>;
export const HomePeriodDocument = new TypedDocumentString(`
    query HomePeriod($from: DateTime!, $to: DateTime!, $beforeFrom: DateTime!, $interval: StatisticsInterval!, $timeZone: String!) {
  now: partnerApplicationStatistics(from: $from, to: $to) {
    ...PeriodFigures
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
    overTime(interval: $interval, timeZone: $timeZone) {
      periodStart
      submitted
    }
  }
  before: partnerApplicationStatistics(from: $beforeFrom, to: $from) {
    ...PeriodFigures
  }
}
    fragment PeriodFigures on PartnerApplicationStatistics {
  total
  withdrawn
  byStatus {
    status
    count
  }
  approvalRate
  medianHoursToDecision
}`) as unknown as TypedDocumentString<HomePeriodQuery, HomePeriodQueryVariables>;
export const MenuCountsDocument = new TypedDocumentString(`
    query MenuCounts {
  waitingWork {
    pending
    companyChanges
    failedEmails
  }
}
    `) as unknown as TypedDocumentString<MenuCountsQuery, MenuCountsQueryVariables>;
export const TakeApplicationDocument = new TypedDocumentString(`
    mutation TakeApplication($id: ID!, $assigneeId: ID, $expectedVersion: Int!) {
  assignPartnerApplication(
    id: $id
    assigneeId: $assigneeId
    expectedVersion: $expectedVersion
  ) {
    version
  }
}
    `) as unknown as TypedDocumentString<TakeApplicationMutation, TakeApplicationMutationVariables>;
export const FailedJobListDocument = new TypedDocumentString(`
    query FailedJobList($page: Int!, $limit: Int!) {
  failedJobs(page: $page, limit: $limit) {
    items {
      id
      queue
      subject
      retries
      createdAt
      failedAt
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<FailedJobListQuery, FailedJobListQueryVariables>;
export const RetryJobDocument = new TypedDocumentString(`
    mutation RetryJob($id: ID!) {
  retryFailedJob(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<RetryJobMutation, RetryJobMutationVariables>;
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
    counts {
      queued
      failed
      heldBack
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
export const SendManyAgainDocument = new TypedDocumentString(`
    mutation SendManyAgain($ids: [ID!]!) {
  resendEmails(ids: $ids) {
    id
    error {
      code
      message
      reason
      version
    }
  }
}
    `) as unknown as TypedDocumentString<SendManyAgainMutation, SendManyAgainMutationVariables>;
export const ExportMailsDocument = new TypedDocumentString(`
    mutation ExportMails($filter: EmailMessageFilter, $language: Language!) {
  exportEmailMessages(filter: $filter, language: $language) {
    url
  }
}
    `) as unknown as TypedDocumentString<ExportMailsMutation, ExportMailsMutationVariables>;
export const PartnerListDocument = new TypedDocumentString(`
    query PartnerList($filter: PartnerAccountFilter, $page: Int!, $limit: Int!) {
  partnerAccounts(filter: $filter, page: $page, limit: $limit) {
    items {
      ...PartnerParts
    }
    pageInfo {
      totalItems
    }
    counts {
      active
      deactivated
    }
  }
}
    fragment ManagerParts on PartnerManager {
  id
  name
  email
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
  manager {
    ...ManagerParts
  }
  technicalManager {
    ...ManagerParts
  }
  version
  createdAt
}`) as unknown as TypedDocumentString<PartnerListQuery, PartnerListQueryVariables>;
export const UpdatePartnersDocument = new TypedDocumentString(`
    mutation UpdatePartners($input: UpdatePartnerAccountsInput!) {
  updatePartnerAccounts(input: $input) {
    id
    partner {
      id
      version
    }
    error {
      code
      message
      reason
      version
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePartnersMutation, UpdatePartnersMutationVariables>;
export const PartnerNeighborsDocument = new TypedDocumentString(`
    query PartnerNeighbors($id: ID!, $filter: PartnerAccountFilter) {
  partnerAccountNeighbors(id: $id, filter: $filter) {
    previous {
      id
    }
    next {
      id
    }
    position
    totalItems
  }
}
    `) as unknown as TypedDocumentString<PartnerNeighborsQuery, PartnerNeighborsQueryVariables>;
export const PartnerDetailsDocument = new TypedDocumentString(`
    query PartnerDetails($id: ID!) {
  partnerAccount(id: $id) {
    ...PartnerParts
    joinedAt
    website
    phone
    description
    legalName
    street
    postalCode
    city
    countryCode
    vatId
    partnerships {
      since
      application {
        id
        contactName
        contactPhone
        industry
        companySize
      }
    }
  }
  partnerClients(partnerId: $id, limit: 1) {
    pageInfo {
      totalItems
    }
    counts {
      active
      suspended
    }
  }
  partnerMembers(partnerId: $id, isActive: true, limit: 1) {
    pageInfo {
      totalItems
    }
  }
  companyChanges(filter: {partnerId: $id, status: [PENDING]}, limit: 1) {
    items {
      id
    }
  }
  partnerNotes(partnerId: $id, limit: 3) {
    items {
      id
      authorName
      note
      createdAt
    }
    pageInfo {
      totalItems
    }
  }
}
    fragment ManagerParts on PartnerManager {
  id
  name
  email
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
  manager {
    ...ManagerParts
  }
  technicalManager {
    ...ManagerParts
  }
  version
  createdAt
}`) as unknown as TypedDocumentString<PartnerDetailsQuery, PartnerDetailsQueryVariables>;
export const PartnerClientsDocument = new TypedDocumentString(`
    query PartnerClients($partnerId: ID!, $filter: ClientAccountFilter, $page: Int!, $limit: Int!, $sortBy: ClientAccountSortField!, $sortOrder: SortOrder!) {
  partnerClients(
    partnerId: $partnerId
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
      contactEmail
      subscriptionTier
      subscriptionStatus
      createdAt
    }
    pageInfo {
      totalItems
    }
    counts {
      active
      suspended
      canceled
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerClientsQuery, PartnerClientsQueryVariables>;
export const PartnerClientDetailsDocument = new TypedDocumentString(`
    query PartnerClientDetails($partnerId: ID!, $id: ID!) {
  partnerAccount(id: $partnerId) {
    id
    companyName
  }
  partnerClient(partnerId: $partnerId, id: $id) {
    id
    companyName
    contactName
    contactEmail
    contactPhone
    subscriptionTier
    subscriptionStatus
    billingOwnedByReseller
    createdAt
    updatedAt
    provisioning {
      status
      problem
      detail
      appliedAt
      nextTryAt
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerClientDetailsQuery, PartnerClientDetailsQueryVariables>;
export const PartnerPeopleDocument = new TypedDocumentString(`
    query PartnerPeople($partnerId: ID!) {
  partnerMembers(partnerId: $partnerId, isActive: true, limit: 100) {
    items {
      id
      name
      email
      partnerRole
      joinedAt
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerPeopleQuery, PartnerPeopleQueryVariables>;
export const PartnerNotesDocument = new TypedDocumentString(`
    query PartnerNotes($partnerId: ID!) {
  partnerNotes(partnerId: $partnerId, limit: 100) {
    items {
      id
      authorName
      note
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerNotesQuery, PartnerNotesQueryVariables>;
export const AddPartnerNoteDocument = new TypedDocumentString(`
    mutation AddPartnerNote($partnerId: ID!, $note: String!) {
  addPartnerNote(partnerId: $partnerId, note: $note) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddPartnerNoteMutation, AddPartnerNoteMutationVariables>;
export const PartnerEmailsDocument = new TypedDocumentString(`
    query PartnerEmails($id: ID!) {
  partnerAccount(id: $id) {
    partnerships {
      application {
        id
        emails {
          ...EmailParts
          createdAt
        }
      }
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
}`) as unknown as TypedDocumentString<PartnerEmailsQuery, PartnerEmailsQueryVariables>;
export const UpdatePartnerDocument = new TypedDocumentString(`
    mutation UpdatePartner($id: ID!, $input: UpdatePartnerAccountInput!, $expectedVersion: Int!) {
  updatePartnerAccount(id: $id, input: $input, expectedVersion: $expectedVersion) {
    ...PartnerParts
  }
}
    fragment ManagerParts on PartnerManager {
  id
  name
  email
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
  manager {
    ...ManagerParts
  }
  technicalManager {
    ...ManagerParts
  }
  version
  createdAt
}`) as unknown as TypedDocumentString<UpdatePartnerMutation, UpdatePartnerMutationVariables>;
export const ResendInvitationDocument = new TypedDocumentString(`
    mutation ResendInvitation($id: ID!) {
  resendInvitation(partnerAccountId: $id)
}
    `) as unknown as TypedDocumentString<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const ExportPartnersDocument = new TypedDocumentString(`
    mutation ExportPartners($filter: PartnerAccountFilter, $language: Language!) {
  exportPartnerAccounts(filter: $filter, language: $language) {
    url
  }
}
    `) as unknown as TypedDocumentString<ExportPartnersMutation, ExportPartnersMutationVariables>;
export const FailedProvisioningListDocument = new TypedDocumentString(`
    query FailedProvisioningList($filter: FailedProvisioningFilter, $page: Int!, $limit: Int!) {
  failedProvisionings(filter: $filter, page: $page, limit: $limit) {
    items {
      id
      status
      problem
      detail
      tries
      externalId
      overtakenAt
      updatedAt
      client {
        companyName
      }
      partner {
        id
        companyName
      }
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<FailedProvisioningListQuery, FailedProvisioningListQueryVariables>;
export const SendClientAgainDocument = new TypedDocumentString(`
    mutation SendClientAgain($clientId: ID!) {
  retryProvisioning(clientId: $clientId) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<SendClientAgainMutation, SendClientAgainMutationVariables>;
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