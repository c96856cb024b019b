/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The acceptance of a version of an agreement. */
export type AcceptAgreementInput = {
  /** Your full name. 1 to 200 characters. */
  name: string;
  /** SHA-256 of the PDF that you read, as in `AgreementVersion.sha256`. */
  sha256: string;
  /** Your job title. 1 to 200 characters. */
  title: string;
  /** ID of the version. */
  versionId: string;
};

/** Whether a partner has accepted a version of an agreement. */
export type AcceptanceStatus =
  /** The partner has accepted the version. */
  | 'ACCEPTED'
  /** The version binds or will bind, and the partner has accepted neither it nor a later one. */
  | 'MISSING';

/** The areas that an admin can change. Every admin can read everything. */
export type AdminRole =
  /** Full access, including the admins. */
  | 'ALL'
  /** Manages money. */
  | 'FINANCE'
  /** Manages partner accounts. */
  | 'PARTNERS'
  /** Reviews applications. */
  | 'REVIEW';

/** Filters acceptances and missing ones. All given conditions must match. */
export type AgreementAcceptanceFilter = {
  /** Those of this agreement. */
  agreementId?: string | null | undefined;
  /** Those of this partner. */
  partnerId?: string | null | undefined;
  /** Finds text anywhere in company name. Ignores case, accents and spacing: muller finds Müller. A complete address finds its mailbox in any spelling. 1 to 200 characters, no wildcards. */
  search?: string | null | undefined;
  /** Those with any of these statuses. */
  status?: Array<AcceptanceStatus> | null | undefined;
  /** Those of this version. */
  versionId?: string | null | undefined;
};

/** Filters a list of agreements. All given conditions must match. */
export type AgreementFilter = {
  /** True for agreements that were negotiated with one partner, false for the others. */
  isNegotiated?: boolean | null | undefined;
  /** Agreements that were negotiated with this partner. */
  partnerId?: string | null | undefined;
};

/** State of an agreement for a partner. */
export type AgreementStatus =
  /** There is nothing to do. */
  | 'ACCEPTED'
  /** Its binding version is not accepted. */
  | 'OPEN'
  /** A version that will bind is not accepted. The binding one, if any, is. */
  | 'UPCOMING';

/** The permissions of an API key. */
export type ApiKeyScope =
  /** Reads and changes clients. Only for partners that manage clients. */
  | 'CLIENTS'
  /** Reads the account, its activity and its clients; for admins all applications and partners. */
  | 'READ'
  /** Reads and reviews applications. Only for admins. */
  | 'REVIEW';

/** Status of an application. PENDING and REVIEWING can become each other, APPROVED or REJECTED. REJECTED can become REVIEWING. APPROVED is final. */
export type ApplicationStatus =
  /** Accepted. Final. */
  | 'APPROVED'
  /** Submitted and waiting for review. */
  | 'PENDING'
  /** Declined, or withdrawn by the applicant if `withdrawnAt` is set. Can be reviewed again. */
  | 'REJECTED'
  /** In review. */
  | 'REVIEWING';

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

/** The same managers for several partners. */
export type AssignPartnerManagersInput = {
  /** ID of an active admin. Null removes the partner managers, omitted keeps them. */
  managerId?: string | null | undefined;
  /** The partners, 1 to 100. */
  partners: Array<PartnerVersionInput>;
  /** ID of an active admin. Null removes the technical account managers, omitted keeps them. */
  technicalManagerId?: string | null | undefined;
};

/** Why a client needs attention. */
export type AttentionReason =
  /** The client was added 3 to 60 days ago, and no user has accessed its account yet. */
  | 'NOT_OPENED'
  /** The subscription is active, and a step of the onboarding is overdue. */
  | 'ONBOARDING_OVERDUE'
  /** The subscription is suspended. */
  | 'SUSPENDED';

/** Actions in the audit log. Later versions can add actions. */
export type AuditAction =
  /** An owner accepted a version of an agreement. */
  | 'AGREEMENT_ACCEPTED'
  /** The countersigned copy of a negotiated agreement was added. */
  | 'AGREEMENT_COUNTERSIGNED'
  /** An agreement was created. */
  | 'AGREEMENT_CREATED'
  /** A version of an agreement was published. */
  | 'AGREEMENT_VERSION_PUBLISHED'
  /** A version of an agreement was withdrawn before it was binding. */
  | 'AGREEMENT_VERSION_WITHDRAWN'
  /** An API key was created. */
  | 'API_KEY_CREATED'
  /** An API key was revoked. */
  | 'API_KEY_REVOKED'
  /** An API key was replaced with a new one. */
  | 'API_KEY_ROTATED'
  /** An application was assigned to an admin, or its assignee was removed. */
  | 'APPLICATION_ASSIGNED'
  /** Applications were exported. */
  | 'APPLICATION_EXPORTED'
  /** A note was added to an application. */
  | 'APPLICATION_NOTE_ADDED'
  /** The status of an application was changed. */
  | 'APPLICATION_STATUS_CHANGED'
  /** The answers of an application were changed. */
  | 'APPLICATION_UPDATED'
  /** An applicant withdrew the application. */
  | 'APPLICATION_WITHDRAWN'
  /** Personal data was erased from earlier entries. The changes have the new hash of each. */
  | 'AUDIT_REDACTED'
  /** A user of a reseller asked for access to a client account. */
  | 'CLIENT_ACCESSED'
  /** A user of a reseller opened a client account. */
  | 'CLIENT_ACCESS_OPENED'
  /** Access to a client account was ended. */
  | 'CLIENT_ACCESS_REVOKED'
  /** A client was created. */
  | 'CLIENT_CREATED'
  /** The product has a client as it is here. */
  | 'CLIENT_PROVISIONED'
  /** The product does not have a client as it is here, and no attempt follows. */
  | 'CLIENT_PROVISIONING_FAILED'
  /** Someone sent a client to the product again. */
  | 'CLIENT_PROVISIONING_RETRIED'
  /** The subscription of a client was changed. */
  | 'CLIENT_SUBSCRIPTION_CHANGED'
  /** A client was changed. */
  | 'CLIENT_UPDATED'
  /** A requested change of company data was approved or declined. */
  | 'COMPANY_CHANGE_DECIDED'
  /** An owner requested a change of company data. */
  | 'COMPANY_CHANGE_REQUESTED'
  /** A requested change of company data was withdrawn or replaced. */
  | 'COMPANY_CHANGE_WITHDRAWN'
  /** A link to download a file was created. */
  | 'FILE_DOWNLOADED'
  /** An upload of a file was requested. */
  | 'FILE_UPLOAD_REQUESTED'
  /** An admin ran a failed background job again. */
  | 'JOB_RETRIED'
  /** A list of acceptances, audit events, clients, emails or partners was exported. */
  | 'LIST_EXPORTED'
  /** The onboarding plan of a reseller was saved. */
  | 'ONBOARDING_PLAN_SAVED'
  /** A step of a client’s onboarding was marked as done or open. */
  | 'ONBOARDING_STEP_SET'
  /** An action that an earlier version recorded and this version does not know. */
  | 'OTHER'
  /** The data of a company was changed, by an owner or by an approved request. */
  | 'PARTNER_COMPANY_CHANGED'
  /** A partner account was created. */
  | 'PARTNER_CREATED'
  /** The managers of a partner were assigned or removed. */
  | 'PARTNER_MANAGER_ASSIGNED'
  /** An internal note was added to a partner. The partner does not see this event. */
  | 'PARTNER_NOTE_ADDED'
  /** A partnership was added to a partner account. */
  | 'PARTNER_PARTNERSHIP_ADDED'
  /** A partner misses a requirement of its tier. */
  | 'PARTNER_TIER_AT_RISK'
  /** A tier was assigned to a partner, or pinned. */
  | 'PARTNER_TIER_CHANGED'
  /** A partner meets all requirements of its tier again. */
  | 'PARTNER_TIER_RECOVERED'
  /** A partner account was changed. */
  | 'PARTNER_UPDATED'
  /** The personal data of an object was erased. */
  | 'PERSON_ERASED'
  /** A session ended. */
  | 'SESSION_ENDED'
  /** A user signed in. */
  | 'SESSION_STARTED'
  /** Terms of a tier were published. */
  | 'TIER_TERMS_PUBLISHED'
  /** Terms of a tier were withdrawn before they began. */
  | 'TIER_TERMS_WITHDRAWN'
  /** A user added a second factor. */
  | 'USER_FACTOR_ADDED'
  /** A user removed their second factor. */
  | 'USER_FACTOR_REMOVED'
  /** Someone else removed a user’s second factor. */
  | 'USER_FACTOR_RESET'
  /** An invitation was sent again. */
  | 'USER_INVITATION_RESENT'
  /** A user was invited. */
  | 'USER_INVITED'
  /** A user accepted the invitation. */
  | 'USER_JOINED'
  /** A user changed their password. */
  | 'USER_PASSWORD_CHANGED'
  /** A user set a new password with a mailed link. */
  | 'USER_PASSWORD_RESET'
  /** A user created new recovery codes. */
  | 'USER_RECOVERY_CODES_RENEWED'
  /** A user used a recovery code. */
  | 'USER_RECOVERY_CODE_USED'
  /** A user was removed. */
  | 'USER_REMOVED'
  /** A user’s role was changed. */
  | 'USER_ROLE_CHANGED'
  /** A user changed their own name or settings. */
  | 'USER_SETTINGS_CHANGED'
  /** Events were sent to a webhook endpoint again. */
  | 'WEBHOOK_DELIVERIES_REPLAYED'
  /** A webhook endpoint was archived. */
  | 'WEBHOOK_ENDPOINT_ARCHIVED'
  /** A webhook endpoint was created. */
  | 'WEBHOOK_ENDPOINT_CREATED'
  /** A failing webhook endpoint was disabled. */
  | 'WEBHOOK_ENDPOINT_DISABLED'
  /** A test was sent to a webhook endpoint. */
  | 'WEBHOOK_ENDPOINT_TESTED'
  /** A webhook endpoint was changed, enabled or disabled. */
  | 'WEBHOOK_ENDPOINT_UPDATED'
  /** The secret of a webhook endpoint was replaced. */
  | 'WEBHOOK_SECRET_ROTATED';

/** Kind of an actor in the audit log. Later versions can add kinds. */
export type AuditActorKind =
  /** A member of the ReachGenie team. */
  | 'ADMIN'
  /** The contact of an application, by a private link. */
  | 'APPLICANT'
  /** A user of a partner. */
  | 'PARTNER'
  /** ReachGenie itself, or a command of its operators. */
  | 'SYSTEM';

/** Filters a list of audit events. All given conditions must match. */
export type AuditEventFilter = {
  /**
   * Events with any of these actions, such as `client.created`. At most 20, each 1 to 60 characters.
   * @deprecated Use `types`, which takes the same values as enums.
   */
  action?: Array<string> | null | undefined;
  /** Events by any of these users. At most 20. Partners find only events by their own users. */
  actorIds?: Array<string> | null | undefined;
  /** Events at or after this time. */
  from?: string | null | undefined;
  /** Events of this partner. Partners always see only their own. */
  resellerId?: string | null | undefined;
  /** Events by or about people and objects with this text anywhere in their current name. Fewer than three letters or digits find only names that begin with the text. Ignores case, accents and spacing. Considers at most 200 matches of each type. 1 to 200 characters. */
  search?: string | null | undefined;
  /** Events about this object, such as a client. */
  targetId?: string | null | undefined;
  /** Events about objects of any of these types, such as `ClientAccount`. At most 20. */
  targetTypes?: Array<string> | null | undefined;
  /** Events before this time. */
  to?: string | null | undefined;
  /** Events with any of these actions. At most 100. */
  types?: Array<AuditAction> | null | undefined;
};

/** A benefit of a tier. Later versions can add benefits. */
export type Benefit =
  /** Advanced training and certification. */
  | 'ADVANCED_TRAINING'
  /** Own logo and colors. Resellers only, and only if `whitelabelEnabled` is true. */
  | 'BASIC_WHITE_LABEL'
  /** Managing clients. Resellers only, and only if `clientManagementEnabled` is true. */
  | 'CLIENT_MANAGEMENT'
  /** Shared marketing campaigns. */
  | 'CO_MARKETING'
  /** Support for custom integrations. */
  | 'CUSTOM_INTEGRATION'
  /** Early access to new features. */
  | 'EARLY_ACCESS'
  /** Changing several clients at once, and importing clients. Resellers only. */
  | 'ENHANCED_CLIENT_MANAGEMENT'
  /** Own domain and sender. Resellers only, and only if `whitelabelEnabled` is true. */
  | 'FULL_WHITE_LABEL'
  /** Shared marketing events. */
  | 'JOINT_EVENTS'
  /** A named partner manager. */
  | 'PARTNER_MANAGER'
  /** Support that answers within the hours of the tier. */
  | 'PRIORITY_SUPPORT'
  /** Strategic business planning. */
  | 'STRATEGIC_PLANNING'
  /** A named technical account manager. */
  | 'TECHNICAL_ACCOUNT_MANAGER';

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
export type ClientAccountSortField =
  /** By company name, in natural order: case and accents matter least, and 9 comes before 10. */
  | 'COMPANY_NAME'
  /** By creation time. */
  | 'CREATED_AT'
  /** By subscription status, alphabetically. */
  | 'SUBSCRIPTION_STATUS'
  /** By time of the last change. */
  | 'UPDATED_AT';

/** Result of a row of an import. */
export type ClientImportStatus =
  /** The row created a client. */
  | 'CREATED'
  /** An earlier call of the same import created the client. */
  | 'EXISTED'
  /** The row created nothing: see `error` and `problems`. */
  | 'FAILED'
  /** In a dry run only: the row would create a client. */
  | 'VALID';

/** Changes to a subscription. Omitted or null fields stay as they are. */
export type ClientSubscriptionInput = {
  /** The new status. The current status changes nothing. */
  subscriptionStatus?: SubscriptionStatus | null | undefined;
  /** The client's plan. 1 to 60 characters. */
  subscriptionTier?: string | null | undefined;
};

/** The same change to several subscriptions. Omitted or null fields stay as they are. */
export type ClientSubscriptionsInput = {
  /** The clients to change, 1 to 100. */
  clients: Array<ClientVersionInput>;
  /** The new status. The current status changes nothing. */
  subscriptionStatus?: SubscriptionStatus | null | undefined;
  /** The client's plan. 1 to 60 characters. */
  subscriptionTier?: string | null | undefined;
};

/** One of several clients to change. */
export type ClientVersionInput = {
  /** The version you last read. Errors: CONFLICT (STALE_VERSION) if it has changed since. */
  expectedVersion?: number | null | undefined;
  /** ID of the client. */
  id: string;
};

/** Status of a requested change of company data. Only PENDING can change. */
export type CompanyChangeStatus =
  /** Applied to the partner account. */
  | 'APPROVED'
  /** Waits for a decision. A partner has at most one. */
  | 'PENDING'
  /** Declined, with a message. */
  | 'REJECTED'
  /** An owner took it back, or replaced it. */
  | 'WITHDRAWN';

/** Number of a company's employees. */
export type CompanySize =
  /** 1 to 10 employees. */
  | 'SIZE_1_10'
  /** 11 to 50 employees. */
  | 'SIZE_11_50'
  /** 51 to 200 employees. */
  | 'SIZE_51_200'
  /** 201 to 500 employees. */
  | 'SIZE_201_500'
  /** 501 or more employees. */
  | 'SIZE_501_PLUS';

/** A new agreement: with all partners of some types, or negotiated with one partner. */
export type CreateAgreementInput = {
  /** Whether partners can begin nothing new until they have accepted the binding version. */
  isRequired: boolean;
  /** The partner of a negotiated agreement, which no other partner sees. Not with `partnershipTypes`. */
  partnerId?: string | null | undefined;
  /** Partners with a partnership of any of these types need it, 1 to 3. Required without `partnerId`. */
  partnershipTypes?: Array<PartnershipType> | null | undefined;
  /** Title that partners see. 1 to 200 characters. */
  title: string;
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

/** A new saved view. */
export type CreateSavedViewInput = {
  /** Whether all admins see it, or all users of your partner account. */
  isShared?: boolean;
  /** The list that it is of. */
  list: ListName;
  /** 1 to 60 characters. */
  name: string;
  /** The search part of the list's URL, as a JSON object. At most 2,000 characters. */
  search: string;
};

/** A new webhook endpoint. */
export type CreateWebhookEndpointInput = {
  /** The purpose of the endpoint. 1 to 200 characters. */
  description?: string | null | undefined;
  /** Types of the events that it gets, as in `eventTypes`. All types, including later ones, if omitted or empty. */
  types?: Array<string> | null | undefined;
  /** The URL that gets the events: https on port 443, with a host name that has public addresses only. At most 2,048 characters. */
  url: string;
};

/** The order of a date on the pages. */
export type DateFormat =
  /** 30 Nov 2026, in German 30.11.2026. */
  | 'DAY_FIRST'
  /** 2026-11-30. */
  | 'ISO'
  /** Nov 30, 2026. German has no such order and shows 30.11.2026. */
  | 'MONTH_FIRST';

/** A property that two applications share. */
export type DuplicateMatch =
  /** The company name, ignoring case, accents, punctuation and legal form. */
  | 'COMPANY_NAME'
  /** The contact's mailbox, in any spelling of the email address. */
  | 'EMAIL'
  /** The domain of the contact's email address, unless it belongs to a public email provider. */
  | 'EMAIL_DOMAIN';

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
export type EmailStatus =
  /** All attempts failed. Use resendEmail to send it again. */
  | 'FAILED'
  /** Never sent, because this is a staging environment and the recipient is not allowed there. */
  | 'HELD_BACK'
  /** Waiting for the first or next attempt. */
  | 'QUEUED'
  /** Accepted by the email service. */
  | 'SENT';

/** Filters the list of provisionings that need an admin. */
export type FailedProvisioningFilter = {
  /** False for those that failed. True for those that did not, but whose product had a newer version in the last 30 days. Default: both. */
  isOvertaken?: boolean | null | undefined;
};

/** Purpose of a file. It limits uploaders, types and size. */
export type FilePurpose =
  /** An agreement. Admins; PDF, at most 20 MB. */
  | 'AGREEMENT'
  /** Logo of a partner. Owners; PNG of 64 to 512 by 32 to 256 pixels, at most 256 kB. Public once it is used. */
  | 'LOGO'
  /** Material for partners. Admins; PDF, Word, PowerPoint, Excel, PNG, JPEG, MP4 or ZIP, at most 100 MB. */
  | 'RESOURCE';

/** Why a file was refused. Later versions can add reasons. */
export type FileRefusal =
  /** The file has scripts, macros, embedded files or commands that start programs. */
  | 'ACTIVE_CONTENT'
  /** The file cannot be read. */
  | 'DAMAGED'
  /** The image is too small or too large. See FilePurpose for the limits in pixels. */
  | 'DIMENSIONS'
  /** Fewer bytes came, or the upload was interrupted or too slow. */
  | 'INCOMPLETE'
  /** The file is encrypted, or packed in a way that hides its content from the check. */
  | 'NOT_CHECKABLE'
  /** The file is also of another type, such as an image with an archive at its end. */
  | 'SECOND_TYPE'
  /** More bytes came than the upload was requested for. */
  | 'TOO_LARGE'
  /** The bytes are not of the given type. */
  | 'WRONG_TYPE';

/** Progress of an upload. */
export type FileState =
  /** Its bytes are there, and are checked. This takes seconds. */
  | 'CHECKING'
  /** Its bytes are not there yet. */
  | 'PENDING'
  /** It passed the checks. Use it within 24 hours of the request, or it is deleted. */
  | 'READY'
  /** It failed, for the reason in `refusal`. Upload it again. */
  | 'REFUSED';

/** A first step of a partner's user. Later versions can add steps. */
export type GettingStartedStepKey =
  /** Accept the binding agreements. */
  | 'AGREEMENTS'
  /** Add a client. */
  | 'CLIENT'
  /** Access the account of a client. */
  | 'CLIENT_ACCESS'
  /** Complete the data of the company. */
  | 'COMPANY'
  /** Plan the steps for each new client. */
  | 'ONBOARDING_PLAN'
  /** Set up two-factor authentication. */
  | 'SECOND_FACTOR'
  /** Invite a colleague. */
  | 'TEAM';

/** Rows of a file with clients. */
export type ImportClientAccountsInput = {
  /** A key of your choice for the whole file, ideally a random UUID, 1 to 100 characters. Within 24 hours, a row of the same import creates no second client. */
  importId: string;
  /** Whether to check the rows only, and create nothing. */
  isDryRun?: boolean;
  /** Rows, 1 to 100, each with its own key. */
  rows: Array<ImportedClientInput>;
};

/** A row of a file with clients. Its values are those of CreateClientAccountInput, unchecked. */
export type ImportedClientInput = {
  /** Whether you bill the client. Default: true. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** As in the file, at most 5,000 characters. The result tells problems. */
  companyName?: string | null | undefined;
  /** As in the file, at most 5,000 characters. The result tells problems. */
  contactEmail?: string | null | undefined;
  /** As in the file, at most 5,000 characters. The result tells problems. */
  contactName?: string | null | undefined;
  /** As in the file, at most 5,000 characters. The result tells problems. Blank is none. */
  contactPhone?: string | null | undefined;
  /** Identifies the row within the import, such as its line number. 1 to 40 characters. */
  key: string;
  /** As in the file, at most 5,000 characters. The result tells problems. */
  subscriptionTier?: string | null | undefined;
};

/** A part of the web pages that keeps state for each user. */
export type InterfaceKey =
  /** Columns of the acceptances of an agreement. */
  | 'COLUMNS_ACCEPTANCES'
  /** Columns of the admins. */
  | 'COLUMNS_ADMINS'
  /** Columns of the agreements. */
  | 'COLUMNS_AGREEMENTS'
  /** Columns of the API keys. */
  | 'COLUMNS_API_KEYS'
  /** Columns of the applications. */
  | 'COLUMNS_APPLICATIONS'
  /** Columns of the audit log. */
  | 'COLUMNS_AUDIT'
  /** Columns of the clients. */
  | 'COLUMNS_CLIENTS'
  /** Columns of the changes of company data. */
  | 'COLUMNS_COMPANY_CHANGES'
  /** Columns of the deliveries to a webhook endpoint. */
  | 'COLUMNS_DELIVERIES'
  /** Columns of the emails. */
  | 'COLUMNS_EMAILS'
  /** Columns of the files. */
  | 'COLUMNS_FILES'
  /** Columns of the failed background jobs. */
  | 'COLUMNS_JOBS'
  /** Columns of the members. */
  | 'COLUMNS_MEMBERS'
  /** Columns of the partners. */
  | 'COLUMNS_PARTNERS'
  /** Columns of a partner's clients, as admins see them. */
  | 'COLUMNS_PARTNER_CLIENTS'
  /** Columns of the failed provisionings. */
  | 'COLUMNS_PROVISIONINGS'
  /** Columns of the webhook endpoints. */
  | 'COLUMNS_WEBHOOKS'
  /** Whether the list of first steps is closed. */
  | 'FIRST_STEPS'
  /** Hints that the user has seen. */
  | 'HINTS'
  /** Objects that the user opened last. */
  | 'RECENT'
  /** The sidebar, such as folded groups. */
  | 'SIDEBAR'
  /** Whether the first tour is done. */
  | 'TOUR';

/** Language of texts for people. */
export type Language =
  /** German. */
  | 'DE'
  /** English. */
  | 'EN';

/** A list of the web pages. */
export type ListName =
  /** The ReachGenie team. */
  | 'ADMINS'
  /** API keys. */
  | 'API_KEYS'
  /** Applications. */
  | 'APPLICATIONS'
  /** The audit log. */
  | 'AUDIT'
  /** Clients of a reseller. */
  | 'CLIENTS'
  /** Emails by delivery status. */
  | 'EMAILS'
  /** Users of a partner. */
  | 'MEMBERS'
  /** Partners. */
  | 'PARTNERS';

/** An amount of money. */
export type MoneyInput = {
  /** Amount in minor units, 0 or more: 1999 for 19.99 EUR, and for 1,999 JPY. */
  amount: number;
  /** Currency of the amount. */
  currency: string;
};

/** When an email repeats the unread notifications of a kind. */
export type NotificationEmail =
  /** In a summary at 8:00 in the time zone of the user. */
  | 'DAILY'
  /** Never. */
  | 'OFF'
  /** Two to four minutes later, together with the others of these minutes. */
  | 'SOON';

/** Kind of a notification. */
export type NotificationKind =
  /** Someone accepted an agreement. Other owners of the partner, and admins with PARTNERS or ALL. */
  | 'AGREEMENT_ACCEPTED'
  /** An agreement is there to be accepted. Owners of the partner, who also get an email of its own. */
  | 'AGREEMENT_DUE'
  /** An application was assigned to you. */
  | 'APPLICATION_ASSIGNED'
  /** Someone else decided an application that is assigned to you. */
  | 'APPLICATION_DECIDED'
  /** The applicant withdrew an application that is assigned to you. */
  | 'APPLICATION_WITHDRAWN'
  /** The subscription of a client was suspended or canceled. Owners of the reseller. */
  | 'CLIENT_STOPPED'
  /** A change of your company data was approved or declined. Owners. */
  | 'COMPANY_CHANGE_DECIDED'
  /** A partner wants to change its company data. Admins with PARTNERS or ALL. */
  | 'COMPANY_CHANGE_REQUESTED'
  /** An email could not be delivered. Admins with REVIEW, PARTNERS or ALL. You get no other one until you have read it, or an email has told you of it. */
  | 'EMAIL_FAILED'
  /** An invited person joined. Owners of the account, or admins with ALL. */
  | 'MEMBER_JOINED'
  /** Someone mentioned you in a note on an application. */
  | 'MENTIONED'
  /** You are now the partner manager or the technical account manager of a partner. Admins. */
  | 'PARTNER_ASSIGNED'
  /** Your role was changed. */
  | 'ROLE_CHANGED'
  /** The partner misses a requirement of its tier. Owners. Emails of its own tell it too. */
  | 'TIER_AT_RISK'
  /** The partner moved to the tier below. Owners. An email of its own tells it too. */
  | 'TIER_DEMOTED'
  /** The partner moved to a higher tier. Owners. An email of its own tells it too. */
  | 'TIER_PROMOTED'
  /** The tier is no longer at risk. Owners. An email of its own tells it too. */
  | 'TIER_RECOVERED';

/** How to tell the user of one kind of notification. */
export type NotificationSettingInput = {
  /** When an email repeats this kind. */
  email: NotificationEmail;
  /** Whether `notifications` has this kind. */
  inApp: boolean;
  /** The kind. */
  kind: NotificationKind;
};

/** What the product itself knows of a client. Later versions can add facts. */
export type OnboardingFact =
  /** A user of the reseller accessed the client's account for the first time. */
  | 'FIRST_ACCESS'
  /** The product has the client as it is here. */
  | 'PROVISIONED';

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
export type PartnerApplicationSortField =
  /** By company name, in natural order: case and accents matter least, and 9 comes before 10. */
  | 'COMPANY_NAME'
  /** By time of submission. */
  | 'CREATED_AT'
  /** By partnership type, alphabetically. */
  | 'PARTNERSHIP_TYPE'
  /** By status, alphabetically. */
  | 'STATUS'
  /** By time of the last change. */
  | 'UPDATED_AT';

/** The role of a user in a partner account. */
export type PartnerRole =
  /** Manages money. Sees clients, but cannot change them. */
  | 'BILLING'
  /** Manages clients. No access to money or the team. */
  | 'MEMBER'
  /** Full access, including the team. */
  | 'OWNER'
  /** Sees clients and activity, but cannot change anything. */
  | 'READ_ONLY';

/** A partner's level. Each tier has more benefits than the one before. */
export type PartnerTier =
  /** The second tier. See `tierTerms` for what it brings. */
  | 'GOLD'
  /** The highest tier. See `tierTerms` for what it brings. */
  | 'PLATINUM'
  /** The first tier of every partner. */
  | 'SILVER';

/** One of several partners to change. */
export type PartnerVersionInput = {
  /** The version you last read. Errors: CONFLICT (STALE_VERSION) if it has changed since. */
  expectedVersion?: number | null | undefined;
  /** ID of the partner. */
  id: string;
};

/** The type of a partnership. */
export type PartnershipType =
  /** Recommends us for a commission. */
  | 'REFERRAL'
  /** Sells to its own clients and manages their accounts. */
  | 'RESELLER'
  /** Integrates its product with ours. */
  | 'TECHNOLOGY';

/** A step of an onboarding plan. */
export type PlannedStepInput = {
  /** Days from the creation of a client until the step is due, 0 to 365. */
  dueDays: number;
  /** Identifies the step in the plan. 1 to 40 characters. Omit it for a new step, which then gets one. */
  key?: string | null | undefined;
  /** What to do. 1 to 200 characters. */
  title: string;
};

/** Why the product does not have a client as it is here. */
export type ProvisioningProblem =
  /** The database was restored, so an admin must send the client again. */
  | 'HELD'
  /** The product had a newer version. The client is sent again. */
  | 'NEWER_VERSION'
  /** The product did not accept the client. */
  | 'REFUSED'
  /** The product did not answer, or failed. Attempts go on for 24 hours. */
  | 'UNAVAILABLE'
  /** The product took the client, but did not confirm it. */
  | 'UNCONFIRMED';

/** Whether the product has the client as it is here. */
export type ProvisioningStatus =
  /** The product is being told, or works on it. */
  | 'APPLYING'
  /** The product does not have it. Use retryProvisioning to send it again. */
  | 'FAILED'
  /** Waits for the first or next attempt to tell the product. */
  | 'PENDING'
  /** The product has the client as it is here. */
  | 'READY';

/** A new version of an agreement. */
export type PublishAgreementVersionInput = {
  /** ID of the agreement. */
  agreementId: string;
  /** When the version begins to bind. At least 30 days ahead. A first version can begin at any time from now on, and at once if omitted. */
  bindingFrom?: string | null | undefined;
  /** The differences to the version before, for partners. 1 to 5,000 characters, one or more lines. Required for all but the first version. */
  changes?: string | null | undefined;
  /** ID of the uploaded PDF: see requestUpload. */
  fileId: string;
};

/** A file to upload. */
export type RequestUploadInput = {
  /** Its exact size in bytes. See FilePurpose for the limit. */
  bytes: number;
  /** Its media type, such as `application/pdf`. See FilePurpose for the types. */
  contentType: string;
  /** Name of the file for people. 1 to 200 characters. A path stays part of the name. */
  name: string;
  /** Purpose of the file. */
  purpose: FilePurpose;
};

/** Whether a user is an admin or belongs to a partner. */
export type Role =
  /** Belongs to the ReachGenie team. */
  | 'ADMIN'
  /** Belongs to a partner. */
  | 'PARTNER';

/** An onboarding plan. Replaces the one before. */
export type SaveOnboardingPlanInput = {
  /** In order, 0 to 20. Each key at most once. */
  steps: Array<PlannedStepInput>;
};

/** The direction of a sort order. */
export type SortOrder =
  /** Smallest, oldest or alphabetically first item at the top. */
  | 'ASC'
  /** Largest, newest or alphabetically last item at the top. */
  | 'DESC';

/** Length of a period, in local time. */
export type StatisticsInterval =
  /** From midnight to midnight, 23 to 25 hours. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH'
  /** Seven days, starting on Monday (ISO 8601). */
  | 'WEEK';

/** Filters a list of files. All given conditions must match. */
export type StoredFileFilter = {
  /** Files whose upload was requested at or after this time. */
  createdFrom?: string | null | undefined;
  /** Files whose upload was requested before this time. */
  createdTo?: string | null | undefined;
  /** Files of this partner. */
  partnerId?: string | null | undefined;
  /** Files for any of these purposes. */
  purpose?: Array<FilePurpose> | null | undefined;
  /** Files in any of these states. */
  state?: Array<FileState> | null | undefined;
};

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
  /** Language of all emails about the application. Default: by the header `Accept-Language`, else EN. */
  language?: Language | null | undefined;
  /** Why the company wants to become a partner. 1 to 5,000 characters. */
  motivation: string;
  /** The partnership that the company applies for. */
  partnershipType: PartnershipType;
  /** Customers that the company serves. At most 5,000 characters. */
  targetMarket?: string | null | undefined;
  /** An http or https address in any common spelling: `Www.Example.com.` is stored as `https://www.example.com`. At most 2,048 characters. */
  website?: string | null | undefined;
};

/** Status of a subscription. ACTIVE and SUSPENDED can become each other or CANCELED. CANCELED is final. */
export type SubscriptionStatus =
  /** The client can use the product. */
  | 'ACTIVE'
  /** Ended permanently. The account is kept. */
  | 'CANCELED'
  /** The client cannot use the product for now. */
  | 'SUSPENDED';

/** Why a partner has a tier. */
export type TierAssignmentReason =
  /** The partner missed the requirements until its grace ended. */
  | 'DEMOTION'
  /** The first tier of the partner. */
  | 'INITIAL'
  /** An admin decided it. */
  | 'MANUAL'
  /** The partner met the requirements. */
  | 'PROMOTION';

/** Why a value will differ in 90 days. Later versions can add reasons. */
export type TierForecastReason =
  /** Cancellations will be older than 12 months, and no longer count. */
  | 'CANCELLATIONS_AGE_OUT'
  /** Canceled clients will have been clients for 12 months, and begin to count. */
  | 'CANCELLATIONS_COUNT'
  /** More clients will have been clients for 12 months, and begin to count. */
  | 'CLIENTS_COUNT'
  /** Nothing will change it. */
  | 'UNCHANGED';

/** A value of a partner that tiers require. Later versions can add metrics. */
export type TierMetric =
  /** Clients with an active subscription. */
  | 'ACTIVE_CLIENTS'
  /** Users with a valid certificate. Cannot be required yet. */
  | 'CERTIFIED_USERS'
  /** Share of the clients of 12 months ago that are not canceled, in basis points: 8500 is 85 %. No value without clients at that time. */
  | 'CLIENT_RETENTION_12_MONTHS'
  /** Revenue of the last 12 months. Cannot be required yet. */
  | 'REVENUE_12_MONTHS'
  /** Deals won in the last 12 months. Cannot be required yet. */
  | 'WON_DEALS_12_MONTHS';

/** Outcome of an evaluation. */
export type TierOutcomeKind =
  /** The partner misses a requirement of its tier, and has time until `graceUntil`. */
  | 'AT_RISK'
  /** The grace is over: the partner has the tier below. */
  | 'DEMOTED'
  /** The partner keeps its tier. */
  | 'KEPT'
  /** The partner meets a higher tier, and has it now. */
  | 'PROMOTED'
  /** The partner was at risk, and no longer is. */
  | 'RECOVERED';

/** A requirement of a tier for partners of one type. */
export type TierRequirementInput = {
  /** Least value that meets it. 1 to 1,000,000. */
  atLeast: number;
  /** The value that is required. */
  metric: TierMetric;
  /** Type of the partners that must meet it. */
  partnershipType: PartnershipType;
};

/** New terms of a tier. */
export type TierTermsInput = {
  /** Benefits of the tier. Each at most once. */
  benefits: Array<Benefit>;
  /** Commission on referred revenue, in basis points. 0 to 5,000. */
  commissionBps: number;
  /** Most commission of a referral, by currency. Each currency at most once. */
  commissionCaps: Array<MoneyInput>;
  /** Months for which a referral earns commission, 0 to 120. */
  commissionMonths: number;
  /** First day of the terms, in UTC. Tomorrow at the earliest, and within 5 years. */
  effectiveFrom: string;
  /** Days until an earning can be paid out, 0 to 365. */
  holdDays: number;
  /** Least margin of a retail price, in basis points of it. 0 to 10,000. */
  minMarginBps: number;
  /** Requirements of the tier. At most 20, and one for each partnership type and metric. */
  requirements: Array<TierRequirementInput>;
  /** Hours until support answers, 1 to 720. Null: no promise. */
  supportResponseHours?: number | null | undefined;
  /** The tier. */
  tier: PartnerTier;
  /** Discount on list prices, in basis points: 2000 is 20 %. 0 to 10,000. */
  wholesaleDiscountBps: number;
};

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

/** Data of your company. Omitted fields stay as they are, also those of a pending change. Null removes a value, but the company name stays. `website`, `phone` and `description` change at once. The others change after a review. */
export type UpdateCompanyInput = {
  /** City. At most 100 characters. */
  city?: string | null | undefined;
  /** Company name. 1 to 200 characters. */
  companyName?: string | null | undefined;
  /** Country in ISO 3166-1 alpha-2, in capitals: `DE`. `XK` stands for Kosovo. */
  countryCode?: string | null | undefined;
  /** The company in its own words. At most 2,000 characters, one or more lines. */
  description?: string | null | undefined;
  /** Name of the company in its register. At most 200 characters. */
  legalName?: string | null | undefined;
  /** Phone number in any format. At most 40 characters. */
  phone?: string | null | undefined;
  /** Postal code. At most 20 characters. */
  postalCode?: string | null | undefined;
  /** Street and number. At most 200 characters. */
  street?: string | null | undefined;
  /** Tax ID. For a country of the EU its VAT number with the prefix, such as `DE123456789`, with or without spaces, dots, hyphens and slashes. For other countries 2 to 30 letters, digits and separators, with at least one digit. */
  vatId?: string | null | undefined;
  /** An http or https address in any common spelling. At most 2,048 characters. */
  website?: string | null | undefined;
};

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

/** Changes to a saved view. Omitted or null fields stay as they are. */
export type UpdateSavedViewInput = {
  /** Whether all admins see it, or all users of your partner account. */
  isShared?: boolean | null | undefined;
  /** 1 to 60 characters. */
  name?: string | null | undefined;
  /** Place among your views, from 0 to 1,000. */
  position?: number | null | undefined;
  /** The search part of the list's URL, as a JSON object. At most 2,000 characters. */
  search?: string | null | undefined;
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

/** Changes to the viewer’s settings. Omitted fields stay as they are. Null clears all but the name, which stays. */
export type UpdateViewerInput = {
  /** Order of dates on the pages. Null: that of the language. */
  dateFormat?: DateFormat | null | undefined;
  /** Language of pages and emails. */
  language?: Language | null | undefined;
  /** The user’s name. 1 to 200 characters. */
  name?: string | null | undefined;
  /** IANA name of the time zone of pages and emails, such as `Europe/Berlin`. At most 64 characters. */
  timeZone?: string | null | undefined;
};

/** Changes to a webhook endpoint. Omitted or null fields stay as they are, except `description`: null removes it. */
export type UpdateWebhookEndpointInput = {
  /** The purpose of the endpoint. 1 to 200 characters. Null removes it. */
  description?: string | null | undefined;
  /** Whether it gets events. If false, its open deliveries fail, and it gets no events until it is enabled again. */
  isEnabled?: boolean | null | undefined;
  /** Types of the events that it gets. All types if empty. */
  types?: Array<string> | null | undefined;
  /** The URL that gets the events, as for a new endpoint. */
  url?: string | null | undefined;
};

/** Filters a list of webhook deliveries. All given conditions must match. */
export type WebhookDeliveryFilter = {
  /** Deliveries prepared at or after this time. */
  createdFrom?: string | null | undefined;
  /** Deliveries prepared before this time. */
  createdTo?: string | null | undefined;
  /** Deliveries with any of these statuses. */
  status?: Array<WebhookDeliveryStatus> | null | undefined;
  /** Deliveries of events of any of these types. At most 20. */
  types?: Array<string> | null | undefined;
};

/** Status of a delivery. DELIVERED and FAILED are final. */
export type WebhookDeliveryStatus =
  /** The endpoint answered with a status of 200 to 299. */
  | 'DELIVERED'
  /** There are no more tries. Use replayWebhookDelivery to send the event again. */
  | 'FAILED'
  /** Waiting for the first or next try. */
  | 'PENDING';

/** Whether a webhook endpoint gets events. */
export type WebhookEndpointStatus =
  /** Ended permanently. No list has it. */
  | 'ARCHIVED'
  /** A user disabled it. It gets no events. */
  | 'DISABLED'
  /** Gets events. */
  | 'ENABLED'
  /** We disabled it, because it failed for a day or answered 410. Its events are kept as FAILED deliveries. Enable it, and send them again. */
  | 'FAILING_DISABLED';

export type SubmitPartnerApplicationMutationVariables = Exact<{
  input: SubmitPartnerApplicationInput;
  idempotencyKey?: string | null | undefined;
}>;


export type SubmitPartnerApplicationMutation = { submitPartnerApplication: { applicationId: string, statusUrl: string, confirmation: string } };

export type ApplicationStatusQueryVariables = Exact<{
  token: string;
}>;


export type ApplicationStatusQuery = { applicationStatus: { companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, withdrawn: boolean, message: string | null, changedAt: string }> } | null };

export type WithdrawApplicationMutationVariables = Exact<{
  token: string;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { status: ApplicationStatus, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, withdrawn: boolean, message: string | null, changedAt: string }> } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
  code?: string | null | undefined;
}>;


export type SignInMutation = { signIn: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { id: string, name: string, role: Role } } };

export type SignInWithIdentityMutationVariables = Exact<{
  token: string;
}>;


export type SignInWithIdentityMutation = { signInWithIdentity: { accessToken: string, expiresAt: string } };

export type SignInWithLinkMutationVariables = Exact<{
  token: string;
}>;


export type SignInWithLinkMutation = { signInWithLink: { accessToken: string, expiresAt: string } };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  name: string;
  password: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { accessToken: string, expiresAt: string } };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: boolean };

export type ResetPasswordMutationVariables = Exact<{
  token: string;
  password: string;
}>;


export type ResetPasswordMutation = { resetPassword: boolean };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, expiresAt: string, viewer: { id: string, name: string, role: Role } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, email: string, name: string, role: Role, supportUrl: string | null } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type AccountSecurityQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountSecurityQuery = { accountSecurity: { secondFactorAt: string | null, secondFactorRequired: boolean, recoveryCodesLeft: number } };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { sessions: Array<{ id: string, browser: string | null, operatingSystem: string | null, address: string, startedAt: string, lastUsedAt: string, isCurrent: boolean }> };

export type EndSessionMutationVariables = Exact<{
  id: string;
}>;


export type EndSessionMutation = { endSession: boolean };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: boolean };

export type UpdateViewerMutationVariables = Exact<{
  input: UpdateViewerInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdateViewerMutation = { updateViewer: { id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number } };

export type ChangePasswordMutationVariables = Exact<{
  currentPassword: string;
  newPassword: string;
}>;


export type ChangePasswordMutation = { changePassword: boolean };

export type ConfirmIdentityMutationVariables = Exact<{
  password?: string | null | undefined;
  code?: string | null | undefined;
}>;


export type ConfirmIdentityMutation = { confirmIdentity: { accessToken: string, expiresAt: string } };

export type StartSecondFactorMutationVariables = Exact<{ [key: string]: never; }>;


export type StartSecondFactorMutation = { startSecondFactor: { secret: string, uri: string } };

export type ConfirmSecondFactorMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmSecondFactorMutation = { confirmSecondFactor: Array<string> };

export type RenewRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes: Array<string> };

export type RemoveSecondFactorMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveSecondFactorMutation = { removeSecondFactor: boolean };

export type ResetSecondFactorMutationVariables = Exact<{
  userId: string;
}>;


export type ResetSecondFactorMutation = { resetSecondFactor: boolean };

export type SearchQueryVariables = Exact<{
  text: string;
}>;


export type SearchQuery = { search: { applications: Array<{ id: string, companyName: string, status: ApplicationStatus }>, partners: Array<{ id: string, companyName: string }>, clients: Array<{ id: string, companyName: string, contactName: string }>, people: Array<{ id: string, name: string, email: string, role: Role, partnerAccountId: string | null, companyName: string | null }> } };

export type ListPartnerApplicationsQueryVariables = Exact<{
  filter?: PartnerApplicationFilter | null | undefined;
  sortBy?: PartnerApplicationSortField;
  sortOrder?: SortOrder;
  page?: number;
  limit?: number;
}>;


export type ListPartnerApplicationsQuery = { partnerApplications: { items: Array<{ id: string, companyName: string, contactName: string, partnershipType: PartnershipType, companySize: CompanySize, status: ApplicationStatus, createdAt: string }>, pageInfo: { page: number | null, limit: number, totalItems: number, totalPages: number, hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null } } };

export type NextPartnerApplicationsQueryVariables = Exact<{
  filter?: PartnerApplicationFilter | null | undefined;
  after: string;
}>;


export type NextPartnerApplicationsQuery = { partnerApplications: { items: Array<{ id: string, companyName: string, status: ApplicationStatus, createdAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartnerApplicationDetailsQueryVariables = Exact<{
  id: string;
}>;


export type PartnerApplicationDetailsQuery = { partnerApplication: { id: string, companyName: string, contactName: string, contactEmail: string, website: string | null, partnershipType: PartnershipType, industry: string, motivation: string, status: ApplicationStatus, nextStatuses: Array<ApplicationStatus>, version: number, decidedAt: string | null, withdrawnAt: string | null, createdAt: string, notes: Array<{ id: string, authorName: string, note: string, createdAt: string }>, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, withdrawn: boolean, changedBy: string, message: string | null, changedAt: string }>, emails: Array<{ id: string, template: string, recipient: string, status: EmailStatus, createdAt: string }>, assignee: { id: string, name: string, isActive: boolean } | null, possibleDuplicates: Array<{ id: string, companyName: string, matches: Array<DuplicateMatch> }> } | null };

export type PartnerApplicationNeighborsQueryVariables = Exact<{
  id: string;
  filter?: PartnerApplicationFilter | null | undefined;
}>;


export type PartnerApplicationNeighborsQuery = { partnerApplicationNeighbors: { position: number | null, totalItems: number, previous: { id: string } | null, next: { id: string } | null } | null };

export type UpdatePartnerApplicationMutationVariables = Exact<{
  id: string;
  input: UpdatePartnerApplicationInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdatePartnerApplicationMutation = { updatePartnerApplication: { id: string, companySize: CompanySize, website: string | null, version: number } };

export type AssignPartnerApplicationMutationVariables = Exact<{
  id: string;
  assigneeId?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}>;


export type AssignPartnerApplicationMutation = { assignPartnerApplication: { id: string, version: number, assignee: { id: string, name: string } | null } };

export type AssignPartnerApplicationsMutationVariables = Exact<{
  input: AssignApplicationsInput;
}>;


export type AssignPartnerApplicationsMutation = { assignPartnerApplications: Array<{ id: string, application: { version: number, assignee: { id: string, name: string } | null } | null, error: { code: string, message: string, reason: string | null } | null }> };

export type PartnerApplicationStatusEmailQueryVariables = Exact<{
  id: string;
  status: ApplicationStatus;
  message?: string | null | undefined;
}>;


export type PartnerApplicationStatusEmailQuery = { partnerApplicationStatusEmail: { language: Language, subject: string, html: string, text: string } | null };

export type UpdatePartnerApplicationStatusesMutationVariables = Exact<{
  input: UpdateStatusesInput;
}>;


export type UpdatePartnerApplicationStatusesMutation = { updatePartnerApplicationStatuses: Array<{ id: string, application: { status: ApplicationStatus, version: number } | null, error: { code: string, message: string, reason: string | null } | null }> };

export type ExportPartnerApplicationsMutationVariables = Exact<{
  filter?: PartnerApplicationFilter | null | undefined;
  sortBy?: PartnerApplicationSortField;
  sortOrder?: SortOrder;
  language?: Language | null | undefined;
}>;


export type ExportPartnerApplicationsMutation = { exportPartnerApplications: { url: string, expiresAt: string } };

export type ExportPartnerAccountsMutationVariables = Exact<{
  filter?: PartnerAccountFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type ExportPartnerAccountsMutation = { exportPartnerAccounts: { url: string, expiresAt: string } };

export type ExportEmailMessagesMutationVariables = Exact<{
  filter?: EmailMessageFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type ExportEmailMessagesMutation = { exportEmailMessages: { url: string, expiresAt: string } };

export type UpdatePartnerApplicationStatusMutationVariables = Exact<{
  id: string;
  status: ApplicationStatus;
  message?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  reopenWithdrawn?: boolean | null | undefined;
  ownerEmail?: string | null | undefined;
  ownerName?: string | null | undefined;
}>;


export type UpdatePartnerApplicationStatusMutation = { updatePartnerApplicationStatus: { id: string, status: ApplicationStatus, version: number, decidedAt: string | null, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, withdrawn: boolean, changedBy: string, message: string | null, changedAt: string }> } };

export type AddPartnerApplicationNoteMutationVariables = Exact<{
  id: string;
  note: string;
  authorName?: string | null | undefined;
  mentionIds?: Array<string> | string | null | undefined;
}>;


export type AddPartnerApplicationNoteMutation = { addPartnerApplicationNote: { id: string, authorName: string, note: string, createdAt: string } };

export type PartnerApplicationStatisticsQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
  interval?: StatisticsInterval;
  timeZone?: string;
  industries?: number | null | undefined;
}>;


export type PartnerApplicationStatisticsQuery = { partnerApplicationStatistics: { total: number, withdrawn: number, approvalRate: number | null, medianHoursToDecision: number | null, byStatus: Array<{ status: ApplicationStatus, count: number }>, byPartnershipType: Array<{ partnershipType: PartnershipType, count: number }>, byCompanySize: Array<{ companySize: CompanySize, count: number }>, byIndustry: Array<{ industry: string, count: number }>, overTime: Array<{ periodStart: string, submitted: number, approved: number, rejected: number, withdrawn: number }> } };

export type WaitingWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingWorkQuery = { waitingWork: { pending: number, reviewing: number, unassigned: number, mine: number, oldestPendingAt: string | null, oldestReviewingAt: string | null, failedEmails: number, openByAssignee: Array<{ count: number, assignee: { id: string, name: string } | null }> } };

export type ListEmailMessagesQueryVariables = Exact<{
  filter?: EmailMessageFilter | null | undefined;
  limit?: number;
}>;


export type ListEmailMessagesQuery = { emailMessages: { items: Array<{ id: string, applicationId: string | null, recipient: string, template: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string }>, pageInfo: { endCursor: string | null } } };

export type ListFailedJobsQueryVariables = Exact<{
  limit?: number;
}>;


export type ListFailedJobsQuery = { failedJobs: { items: Array<{ id: string, queue: string, subject: string | null, retries: number, createdAt: string, failedAt: string }>, pageInfo: { endCursor: string | null } } };

export type RetryFailedJobMutationVariables = Exact<{
  id: string;
}>;


export type RetryFailedJobMutation = { retryFailedJob: { id: string, queue: string, retriedAt: string | null } };

export type ListFailedProvisioningsQueryVariables = Exact<{
  filter?: FailedProvisioningFilter | null | undefined;
  limit?: number;
}>;


export type ListFailedProvisioningsQuery = { failedProvisionings: { items: Array<{ id: string, status: ProvisioningStatus, problem: ProvisioningProblem | null, detail: string | null, failedAt: string | null, client: { companyName: string }, partner: { id: string, companyName: string } | null }>, pageInfo: { totalItems: number } } };

export type ResendEmailMutationVariables = Exact<{
  id: string;
}>;


export type ResendEmailMutation = { resendEmail: { id: string, status: EmailStatus } };

export type ResendEmailsMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type ResendEmailsMutation = { resendEmails: Array<{ id: string, email: { status: EmailStatus } | null, error: { code: string, message: string, reason: string | null } | null }> };

export type ListPartnerAccountsQueryVariables = Exact<{
  filter?: PartnerAccountFilter | null | undefined;
  limit?: number;
}>;


export type ListPartnerAccountsQuery = { partnerAccounts: { items: Array<{ id: string, companyName: string, partnershipType: PartnershipType, tier: PartnerTier, isActive: boolean }>, pageInfo: { totalItems: number, endCursor: string | null } } };

export type PartnerAccountDetailsQueryVariables = Exact<{
  id: string;
}>;


export type PartnerAccountDetailsQuery = { partnerAccount: { id: string, companyName: string, adminEmail: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, isActive: boolean, version: number, partnerships: Array<{ type: PartnershipType, since: string, application: { id: string, decidedAt: string | null } }> } | null };

export type PartnerAccountNeighborsQueryVariables = Exact<{
  id: string;
  filter?: PartnerAccountFilter | null | undefined;
}>;


export type PartnerAccountNeighborsQuery = { partnerAccountNeighbors: { position: number | null, totalItems: number, previous: { id: string, companyName: string } | null, next: { id: string, companyName: string } | null } | null };

export type UpdatePartnerAccountMutationVariables = Exact<{
  id: string;
  input: UpdatePartnerAccountInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdatePartnerAccountMutation = { updatePartnerAccount: { id: string, tier: PartnerTier, whitelabelEnabled: boolean, isActive: boolean, version: number } };

export type UpdatePartnerAccountsMutationVariables = Exact<{
  input: UpdatePartnerAccountsInput;
}>;


export type UpdatePartnerAccountsMutation = { updatePartnerAccounts: Array<{ id: string, partner: { tier: PartnerTier, isActive: boolean, version: number } | null, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type AssignPartnerManagerMutationVariables = Exact<{
  id: string;
  managerId?: string | null | undefined;
  technicalManagerId?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}>;


export type AssignPartnerManagerMutation = { assignPartnerManager: { id: string, version: number, manager: { id: string | null, name: string, email: string } | null } };

export type AssignPartnerManagersMutationVariables = Exact<{
  input: AssignPartnerManagersInput;
}>;


export type AssignPartnerManagersMutation = { assignPartnerManagers: Array<{ id: string, partner: { version: number, manager: { name: string } | null } | null, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type OwnManagersQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnManagersQuery = { viewer: { partnerAccount: { manager: { name: string, email: string } | null, technicalManager: { name: string, email: string } | null } | null } };

export type ResendInvitationMutationVariables = Exact<{
  partnerAccountId: string;
}>;


export type ResendInvitationMutation = { resendInvitation: boolean };

export type ListAdminsQueryVariables = Exact<{
  isActive?: boolean | null | undefined;
}>;


export type ListAdminsQuery = { admins: { items: Array<{ id: string, email: string, name: string, roles: Array<AdminRole>, joinedAt: string | null }> } };

export type InviteAdminMutationVariables = Exact<{
  email: string;
  name: string;
  roles: Array<AdminRole> | AdminRole;
}>;


export type InviteAdminMutation = { inviteAdmin: { id: string, roles: Array<AdminRole> } };

export type ResendAdminInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendAdminInvitationMutation = { resendAdminInvitation: boolean };

export type ChangeAdminRolesMutationVariables = Exact<{
  id: string;
  roles: Array<AdminRole> | AdminRole;
  expectedVersion?: number | null | undefined;
}>;


export type ChangeAdminRolesMutation = { changeAdminRoles: { roles: Array<AdminRole>, version: number } };

export type DeactivateAdminMutationVariables = Exact<{
  id: string;
  expectedVersion?: number | null | undefined;
}>;


export type DeactivateAdminMutation = { deactivateAdmin: boolean };

export type ListPartnerClientsQueryVariables = Exact<{
  partnerId: string;
  filter?: ClientAccountFilter | null | undefined;
}>;


export type ListPartnerClientsQuery = { partnerClients: { items: Array<{ id: string, companyName: string, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, createdAt: string }>, pageInfo: { totalItems: number, endCursor: string | null } } };

export type GetPartnerClientQueryVariables = Exact<{
  partnerId: string;
  id: string;
}>;


export type GetPartnerClientQuery = { partnerClient: { id: string, companyName: string, contactName: string, contactEmail: string, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, createdAt: string } | null };

export type ListPartnerMembersQueryVariables = Exact<{
  partnerId: string;
  isActive?: boolean | null | undefined;
}>;


export type ListPartnerMembersQuery = { partnerMembers: { items: Array<{ id: string, name: string, email: string, partnerRole: PartnerRole, joinedAt: string | null }>, pageInfo: { totalItems: number } } };

export type ListPartnerNotesQueryVariables = Exact<{
  partnerId: string;
}>;


export type ListPartnerNotesQuery = { partnerNotes: { items: Array<{ id: string, authorName: string, note: string, createdAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AddPartnerNoteMutationVariables = Exact<{
  partnerId: string;
  note: string;
}>;


export type AddPartnerNoteMutation = { addPartnerNote: { id: string, authorName: string, note: string, createdAt: string } };

export type PublishTierTermsMutationVariables = Exact<{
  input: TierTermsInput;
}>;


export type PublishTierTermsMutation = { publishTierTerms: { id: string, tier: PartnerTier, effectiveFrom: string } };

export type WithdrawTierTermsMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawTierTermsMutation = { withdrawTierTerms: boolean };

export type AssignTierMutationVariables = Exact<{
  id: string;
  tier: PartnerTier;
  note: string;
  pinnedUntil?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}>;


export type AssignTierMutation = { assignTier: { id: string, tier: PartnerTier, version: number } };

export type ListTierAssignmentsQueryVariables = Exact<{
  id: string;
}>;


export type ListTierAssignmentsQuery = { tierAssignments: { items: Array<{ id: string, tier: PartnerTier, from: string, to: string | null, reason: TierAssignmentReason, note: string | null, decidedBy: string | null, pinnedUntil: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ListTierEvaluationsQueryVariables = Exact<{
  id: string;
}>;


export type ListTierEvaluationsQuery = { tierEvaluations: { items: Array<{ id: string, periodEnd: string, tier: PartnerTier, newTier: PartnerTier, outcome: TierOutcomeKind, graceUntil: string | null, createdAt: string, values: Array<{ tier: PartnerTier, partnershipType: PartnershipType, metric: TierMetric, required: number, value: number | null, met: boolean | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PreviewTierEvaluationQueryVariables = Exact<{
  periodEnd: string;
}>;


export type PreviewTierEvaluationQuery = { previewTierEvaluation: Array<{ partnerId: string, companyName: string, tier: PartnerTier, newTier: PartnerTier, outcome: TierOutcomeKind, graceUntil: string | null, values: Array<{ tier: PartnerTier, partnershipType: PartnershipType, metric: TierMetric, required: number, value: number | null, met: boolean | null }> }> };

export type PartnerTierStandingQueryVariables = Exact<{
  id: string;
}>;


export type PartnerTierStandingQuery = { partnerTierStanding: { tier: PartnerTier, since: string, graceUntil: string | null, pinnedUntil: string | null, nextEvaluationOn: string, values: Array<{ metric: TierMetric, required: number, value: number | null, met: boolean | null, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } }> } | null };

export type TierTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type TierTermsQuery = { tierTerms: Array<{ id: string, tier: PartnerTier, effectiveFrom: string, benefits: Array<Benefit>, supportResponseHours: number | null, wholesaleDiscountBps: number, minMarginBps: number, commissionBps: number, commissionMonths: number, holdDays: number, commissionCaps: Array<{ amount: number, currency: string, formatted: string }>, requirements: Array<{ partnershipType: PartnershipType, metric: TierMetric, atLeast: number }> }> };

export type ListAuditEventsQueryVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  limit?: number;
}>;


export type ListAuditEventsQuery = { auditEvents: { items: Array<{ occurredAt: string, type: AuditAction, changes: string | null, ipAddress: string | null, requestId: string | null, actor: { kind: AuditActorKind, name: string, apiKeyName: string | null }, subject: { type: string, id: string, name: string | null }, partner: { id: string, name: string | null } | null, mentions: Array<{ type: string, id: string, name: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ExportAuditEventsMutationVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type ExportAuditEventsMutation = { exportAuditEvents: { url: string, expiresAt: string } };

export type ListNotificationsQueryVariables = Exact<{
  unread?: boolean | null | undefined;
  limit?: number;
  after?: string | null | undefined;
}>;


export type ListNotificationsQuery = { notifications: { items: Array<{ id: string, kind: NotificationKind, actorName: string | null, subjectId: string | null, subjectName: string | null, detail: string | null, createdAt: string, readAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UnreadNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationsQuery = { unreadNotifications: number };

export type MarkNotificationsReadMutationVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
  until?: string | null | undefined;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: number };

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationSettingsQuery = { notificationSettings: { kinds: Array<{ kind: NotificationKind, inApp: boolean, email: NotificationEmail }> } };

export type UpdateNotificationSettingsMutationVariables = Exact<{
  settings: Array<NotificationSettingInput> | NotificationSettingInput;
}>;


export type UpdateNotificationSettingsMutation = { updateNotificationSettings: { kinds: Array<{ kind: NotificationKind, inApp: boolean, email: NotificationEmail }> } };

export type CreateSavedViewMutationVariables = Exact<{
  input: CreateSavedViewInput;
}>;


export type CreateSavedViewMutation = { createSavedView: { id: string, name: string, search: string, position: number } };

export type SavedViewsQueryVariables = Exact<{
  list: ListName;
}>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, name: string, search: string, isShared: boolean, isOwn: boolean, ownerName: string, position: number, updatedAt: string }> };

export type UpdateSavedViewMutationVariables = Exact<{
  id: string;
  input: UpdateSavedViewInput;
}>;


export type UpdateSavedViewMutation = { updateSavedView: { id: string, name: string, isShared: boolean, position: number } };

export type DeleteSavedViewMutationVariables = Exact<{
  id: string;
}>;


export type DeleteSavedViewMutation = { deleteSavedView: boolean };

export type SetInterfaceStateMutationVariables = Exact<{
  key: InterfaceKey;
  value: string;
}>;


export type SetInterfaceStateMutation = { setInterfaceState: { key: InterfaceKey, value: string, updatedAt: string } };

export type InterfaceStateQueryVariables = Exact<{
  keys: Array<InterfaceKey> | InterfaceKey;
}>;


export type InterfaceStateQuery = { interfaceState: Array<{ key: InterfaceKey, value: string }> };

export type SaveDraftMutationVariables = Exact<{
  key: string;
  text: string;
}>;


export type SaveDraftMutation = { saveDraft: { key: string, updatedAt: string } };

export type DraftQueryVariables = Exact<{
  key: string;
}>;


export type DraftQuery = { draft: { text: string, updatedAt: string } | null };

export type DeleteDraftMutationVariables = Exact<{
  key: string;
}>;


export type DeleteDraftMutation = { deleteDraft: boolean };

export type ListMembersQueryVariables = Exact<{
  isActive?: boolean | null | undefined;
}>;


export type ListMembersQuery = { members: { items: Array<{ id: string, email: string, name: string, partnerRole: PartnerRole, joinedAt: string | null }> } };

export type InviteMemberMutationVariables = Exact<{
  email: string;
  name: string;
  role?: PartnerRole;
}>;


export type InviteMemberMutation = { inviteMember: { id: string, email: string, partnerRole: PartnerRole } };

export type ResendMemberInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendMemberInvitationMutation = { resendMemberInvitation: boolean };

export type ChangeMemberRoleMutationVariables = Exact<{
  id: string;
  role: PartnerRole;
  expectedVersion?: number | null | undefined;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole: { id: string, partnerRole: PartnerRole, version: number } };

export type RemoveMemberMutationVariables = Exact<{
  id: string;
  expectedVersion?: number | null | undefined;
}>;


export type RemoveMemberMutation = { removeMember: boolean };

export type CreateClientAccountMutationVariables = Exact<{
  input: CreateClientAccountInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateClientAccountMutation = { createClientAccount: { id: string, companyName: string, subscriptionStatus: SubscriptionStatus, version: number } };

export type ListClientAccountsQueryVariables = Exact<{
  filter?: ClientAccountFilter | null | undefined;
}>;


export type ListClientAccountsQuery = { clientAccounts: { items: Array<{ id: string, companyName: string, subscriptionTier: string, subscriptionStatus: SubscriptionStatus }>, pageInfo: { totalItems: number, endCursor: string | null } } };

export type ExportClientAccountsMutationVariables = Exact<{
  filter?: ClientAccountFilter | null | undefined;
  sortBy?: ClientAccountSortField;
  sortOrder?: SortOrder;
  language?: Language | null | undefined;
}>;


export type ExportClientAccountsMutation = { exportClientAccounts: { url: string, expiresAt: string } };

export type ClientAccountDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ClientAccountDetailsQuery = { clientAccount: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, updatedAt: string } | null };

export type ClientProvisioningQueryVariables = Exact<{
  id: string;
}>;


export type ClientProvisioningQuery = { clientAccount: { provisioning: { status: ProvisioningStatus, desiredVersion: number, appliedVersion: number, lastError: string | null } | null } | null };

export type RetryProvisioningMutationVariables = Exact<{
  clientId: string;
}>;


export type RetryProvisioningMutation = { retryProvisioning: { id: string, status: ProvisioningStatus, desiredVersion: number } };

export type ClientPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientPlansQuery = { clientPlans: Array<{ name: string, clients: number, isLatest: boolean }> };

export type ClientAccountNeighborsQueryVariables = Exact<{
  id: string;
  filter?: ClientAccountFilter | null | undefined;
}>;


export type ClientAccountNeighborsQuery = { clientAccountNeighbors: { position: number | null, totalItems: number, previous: { id: string, companyName: string } | null, next: { id: string, companyName: string } | null } | null };

export type UpdateClientAccountMutationVariables = Exact<{
  id: string;
  input: UpdateClientAccountInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdateClientAccountMutation = { updateClientAccount: { id: string, contactName: string, contactPhone: string | null, version: number } };

export type UpdateClientSubscriptionMutationVariables = Exact<{
  id: string;
  input: ClientSubscriptionInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdateClientSubscriptionMutation = { updateClientSubscription: { id: string, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, version: number } };

export type UpdateClientSubscriptionsMutationVariables = Exact<{
  input: ClientSubscriptionsInput;
}>;


export type UpdateClientSubscriptionsMutation = { updateClientSubscriptions: Array<{ id: string, client: { subscriptionStatus: SubscriptionStatus, version: number } | null, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type ImportClientAccountsMutationVariables = Exact<{
  input: ImportClientAccountsInput;
}>;


export type ImportClientAccountsMutation = { importClientAccounts: Array<{ key: string, status: ClientImportStatus, mailbox: string | null, client: { id: string } | null, error: { code: string, reason: string | null, message: string } | null, problems: Array<{ field: string, rule: string, message: string }> }> };

export type OnboardingPlanQueryVariables = Exact<{ [key: string]: never; }>;


export type OnboardingPlanQuery = { onboardingPlan: { version: number, steps: Array<{ key: string, title: string, dueDays: number }> } | null };

export type ClientOnboardingQueryVariables = Exact<{
  id: string;
}>;


export type ClientOnboardingQuery = { clientAccount: { onboarding: Array<{ id: string | null, fact: OnboardingFact | null, title: string, dueOn: string | null, doneAt: string | null, isOverdue: boolean }> } | null };

export type ListOverdueClientsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListOverdueClientsQuery = { clientAccounts: { items: Array<{ id: string, companyName: string, onboarding: Array<{ title: string, dueOn: string | null, isOverdue: boolean }> }> } };

export type SetOnboardingStepMutationVariables = Exact<{
  id: string;
  isDone: boolean;
}>;


export type SetOnboardingStepMutation = { setOnboardingStep: { id: string | null, title: string, doneAt: string | null, isOverdue: boolean } };

export type AccessClientAccountMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type AccessClientAccountMutation = { accessClientAccount: { sessionId: string, url: string, expiresAt: string } };

export type ListClientAccessSessionsQueryVariables = Exact<{
  clientId?: string | null | undefined;
}>;


export type ListClientAccessSessionsQuery = { clientAccessSessions: { items: Array<{ id: string, userEmail: string, reason: string, createdAt: string, exchangedAt: string | null, expiresAt: string, revokedAt: string | null, clientAccount: { id: string, companyName: string } }>, pageInfo: { totalItems: number } } };

export type ClientsNeedingAttentionQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type ClientsNeedingAttentionQuery = { clientsNeedingAttention: Array<{ reason: AttentionReason, client: { id: string, companyName: string, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, createdAt: string } }> };

export type SaveOnboardingPlanMutationVariables = Exact<{
  input: SaveOnboardingPlanInput;
  expectedVersion?: number | null | undefined;
}>;


export type SaveOnboardingPlanMutation = { saveOnboardingPlan: { version: number, steps: Array<{ key: string, title: string, dueDays: number }> } };

export type TierStandingQueryVariables = Exact<{ [key: string]: never; }>;


export type TierStandingQuery = { tierStanding: { tier: PartnerTier, since: string, benefits: Array<Benefit>, graceUntil: string | null, pinnedUntil: string | null, nextEvaluationOn: string, values: Array<{ tier: PartnerTier, partnershipType: PartnershipType, metric: TierMetric, required: number, value: number | null, met: boolean | null, missing: number, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } }>, next: { tier: PartnerTier, moreBenefits: Array<Benefit>, values: Array<{ metric: TierMetric, required: number, value: number | null, met: boolean | null, missing: number }> } | null } };

export type GettingStartedQueryVariables = Exact<{ [key: string]: never; }>;


export type GettingStartedQuery = { gettingStarted: Array<{ key: GettingStartedStepKey, isDone: boolean }> };

export type CompanyQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanyQuery = { company: { id: string, companyName: string, website: string | null, phone: string | null, description: string | null, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null, version: number, pendingChange: { id: string, status: CompanyChangeStatus, message: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, vatId: string | null } } | null, lastDecision: { id: string, status: CompanyChangeStatus, message: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, vatId: string | null } } | null } };

export type UpdateCompanyMutationVariables = Exact<{
  input: UpdateCompanyInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdateCompanyMutation = { updateCompany: { phone: string | null, version: number, pendingChange: { id: string, status: CompanyChangeStatus } | null } };

export type WithdrawCompanyChangeMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawCompanyChangeMutation = { withdrawCompanyChange: { version: number, pendingChange: { id: string } | null } };

export type OwnApplicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnApplicationsQuery = { ownApplications: Array<{ companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, history: Array<{ status: ApplicationStatus, message: string | null, changedAt: string }> }> };

export type ListCompanyChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListCompanyChangesQuery = { companyChanges: { items: Array<{ id: string, status: CompanyChangeStatus, requestedBy: string | null, createdAt: string, before: { companyName: string }, after: { companyName: string }, partnerAccount: { id: string, companyName: string } }>, pageInfo: { totalItems: number }, counts: { pending: number, approved: number, rejected: number, withdrawn: number } } };

export type CompanyChangeDetailsQueryVariables = Exact<{
  id: string;
}>;


export type CompanyChangeDetailsQuery = { companyChange: { id: string, status: CompanyChangeStatus, message: string | null, createdAt: string, closedAt: string | null, requestedBy: string | null, decidedBy: string | null, before: { companyName: string, legalName: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, vatId: string | null }, partnerAccount: { id: string, companyName: string } } | null };

export type CompanyChangeNeighborsQueryVariables = Exact<{
  id: string;
}>;


export type CompanyChangeNeighborsQuery = { companyChangeNeighbors: { position: number | null, totalItems: number, previous: { id: string } | null, next: { id: string } | null } | null };

export type DecideCompanyChangeMutationVariables = Exact<{
  id: string;
  approve: boolean;
  message?: string | null | undefined;
}>;


export type DecideCompanyChangeMutation = { decideCompanyChange: { id: string, status: CompanyChangeStatus, closedAt: string | null } };

export type RevokeClientAccessMutationVariables = Exact<{
  sessionId: string;
}>;


export type RevokeClientAccessMutation = { revokeClientAccess: boolean };

export type CreateApiKeyMutationVariables = Exact<{
  name: string;
  scopes?: Array<ApiKeyScope> | ApiKeyScope | null | undefined;
  allowedAddresses?: Array<string> | string | null | undefined;
  expiresAt?: string | null | undefined;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string, apiKey: { id: string, prefix: string, scopes: Array<ApiKeyScope>, allowedAddresses: Array<string> } } };

export type ListApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ListApiKeysQuery = { apiKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<ApiKeyScope>, allowedAddresses: Array<string>, createdByName: string, lastUsedAt: string | null, expiresAt: string | null, replacedBy: string | null }> };

export type ListApiKeyUsesQueryVariables = Exact<{
  apiKeyId: string;
}>;


export type ListApiKeyUsesQuery = { apiKeyUses: { items: Array<{ network: string, requests: number, refused: number, firstAt: string, lastAt: string }>, pageInfo: { totalItems: number } } };

export type RotateApiKeyMutationVariables = Exact<{
  id: string;
  overlapHours?: number;
}>;


export type RotateApiKeyMutation = { rotateApiKey: { secret: string, apiKey: { id: string, prefix: string, expiresAt: string | null } } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: boolean };

export type ListEventTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListEventTypesQuery = { eventTypes: Array<{ type: string, description: string, example: string }> };

export type CreateWebhookEndpointMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type CreateWebhookEndpointMutation = { createWebhookEndpoint: { secret: string, endpoint: { id: string, url: string, types: Array<string>, status: WebhookEndpointStatus } } };

export type ListWebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListWebhookEndpointsQuery = { webhookEndpoints: Array<{ id: string, url: string, description: string | null, types: Array<string>, status: WebhookEndpointStatus, failuresInARow: number, failingSince: string | null, previousUntil: string | null, version: number, createdAt: string }> };

export type UpdateWebhookEndpointMutationVariables = Exact<{
  id: string;
  input: UpdateWebhookEndpointInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdateWebhookEndpointMutation = { updateWebhookEndpoint: { id: string, types: Array<string>, status: WebhookEndpointStatus, version: number } };

export type RotateWebhookSecretMutationVariables = Exact<{
  id: string;
  overlapHours?: number;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string, endpoint: { id: string, previousUntil: string | null } } };

export type TestWebhookEndpointMutationVariables = Exact<{
  id: string;
}>;


export type TestWebhookEndpointMutation = { testWebhookEndpoint: { id: string, type: string, status: WebhookDeliveryStatus } };

export type ListWebhookDeliveriesQueryVariables = Exact<{
  endpointId: string;
  filter?: WebhookDeliveryFilter | null | undefined;
  page?: number;
}>;


export type ListWebhookDeliveriesQuery = { webhookDeliveries: { items: Array<{ id: string, messageId: string, type: string, status: WebhookDeliveryStatus, error: string | null, payload: string, replayOf: string | null, replayedAs: string | null, nextTryAt: string | null, createdAt: string, tries: Array<{ at: string, milliseconds: number | null, status: number | null, error: string | null, answer: string | null }> }>, pageInfo: { totalItems: number, hasNextPage: boolean } } };

export type WebhookDeliveryDetailsQueryVariables = Exact<{
  id: string;
}>;


export type WebhookDeliveryDetailsQuery = { webhookDelivery: { id: string, type: string, status: WebhookDeliveryStatus, payload: string, tries: Array<{ at: string, status: number | null, answer: string | null }> } | null };

export type ReplayWebhookDeliveryMutationVariables = Exact<{
  id: string;
}>;


export type ReplayWebhookDeliveryMutation = { replayWebhookDelivery: { id: string, replayOf: string | null, status: WebhookDeliveryStatus } };

export type ReplayWebhookDeliveriesMutationVariables = Exact<{
  endpointId: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  onlyFailed?: boolean;
}>;


export type ReplayWebhookDeliveriesMutation = { replayWebhookDeliveries: number };

export type ArchiveWebhookEndpointMutationVariables = Exact<{
  id: string;
}>;


export type ArchiveWebhookEndpointMutation = { archiveWebhookEndpoint: { id: string, status: WebhookEndpointStatus } };

export type RequestUploadMutationVariables = Exact<{
  input: RequestUploadInput;
}>;


export type RequestUploadMutation = { requestUpload: { url: string, expiresAt: string, file: { id: string, state: FileState } } };

export type FileQueryVariables = Exact<{
  id: string;
}>;


export type FileQuery = { file: { id: string, name: string, bytes: number, sha256: string | null, state: FileState, refusal: FileRefusal | null } | null };

export type ListFilesQueryVariables = Exact<{
  filter?: StoredFileFilter | null | undefined;
}>;


export type ListFilesQuery = { storedFiles: { items: Array<{ id: string, name: string, purpose: FilePurpose, refusal: FileRefusal | null, uploader: string, partner: { companyName: string } | null }>, pageInfo: { totalItems: number }, counts: { ready: number, refused: number } } };

export type DownloadFileMutationVariables = Exact<{
  id: string;
}>;


export type DownloadFileMutation = { downloadFile: { url: string, expiresAt: string } };

export type ListAgreementsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListAgreementsQuery = { agreements: Array<{ id: string, title: string, isRequired: boolean, isNegotiated: boolean, status: AgreementStatus, isBlocking: boolean, version: { id: string, number: number, sha256: string, changes: string | null, publishedAt: string, bindingFrom: string, withdrawnAt: string | null, isCountersigned: boolean }, acceptances: Array<{ id: string, versionId: string, agreementTitle: string, versionNumber: number, name: string, title: string, sha256: string, acceptedAt: string }> }> };

export type AcceptAgreementMutationVariables = Exact<{
  input: AcceptAgreementInput;
}>;


export type AcceptAgreementMutation = { acceptAgreement: { id: string, versionNumber: number, acceptedAt: string } };

export type DownloadAgreementMutationVariables = Exact<{
  versionId: string;
  isCountersigned?: boolean;
}>;


export type DownloadAgreementMutation = { downloadAgreement: { url: string, expiresAt: string } };

export type ListAllAgreementsQueryVariables = Exact<{
  filter?: AgreementFilter | null | undefined;
  page?: number;
  limit?: number;
  after?: string | null | undefined;
}>;


export type ListAllAgreementsQuery = { allAgreements: { items: Array<{ id: string, title: string, partnershipTypes: Array<PartnershipType>, isRequired: boolean, createdAt: string, partner: { id: string, companyName: string } | null, versions: Array<{ id: string, number: number, bindingFrom: string, withdrawnAt: string | null }> }>, pageInfo: { page: number | null, totalItems: number, hasNextPage: boolean, endCursor: string | null } } };

export type AgreementDetailsQueryVariables = Exact<{
  id: string;
}>;


export type AgreementDetailsQuery = { agreement: { id: string, title: string, partnershipTypes: Array<PartnershipType>, isRequired: boolean, partner: { id: string, companyName: string } | null, versions: Array<{ id: string, number: number, sha256: string, changes: string | null, publishedAt: string, bindingFrom: string, withdrawnAt: string | null, isCountersigned: boolean }> } | null };

export type ListAgreementAcceptancesQueryVariables = Exact<{
  filter?: AgreementAcceptanceFilter | null | undefined;
  page?: number;
  limit?: number;
  after?: string | null | undefined;
}>;


export type ListAgreementAcceptancesQuery = { agreementAcceptances: { items: Array<{ id: string, partnerId: string, companyName: string, agreementId: string, agreementTitle: string, versionId: string, versionNumber: number, status: AcceptanceStatus, bindingFrom: string, name: string | null, title: string | null, sha256: string, ipAddress: string | null, userAgent: string | null, userId: string | null, acceptedAt: string | null }>, pageInfo: { page: number | null, totalItems: number, hasNextPage: boolean, endCursor: string | null }, counts: { missing: number, accepted: number } } };

export type ExportAgreementAcceptancesMutationVariables = Exact<{
  filter?: AgreementAcceptanceFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type ExportAgreementAcceptancesMutation = { exportAgreementAcceptances: { url: string, expiresAt: string } };

export type CreateAgreementMutationVariables = Exact<{
  input: CreateAgreementInput;
}>;


export type CreateAgreementMutation = { createAgreement: { id: string, title: string, partnershipTypes: Array<PartnershipType>, isRequired: boolean, createdAt: string } };

export type PublishAgreementVersionMutationVariables = Exact<{
  input: PublishAgreementVersionInput;
}>;


export type PublishAgreementVersionMutation = { publishAgreementVersion: { id: string, number: number, sha256: string, bindingFrom: string } };

export type WithdrawAgreementVersionMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawAgreementVersionMutation = { withdrawAgreementVersion: { id: string, withdrawnAt: string | null } };

export type AddCountersignedCopyMutationVariables = Exact<{
  versionId: string;
  fileId: string;
}>;


export type AddCountersignedCopyMutation = { addCountersignedCopy: { id: string, isCountersigned: boolean } };

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

export const SubmitPartnerApplicationDocument = new TypedDocumentString(`
    mutation SubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {
  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {
    applicationId
    statusUrl
    confirmation
  }
}
    `) as unknown as TypedDocumentString<SubmitPartnerApplicationMutation, SubmitPartnerApplicationMutationVariables>;
export const ApplicationStatusDocument = new TypedDocumentString(`
    query ApplicationStatus($token: String!) {
  applicationStatus(token: $token) {
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
}
    `) as unknown as TypedDocumentString<ApplicationStatusQuery, ApplicationStatusQueryVariables>;
export const WithdrawApplicationDocument = new TypedDocumentString(`
    mutation WithdrawApplication($token: String!) {
  withdrawApplication(token: $token) {
    status
    withdrawnAt
    history {
      status
      withdrawn
      message
      changedAt
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!, $code: String) {
  signIn(email: $email, password: $password, code: $code) {
    accessToken
    expiresAt
    mustAddSecondFactor
    viewer {
      id
      name
      role
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignInWithIdentityDocument = new TypedDocumentString(`
    mutation SignInWithIdentity($token: String!) {
  signInWithIdentity(token: $token) {
    accessToken
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<SignInWithIdentityMutation, SignInWithIdentityMutationVariables>;
export const SignInWithLinkDocument = new TypedDocumentString(`
    mutation SignInWithLink($token: String!) {
  signInWithLink(token: $token) {
    accessToken
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<SignInWithLinkMutation, SignInWithLinkMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($token: String!, $name: String!, $password: String!) {
  acceptInvitation(token: $token, name: $name, password: $password) {
    accessToken
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
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
export const RefreshSessionDocument = new TypedDocumentString(`
    mutation RefreshSession {
  refreshSession {
    accessToken
    expiresAt
    viewer {
      id
      name
      role
    }
  }
}
    `) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    email
    name
    role
    supportUrl
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const AccountSecurityDocument = new TypedDocumentString(`
    query AccountSecurity {
  accountSecurity {
    secondFactorAt
    secondFactorRequired
    recoveryCodesLeft
  }
}
    `) as unknown as TypedDocumentString<AccountSecurityQuery, AccountSecurityQueryVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions {
  sessions {
    id
    browser
    operatingSystem
    address
    startedAt
    lastUsedAt
    isCurrent
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($id: ID!) {
  endSession(id: $id)
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions
}
    `) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const UpdateViewerDocument = new TypedDocumentString(`
    mutation UpdateViewer($input: UpdateViewerInput!, $expectedVersion: Int) {
  updateViewer(input: $input, expectedVersion: $expectedVersion) {
    id
    name
    language
    timeZone
    dateFormat
    version
  }
}
    `) as unknown as TypedDocumentString<UpdateViewerMutation, UpdateViewerMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
  changePassword(currentPassword: $currentPassword, newPassword: $newPassword)
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ConfirmIdentityDocument = new TypedDocumentString(`
    mutation ConfirmIdentity($password: String, $code: String) {
  confirmIdentity(password: $password, code: $code) {
    accessToken
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ConfirmIdentityMutation, ConfirmIdentityMutationVariables>;
export const StartSecondFactorDocument = new TypedDocumentString(`
    mutation StartSecondFactor {
  startSecondFactor {
    secret
    uri
  }
}
    `) as unknown as TypedDocumentString<StartSecondFactorMutation, StartSecondFactorMutationVariables>;
export const ConfirmSecondFactorDocument = new TypedDocumentString(`
    mutation ConfirmSecondFactor($code: String!) {
  confirmSecondFactor(code: $code)
}
    `) as unknown as TypedDocumentString<ConfirmSecondFactorMutation, ConfirmSecondFactorMutationVariables>;
export const RenewRecoveryCodesDocument = new TypedDocumentString(`
    mutation RenewRecoveryCodes {
  renewRecoveryCodes
}
    `) as unknown as TypedDocumentString<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const RemoveSecondFactorDocument = new TypedDocumentString(`
    mutation RemoveSecondFactor {
  removeSecondFactor
}
    `) as unknown as TypedDocumentString<RemoveSecondFactorMutation, RemoveSecondFactorMutationVariables>;
export const ResetSecondFactorDocument = new TypedDocumentString(`
    mutation ResetSecondFactor($userId: ID!) {
  resetSecondFactor(userId: $userId)
}
    `) as unknown as TypedDocumentString<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!) {
  search(text: $text) {
    applications {
      id
      companyName
      status
    }
    partners {
      id
      companyName
    }
    clients {
      id
      companyName
      contactName
    }
    people {
      id
      name
      email
      role
      partnerAccountId
      companyName
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const ListPartnerApplicationsDocument = new TypedDocumentString(`
    query ListPartnerApplications($filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField! = CREATED_AT, $sortOrder: SortOrder! = DESC, $page: Int! = 1, $limit: Int! = 20) {
  partnerApplications(
    filter: $filter
    sortBy: $sortBy
    sortOrder: $sortOrder
    page: $page
    limit: $limit
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
      page
      limit
      totalItems
      totalPages
      hasNextPage
      hasPreviousPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListPartnerApplicationsQuery, ListPartnerApplicationsQueryVariables>;
export const NextPartnerApplicationsDocument = new TypedDocumentString(`
    query NextPartnerApplications($filter: PartnerApplicationFilter, $after: String!) {
  partnerApplications(filter: $filter, after: $after) {
    items {
      id
      companyName
      status
      createdAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<NextPartnerApplicationsQuery, NextPartnerApplicationsQueryVariables>;
export const PartnerApplicationDetailsDocument = new TypedDocumentString(`
    query PartnerApplicationDetails($id: ID!) {
  partnerApplication(id: $id) {
    id
    companyName
    contactName
    contactEmail
    website
    partnershipType
    industry
    motivation
    status
    nextStatuses
    version
    decidedAt
    withdrawnAt
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
      id
      template
      recipient
      status
      createdAt
    }
    assignee {
      id
      name
      isActive
    }
    possibleDuplicates {
      id
      companyName
      matches
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerApplicationDetailsQuery, PartnerApplicationDetailsQueryVariables>;
export const PartnerApplicationNeighborsDocument = new TypedDocumentString(`
    query PartnerApplicationNeighbors($id: ID!, $filter: PartnerApplicationFilter) {
  partnerApplicationNeighbors(id: $id, filter: $filter) {
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
    `) as unknown as TypedDocumentString<PartnerApplicationNeighborsQuery, PartnerApplicationNeighborsQueryVariables>;
export const UpdatePartnerApplicationDocument = new TypedDocumentString(`
    mutation UpdatePartnerApplication($id: ID!, $input: UpdatePartnerApplicationInput!, $expectedVersion: Int) {
  updatePartnerApplication(
    id: $id
    input: $input
    expectedVersion: $expectedVersion
  ) {
    id
    companySize
    website
    version
  }
}
    `) as unknown as TypedDocumentString<UpdatePartnerApplicationMutation, UpdatePartnerApplicationMutationVariables>;
export const AssignPartnerApplicationDocument = new TypedDocumentString(`
    mutation AssignPartnerApplication($id: ID!, $assigneeId: ID, $expectedVersion: Int) {
  assignPartnerApplication(
    id: $id
    assigneeId: $assigneeId
    expectedVersion: $expectedVersion
  ) {
    id
    version
    assignee {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AssignPartnerApplicationMutation, AssignPartnerApplicationMutationVariables>;
export const AssignPartnerApplicationsDocument = new TypedDocumentString(`
    mutation AssignPartnerApplications($input: AssignApplicationsInput!) {
  assignPartnerApplications(input: $input) {
    id
    application {
      version
      assignee {
        id
        name
      }
    }
    error {
      code
      message
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<AssignPartnerApplicationsMutation, AssignPartnerApplicationsMutationVariables>;
export const PartnerApplicationStatusEmailDocument = new TypedDocumentString(`
    query PartnerApplicationStatusEmail($id: ID!, $status: ApplicationStatus!, $message: String) {
  partnerApplicationStatusEmail(id: $id, status: $status, message: $message) {
    language
    subject
    html
    text
  }
}
    `) as unknown as TypedDocumentString<PartnerApplicationStatusEmailQuery, PartnerApplicationStatusEmailQueryVariables>;
export const UpdatePartnerApplicationStatusesDocument = new TypedDocumentString(`
    mutation UpdatePartnerApplicationStatuses($input: UpdateStatusesInput!) {
  updatePartnerApplicationStatuses(input: $input) {
    id
    application {
      status
      version
    }
    error {
      code
      message
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePartnerApplicationStatusesMutation, UpdatePartnerApplicationStatusesMutationVariables>;
export const ExportPartnerApplicationsDocument = new TypedDocumentString(`
    mutation ExportPartnerApplications($filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField! = CREATED_AT, $sortOrder: SortOrder! = DESC, $language: Language = EN) {
  exportPartnerApplications(
    filter: $filter
    sortBy: $sortBy
    sortOrder: $sortOrder
    language: $language
  ) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ExportPartnerApplicationsMutation, ExportPartnerApplicationsMutationVariables>;
export const ExportPartnerAccountsDocument = new TypedDocumentString(`
    mutation ExportPartnerAccounts($filter: PartnerAccountFilter, $language: Language = EN) {
  exportPartnerAccounts(filter: $filter, language: $language) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ExportPartnerAccountsMutation, ExportPartnerAccountsMutationVariables>;
export const ExportEmailMessagesDocument = new TypedDocumentString(`
    mutation ExportEmailMessages($filter: EmailMessageFilter, $language: Language = EN) {
  exportEmailMessages(filter: $filter, language: $language) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ExportEmailMessagesMutation, ExportEmailMessagesMutationVariables>;
export const UpdatePartnerApplicationStatusDocument = new TypedDocumentString(`
    mutation UpdatePartnerApplicationStatus($id: ID!, $status: ApplicationStatus!, $message: String, $expectedVersion: Int, $reopenWithdrawn: Boolean, $ownerEmail: String, $ownerName: String) {
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
    decidedAt
    statusHistory {
      from
      to
      withdrawn
      changedBy
      message
      changedAt
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePartnerApplicationStatusMutation, UpdatePartnerApplicationStatusMutationVariables>;
export const AddPartnerApplicationNoteDocument = new TypedDocumentString(`
    mutation AddPartnerApplicationNote($id: ID!, $note: String!, $authorName: String, $mentionIds: [ID!]) {
  addPartnerApplicationNote(
    id: $id
    note: $note
    authorName: $authorName
    mentionIds: $mentionIds
  ) {
    id
    authorName
    note
    createdAt
  }
}
    `) as unknown as TypedDocumentString<AddPartnerApplicationNoteMutation, AddPartnerApplicationNoteMutationVariables>;
export const PartnerApplicationStatisticsDocument = new TypedDocumentString(`
    query PartnerApplicationStatistics($from: DateTime, $to: DateTime, $interval: StatisticsInterval! = DAY, $timeZone: String! = "UTC", $industries: Int = 10) {
  partnerApplicationStatistics(from: $from, to: $to) {
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
    byIndustry(first: $industries) {
      industry
      count
    }
    overTime(interval: $interval, timeZone: $timeZone) {
      periodStart
      submitted
      approved
      rejected
      withdrawn
    }
    approvalRate
    medianHoursToDecision
  }
}
    `) as unknown as TypedDocumentString<PartnerApplicationStatisticsQuery, PartnerApplicationStatisticsQueryVariables>;
export const WaitingWorkDocument = new TypedDocumentString(`
    query WaitingWork {
  waitingWork {
    pending
    reviewing
    unassigned
    mine
    openByAssignee {
      assignee {
        id
        name
      }
      count
    }
    oldestPendingAt
    oldestReviewingAt
    failedEmails
  }
}
    `) as unknown as TypedDocumentString<WaitingWorkQuery, WaitingWorkQueryVariables>;
export const ListEmailMessagesDocument = new TypedDocumentString(`
    query ListEmailMessages($filter: EmailMessageFilter, $limit: Int! = 20) {
  emailMessages(filter: $filter, limit: $limit) {
    items {
      id
      applicationId
      recipient
      template
      status
      tries
      lastError
      createdAt
    }
    pageInfo {
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListEmailMessagesQuery, ListEmailMessagesQueryVariables>;
export const ListFailedJobsDocument = new TypedDocumentString(`
    query ListFailedJobs($limit: Int! = 20) {
  failedJobs(limit: $limit) {
    items {
      id
      queue
      subject
      retries
      createdAt
      failedAt
    }
    pageInfo {
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListFailedJobsQuery, ListFailedJobsQueryVariables>;
export const RetryFailedJobDocument = new TypedDocumentString(`
    mutation RetryFailedJob($id: ID!) {
  retryFailedJob(id: $id) {
    id
    queue
    retriedAt
  }
}
    `) as unknown as TypedDocumentString<RetryFailedJobMutation, RetryFailedJobMutationVariables>;
export const ListFailedProvisioningsDocument = new TypedDocumentString(`
    query ListFailedProvisionings($filter: FailedProvisioningFilter, $limit: Int! = 20) {
  failedProvisionings(filter: $filter, limit: $limit) {
    items {
      id
      status
      problem
      detail
      failedAt
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
    `) as unknown as TypedDocumentString<ListFailedProvisioningsQuery, ListFailedProvisioningsQueryVariables>;
export const ResendEmailDocument = new TypedDocumentString(`
    mutation ResendEmail($id: ID!) {
  resendEmail(id: $id) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<ResendEmailMutation, ResendEmailMutationVariables>;
export const ResendEmailsDocument = new TypedDocumentString(`
    mutation ResendEmails($ids: [ID!]!) {
  resendEmails(ids: $ids) {
    id
    email {
      status
    }
    error {
      code
      message
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<ResendEmailsMutation, ResendEmailsMutationVariables>;
export const ListPartnerAccountsDocument = new TypedDocumentString(`
    query ListPartnerAccounts($filter: PartnerAccountFilter, $limit: Int! = 20) {
  partnerAccounts(filter: $filter, limit: $limit) {
    items {
      id
      companyName
      partnershipType
      tier
      isActive
    }
    pageInfo {
      totalItems
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListPartnerAccountsQuery, ListPartnerAccountsQueryVariables>;
export const PartnerAccountDetailsDocument = new TypedDocumentString(`
    query PartnerAccountDetails($id: ID!) {
  partnerAccount(id: $id) {
    id
    companyName
    adminEmail
    tier
    clientManagementEnabled
    whitelabelEnabled
    isActive
    version
    partnerships {
      type
      since
      application {
        id
        decidedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerAccountDetailsQuery, PartnerAccountDetailsQueryVariables>;
export const PartnerAccountNeighborsDocument = new TypedDocumentString(`
    query PartnerAccountNeighbors($id: ID!, $filter: PartnerAccountFilter) {
  partnerAccountNeighbors(id: $id, filter: $filter) {
    previous {
      id
      companyName
    }
    next {
      id
      companyName
    }
    position
    totalItems
  }
}
    `) as unknown as TypedDocumentString<PartnerAccountNeighborsQuery, PartnerAccountNeighborsQueryVariables>;
export const UpdatePartnerAccountDocument = new TypedDocumentString(`
    mutation UpdatePartnerAccount($id: ID!, $input: UpdatePartnerAccountInput!, $expectedVersion: Int) {
  updatePartnerAccount(id: $id, input: $input, expectedVersion: $expectedVersion) {
    id
    tier
    whitelabelEnabled
    isActive
    version
  }
}
    `) as unknown as TypedDocumentString<UpdatePartnerAccountMutation, UpdatePartnerAccountMutationVariables>;
export const UpdatePartnerAccountsDocument = new TypedDocumentString(`
    mutation UpdatePartnerAccounts($input: UpdatePartnerAccountsInput!) {
  updatePartnerAccounts(input: $input) {
    id
    partner {
      tier
      isActive
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
    `) as unknown as TypedDocumentString<UpdatePartnerAccountsMutation, UpdatePartnerAccountsMutationVariables>;
export const AssignPartnerManagerDocument = new TypedDocumentString(`
    mutation AssignPartnerManager($id: ID!, $managerId: ID, $technicalManagerId: ID, $expectedVersion: Int) {
  assignPartnerManager(
    id: $id
    managerId: $managerId
    technicalManagerId: $technicalManagerId
    expectedVersion: $expectedVersion
  ) {
    id
    manager {
      id
      name
      email
    }
    version
  }
}
    `) as unknown as TypedDocumentString<AssignPartnerManagerMutation, AssignPartnerManagerMutationVariables>;
export const AssignPartnerManagersDocument = new TypedDocumentString(`
    mutation AssignPartnerManagers($input: AssignPartnerManagersInput!) {
  assignPartnerManagers(input: $input) {
    id
    partner {
      manager {
        name
      }
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
    `) as unknown as TypedDocumentString<AssignPartnerManagersMutation, AssignPartnerManagersMutationVariables>;
export const OwnManagersDocument = new TypedDocumentString(`
    query OwnManagers {
  viewer {
    partnerAccount {
      manager {
        name
        email
      }
      technicalManager {
        name
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnManagersQuery, OwnManagersQueryVariables>;
export const ResendInvitationDocument = new TypedDocumentString(`
    mutation ResendInvitation($partnerAccountId: ID!) {
  resendInvitation(partnerAccountId: $partnerAccountId)
}
    `) as unknown as TypedDocumentString<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const ListAdminsDocument = new TypedDocumentString(`
    query ListAdmins($isActive: Boolean) {
  admins(isActive: $isActive) {
    items {
      id
      email
      name
      roles
      joinedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ListAdminsQuery, ListAdminsQueryVariables>;
export const InviteAdminDocument = new TypedDocumentString(`
    mutation InviteAdmin($email: String!, $name: String!, $roles: [AdminRole!]!) {
  inviteAdmin(email: $email, name: $name, roles: $roles) {
    id
    roles
  }
}
    `) as unknown as TypedDocumentString<InviteAdminMutation, InviteAdminMutationVariables>;
export const ResendAdminInvitationDocument = new TypedDocumentString(`
    mutation ResendAdminInvitation($id: ID!) {
  resendAdminInvitation(id: $id)
}
    `) as unknown as TypedDocumentString<ResendAdminInvitationMutation, ResendAdminInvitationMutationVariables>;
export const ChangeAdminRolesDocument = new TypedDocumentString(`
    mutation ChangeAdminRoles($id: ID!, $roles: [AdminRole!]!, $expectedVersion: Int) {
  changeAdminRoles(id: $id, roles: $roles, expectedVersion: $expectedVersion) {
    roles
    version
  }
}
    `) as unknown as TypedDocumentString<ChangeAdminRolesMutation, ChangeAdminRolesMutationVariables>;
export const DeactivateAdminDocument = new TypedDocumentString(`
    mutation DeactivateAdmin($id: ID!, $expectedVersion: Int) {
  deactivateAdmin(id: $id, expectedVersion: $expectedVersion)
}
    `) as unknown as TypedDocumentString<DeactivateAdminMutation, DeactivateAdminMutationVariables>;
export const ListPartnerClientsDocument = new TypedDocumentString(`
    query ListPartnerClients($partnerId: ID!, $filter: ClientAccountFilter) {
  partnerClients(partnerId: $partnerId, filter: $filter) {
    items {
      id
      companyName
      subscriptionTier
      subscriptionStatus
      createdAt
    }
    pageInfo {
      totalItems
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListPartnerClientsQuery, ListPartnerClientsQueryVariables>;
export const GetPartnerClientDocument = new TypedDocumentString(`
    query GetPartnerClient($partnerId: ID!, $id: ID!) {
  partnerClient(partnerId: $partnerId, id: $id) {
    id
    companyName
    contactName
    contactEmail
    subscriptionTier
    subscriptionStatus
    billingOwnedByReseller
    createdAt
  }
}
    `) as unknown as TypedDocumentString<GetPartnerClientQuery, GetPartnerClientQueryVariables>;
export const ListPartnerMembersDocument = new TypedDocumentString(`
    query ListPartnerMembers($partnerId: ID!, $isActive: Boolean) {
  partnerMembers(partnerId: $partnerId, isActive: $isActive) {
    items {
      id
      name
      email
      partnerRole
      joinedAt
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<ListPartnerMembersQuery, ListPartnerMembersQueryVariables>;
export const ListPartnerNotesDocument = new TypedDocumentString(`
    query ListPartnerNotes($partnerId: ID!) {
  partnerNotes(partnerId: $partnerId) {
    items {
      id
      authorName
      note
      createdAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListPartnerNotesQuery, ListPartnerNotesQueryVariables>;
export const AddPartnerNoteDocument = new TypedDocumentString(`
    mutation AddPartnerNote($partnerId: ID!, $note: String!) {
  addPartnerNote(partnerId: $partnerId, note: $note) {
    id
    authorName
    note
    createdAt
  }
}
    `) as unknown as TypedDocumentString<AddPartnerNoteMutation, AddPartnerNoteMutationVariables>;
export const PublishTierTermsDocument = new TypedDocumentString(`
    mutation PublishTierTerms($input: TierTermsInput!) {
  publishTierTerms(input: $input) {
    id
    tier
    effectiveFrom
  }
}
    `) as unknown as TypedDocumentString<PublishTierTermsMutation, PublishTierTermsMutationVariables>;
export const WithdrawTierTermsDocument = new TypedDocumentString(`
    mutation WithdrawTierTerms($id: ID!) {
  withdrawTierTerms(id: $id)
}
    `) as unknown as TypedDocumentString<WithdrawTierTermsMutation, WithdrawTierTermsMutationVariables>;
export const AssignTierDocument = new TypedDocumentString(`
    mutation AssignTier($id: ID!, $tier: PartnerTier!, $note: String!, $pinnedUntil: Date, $expectedVersion: Int) {
  assignTier(
    id: $id
    tier: $tier
    note: $note
    pinnedUntil: $pinnedUntil
    expectedVersion: $expectedVersion
  ) {
    id
    tier
    version
  }
}
    `) as unknown as TypedDocumentString<AssignTierMutation, AssignTierMutationVariables>;
export const ListTierAssignmentsDocument = new TypedDocumentString(`
    query ListTierAssignments($id: ID!) {
  tierAssignments(id: $id) {
    items {
      id
      tier
      from
      to
      reason
      note
      decidedBy
      pinnedUntil
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListTierAssignmentsQuery, ListTierAssignmentsQueryVariables>;
export const ListTierEvaluationsDocument = new TypedDocumentString(`
    query ListTierEvaluations($id: ID!) {
  tierEvaluations(id: $id) {
    items {
      id
      periodEnd
      tier
      newTier
      outcome
      values {
        tier
        partnershipType
        metric
        required
        value
        met
      }
      graceUntil
      createdAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListTierEvaluationsQuery, ListTierEvaluationsQueryVariables>;
export const PreviewTierEvaluationDocument = new TypedDocumentString(`
    query PreviewTierEvaluation($periodEnd: Date!) {
  previewTierEvaluation(periodEnd: $periodEnd) {
    partnerId
    companyName
    tier
    newTier
    outcome
    values {
      tier
      partnershipType
      metric
      required
      value
      met
    }
    graceUntil
  }
}
    `) as unknown as TypedDocumentString<PreviewTierEvaluationQuery, PreviewTierEvaluationQueryVariables>;
export const PartnerTierStandingDocument = new TypedDocumentString(`
    query PartnerTierStanding($id: ID!) {
  partnerTierStanding(id: $id) {
    tier
    since
    graceUntil
    pinnedUntil
    nextEvaluationOn
    values {
      metric
      required
      value
      met
      forecast {
        on
        value
        met
        reason
        count
        firstOn
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerTierStandingQuery, PartnerTierStandingQueryVariables>;
export const TierTermsDocument = new TypedDocumentString(`
    query TierTerms {
  tierTerms {
    id
    tier
    effectiveFrom
    benefits
    supportResponseHours
    wholesaleDiscountBps
    minMarginBps
    commissionBps
    commissionMonths
    commissionCaps {
      amount
      currency
      formatted(locale: "en")
    }
    holdDays
    requirements {
      partnershipType
      metric
      atLeast
    }
  }
}
    `) as unknown as TypedDocumentString<TierTermsQuery, TierTermsQueryVariables>;
export const ListAuditEventsDocument = new TypedDocumentString(`
    query ListAuditEvents($filter: AuditEventFilter, $limit: Int! = 20) {
  auditEvents(filter: $filter, limit: $limit) {
    items {
      occurredAt
      type
      actor {
        kind
        name
        apiKeyName
      }
      subject {
        type
        id
        name
      }
      partner {
        id
        name
      }
      mentions {
        type
        id
        name
      }
      changes
      ipAddress
      requestId
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListAuditEventsQuery, ListAuditEventsQueryVariables>;
export const ExportAuditEventsDocument = new TypedDocumentString(`
    mutation ExportAuditEvents($filter: AuditEventFilter, $language: Language = EN) {
  exportAuditEvents(filter: $filter, language: $language) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ExportAuditEventsMutation, ExportAuditEventsMutationVariables>;
export const ListNotificationsDocument = new TypedDocumentString(`
    query ListNotifications($unread: Boolean, $limit: Int! = 20, $after: String) {
  notifications(unread: $unread, limit: $limit, after: $after) {
    items {
      id
      kind
      actorName
      subjectId
      subjectName
      detail
      createdAt
      readAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListNotificationsQuery, ListNotificationsQueryVariables>;
export const UnreadNotificationsDocument = new TypedDocumentString(`
    query UnreadNotifications {
  unreadNotifications
}
    `) as unknown as TypedDocumentString<UnreadNotificationsQuery, UnreadNotificationsQueryVariables>;
export const MarkNotificationsReadDocument = new TypedDocumentString(`
    mutation MarkNotificationsRead($ids: [ID!], $until: DateTime) {
  markNotificationsRead(ids: $ids, until: $until)
}
    `) as unknown as TypedDocumentString<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables>;
export const NotificationSettingsDocument = new TypedDocumentString(`
    query NotificationSettings {
  notificationSettings {
    kinds {
      kind
      inApp
      email
    }
  }
}
    `) as unknown as TypedDocumentString<NotificationSettingsQuery, NotificationSettingsQueryVariables>;
export const UpdateNotificationSettingsDocument = new TypedDocumentString(`
    mutation UpdateNotificationSettings($settings: [NotificationSettingInput!]!) {
  updateNotificationSettings(settings: $settings) {
    kinds {
      kind
      inApp
      email
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateNotificationSettingsMutation, UpdateNotificationSettingsMutationVariables>;
export const CreateSavedViewDocument = new TypedDocumentString(`
    mutation CreateSavedView($input: CreateSavedViewInput!) {
  createSavedView(input: $input) {
    id
    name
    search
    position
  }
}
    `) as unknown as TypedDocumentString<CreateSavedViewMutation, CreateSavedViewMutationVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews($list: ListName!) {
  savedViews(list: $list) {
    id
    name
    search
    isShared
    isOwn
    ownerName
    position
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const UpdateSavedViewDocument = new TypedDocumentString(`
    mutation UpdateSavedView($id: ID!, $input: UpdateSavedViewInput!) {
  updateSavedView(id: $id, input: $input) {
    id
    name
    isShared
    position
  }
}
    `) as unknown as TypedDocumentString<UpdateSavedViewMutation, UpdateSavedViewMutationVariables>;
export const DeleteSavedViewDocument = new TypedDocumentString(`
    mutation DeleteSavedView($id: ID!) {
  deleteSavedView(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteSavedViewMutation, DeleteSavedViewMutationVariables>;
export const SetInterfaceStateDocument = new TypedDocumentString(`
    mutation SetInterfaceState($key: InterfaceKey!, $value: String!) {
  setInterfaceState(key: $key, value: $value) {
    key
    value
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<SetInterfaceStateMutation, SetInterfaceStateMutationVariables>;
export const InterfaceStateDocument = new TypedDocumentString(`
    query InterfaceState($keys: [InterfaceKey!]!) {
  interfaceState(keys: $keys) {
    key
    value
  }
}
    `) as unknown as TypedDocumentString<InterfaceStateQuery, InterfaceStateQueryVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($key: String!, $text: String!) {
  saveDraft(key: $key, text: $text) {
    key
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const DraftDocument = new TypedDocumentString(`
    query Draft($key: String!) {
  draft(key: $key) {
    text
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<DraftQuery, DraftQueryVariables>;
export const DeleteDraftDocument = new TypedDocumentString(`
    mutation DeleteDraft($key: String!) {
  deleteDraft(key: $key)
}
    `) as unknown as TypedDocumentString<DeleteDraftMutation, DeleteDraftMutationVariables>;
export const ListMembersDocument = new TypedDocumentString(`
    query ListMembers($isActive: Boolean) {
  members(isActive: $isActive) {
    items {
      id
      email
      name
      partnerRole
      joinedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ListMembersQuery, ListMembersQueryVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($email: String!, $name: String!, $role: PartnerRole! = MEMBER) {
  inviteMember(email: $email, name: $name, role: $role) {
    id
    email
    partnerRole
  }
}
    `) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const ResendMemberInvitationDocument = new TypedDocumentString(`
    mutation ResendMemberInvitation($id: ID!) {
  resendMemberInvitation(id: $id)
}
    `) as unknown as TypedDocumentString<ResendMemberInvitationMutation, ResendMemberInvitationMutationVariables>;
export const ChangeMemberRoleDocument = new TypedDocumentString(`
    mutation ChangeMemberRole($id: ID!, $role: PartnerRole!, $expectedVersion: Int) {
  changeMemberRole(id: $id, role: $role, expectedVersion: $expectedVersion) {
    id
    partnerRole
    version
  }
}
    `) as unknown as TypedDocumentString<ChangeMemberRoleMutation, ChangeMemberRoleMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($id: ID!, $expectedVersion: Int) {
  removeMember(id: $id, expectedVersion: $expectedVersion)
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const CreateClientAccountDocument = new TypedDocumentString(`
    mutation CreateClientAccount($input: CreateClientAccountInput!, $idempotencyKey: String) {
  createClientAccount(input: $input, idempotencyKey: $idempotencyKey) {
    id
    companyName
    subscriptionStatus
    version
  }
}
    `) as unknown as TypedDocumentString<CreateClientAccountMutation, CreateClientAccountMutationVariables>;
export const ListClientAccountsDocument = new TypedDocumentString(`
    query ListClientAccounts($filter: ClientAccountFilter) {
  clientAccounts(filter: $filter) {
    items {
      id
      companyName
      subscriptionTier
      subscriptionStatus
    }
    pageInfo {
      totalItems
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListClientAccountsQuery, ListClientAccountsQueryVariables>;
export const ExportClientAccountsDocument = new TypedDocumentString(`
    mutation ExportClientAccounts($filter: ClientAccountFilter, $sortBy: ClientAccountSortField! = CREATED_AT, $sortOrder: SortOrder! = DESC, $language: Language = EN) {
  exportClientAccounts(
    filter: $filter
    sortBy: $sortBy
    sortOrder: $sortOrder
    language: $language
  ) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ExportClientAccountsMutation, ExportClientAccountsMutationVariables>;
export const ClientAccountDetailsDocument = new TypedDocumentString(`
    query ClientAccountDetails($id: ID!) {
  clientAccount(id: $id) {
    id
    companyName
    contactName
    contactEmail
    contactPhone
    subscriptionTier
    subscriptionStatus
    billingOwnedByReseller
    version
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<ClientAccountDetailsQuery, ClientAccountDetailsQueryVariables>;
export const ClientProvisioningDocument = new TypedDocumentString(`
    query ClientProvisioning($id: ID!) {
  clientAccount(id: $id) {
    provisioning {
      status
      desiredVersion
      appliedVersion
      lastError
    }
  }
}
    `) as unknown as TypedDocumentString<ClientProvisioningQuery, ClientProvisioningQueryVariables>;
export const RetryProvisioningDocument = new TypedDocumentString(`
    mutation RetryProvisioning($clientId: ID!) {
  retryProvisioning(clientId: $clientId) {
    id
    status
    desiredVersion
  }
}
    `) as unknown as TypedDocumentString<RetryProvisioningMutation, RetryProvisioningMutationVariables>;
export const ClientPlansDocument = new TypedDocumentString(`
    query ClientPlans {
  clientPlans {
    name
    clients
    isLatest
  }
}
    `) as unknown as TypedDocumentString<ClientPlansQuery, ClientPlansQueryVariables>;
export const ClientAccountNeighborsDocument = new TypedDocumentString(`
    query ClientAccountNeighbors($id: ID!, $filter: ClientAccountFilter) {
  clientAccountNeighbors(id: $id, filter: $filter) {
    previous {
      id
      companyName
    }
    next {
      id
      companyName
    }
    position
    totalItems
  }
}
    `) as unknown as TypedDocumentString<ClientAccountNeighborsQuery, ClientAccountNeighborsQueryVariables>;
export const UpdateClientAccountDocument = new TypedDocumentString(`
    mutation UpdateClientAccount($id: ID!, $input: UpdateClientAccountInput!, $expectedVersion: Int) {
  updateClientAccount(id: $id, input: $input, expectedVersion: $expectedVersion) {
    id
    contactName
    contactPhone
    version
  }
}
    `) as unknown as TypedDocumentString<UpdateClientAccountMutation, UpdateClientAccountMutationVariables>;
export const UpdateClientSubscriptionDocument = new TypedDocumentString(`
    mutation UpdateClientSubscription($id: ID!, $input: ClientSubscriptionInput!, $expectedVersion: Int) {
  updateClientSubscription(
    id: $id
    input: $input
    expectedVersion: $expectedVersion
  ) {
    id
    subscriptionTier
    subscriptionStatus
    version
  }
}
    `) as unknown as TypedDocumentString<UpdateClientSubscriptionMutation, UpdateClientSubscriptionMutationVariables>;
export const UpdateClientSubscriptionsDocument = new TypedDocumentString(`
    mutation UpdateClientSubscriptions($input: ClientSubscriptionsInput!) {
  updateClientSubscriptions(input: $input) {
    id
    client {
      subscriptionStatus
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
    `) as unknown as TypedDocumentString<UpdateClientSubscriptionsMutation, UpdateClientSubscriptionsMutationVariables>;
export const ImportClientAccountsDocument = new TypedDocumentString(`
    mutation ImportClientAccounts($input: ImportClientAccountsInput!) {
  importClientAccounts(input: $input) {
    key
    status
    mailbox
    client {
      id
    }
    error {
      code
      reason
      message
    }
    problems {
      field
      rule
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportClientAccountsMutation, ImportClientAccountsMutationVariables>;
export const OnboardingPlanDocument = new TypedDocumentString(`
    query OnboardingPlan {
  onboardingPlan {
    steps {
      key
      title
      dueDays
    }
    version
  }
}
    `) as unknown as TypedDocumentString<OnboardingPlanQuery, OnboardingPlanQueryVariables>;
export const ClientOnboardingDocument = new TypedDocumentString(`
    query ClientOnboarding($id: ID!) {
  clientAccount(id: $id) {
    onboarding {
      id
      fact
      title
      dueOn
      doneAt
      isOverdue
    }
  }
}
    `) as unknown as TypedDocumentString<ClientOnboardingQuery, ClientOnboardingQueryVariables>;
export const ListOverdueClientsDocument = new TypedDocumentString(`
    query ListOverdueClients {
  clientAccounts(filter: {onboardingOverdue: true}) {
    items {
      id
      companyName
      onboarding {
        title
        dueOn
        isOverdue
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListOverdueClientsQuery, ListOverdueClientsQueryVariables>;
export const SetOnboardingStepDocument = new TypedDocumentString(`
    mutation SetOnboardingStep($id: ID!, $isDone: Boolean!) {
  setOnboardingStep(id: $id, isDone: $isDone) {
    id
    title
    doneAt
    isOverdue
  }
}
    `) as unknown as TypedDocumentString<SetOnboardingStepMutation, SetOnboardingStepMutationVariables>;
export const AccessClientAccountDocument = new TypedDocumentString(`
    mutation AccessClientAccount($id: ID!, $reason: String!) {
  accessClientAccount(id: $id, reason: $reason) {
    sessionId
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<AccessClientAccountMutation, AccessClientAccountMutationVariables>;
export const ListClientAccessSessionsDocument = new TypedDocumentString(`
    query ListClientAccessSessions($clientId: ID) {
  clientAccessSessions(clientId: $clientId) {
    items {
      id
      userEmail
      reason
      createdAt
      exchangedAt
      expiresAt
      revokedAt
      clientAccount {
        id
        companyName
      }
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<ListClientAccessSessionsQuery, ListClientAccessSessionsQueryVariables>;
export const ClientsNeedingAttentionDocument = new TypedDocumentString(`
    query ClientsNeedingAttention($first: Int) {
  clientsNeedingAttention(first: $first) {
    reason
    client {
      id
      companyName
      subscriptionTier
      subscriptionStatus
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<ClientsNeedingAttentionQuery, ClientsNeedingAttentionQueryVariables>;
export const SaveOnboardingPlanDocument = new TypedDocumentString(`
    mutation SaveOnboardingPlan($input: SaveOnboardingPlanInput!, $expectedVersion: Int) {
  saveOnboardingPlan(input: $input, expectedVersion: $expectedVersion) {
    steps {
      key
      title
      dueDays
    }
    version
  }
}
    `) as unknown as TypedDocumentString<SaveOnboardingPlanMutation, SaveOnboardingPlanMutationVariables>;
export const TierStandingDocument = new TypedDocumentString(`
    query TierStanding {
  tierStanding {
    tier
    since
    benefits
    values {
      tier
      partnershipType
      metric
      required
      value
      met
      missing
      forecast {
        on
        value
        met
        reason
        count
        firstOn
      }
    }
    graceUntil
    pinnedUntil
    nextEvaluationOn
    next {
      tier
      values {
        metric
        required
        value
        met
        missing
      }
      moreBenefits
    }
  }
}
    `) as unknown as TypedDocumentString<TierStandingQuery, TierStandingQueryVariables>;
export const GettingStartedDocument = new TypedDocumentString(`
    query GettingStarted {
  gettingStarted {
    key
    isDone
  }
}
    `) as unknown as TypedDocumentString<GettingStartedQuery, GettingStartedQueryVariables>;
export const CompanyDocument = new TypedDocumentString(`
    query Company {
  company {
    id
    companyName
    website
    phone
    description
    legalName
    street
    postalCode
    city
    countryCode
    vatId
    pendingChange {
      id
      status
      before {
        companyName
        legalName
        vatId
      }
      after {
        companyName
        legalName
        vatId
      }
      message
      createdAt
      closedAt
    }
    lastDecision {
      id
      status
      before {
        companyName
        legalName
        vatId
      }
      after {
        companyName
        legalName
        vatId
      }
      message
      createdAt
      closedAt
    }
    version
  }
}
    `) as unknown as TypedDocumentString<CompanyQuery, CompanyQueryVariables>;
export const UpdateCompanyDocument = new TypedDocumentString(`
    mutation UpdateCompany($input: UpdateCompanyInput!, $expectedVersion: Int) {
  updateCompany(input: $input, expectedVersion: $expectedVersion) {
    phone
    pendingChange {
      id
      status
    }
    version
  }
}
    `) as unknown as TypedDocumentString<UpdateCompanyMutation, UpdateCompanyMutationVariables>;
export const WithdrawCompanyChangeDocument = new TypedDocumentString(`
    mutation WithdrawCompanyChange($id: ID!) {
  withdrawCompanyChange(id: $id) {
    pendingChange {
      id
    }
    version
  }
}
    `) as unknown as TypedDocumentString<WithdrawCompanyChangeMutation, WithdrawCompanyChangeMutationVariables>;
export const OwnApplicationsDocument = new TypedDocumentString(`
    query OwnApplications {
  ownApplications {
    companyName
    partnershipType
    status
    submittedAt
    history {
      status
      message
      changedAt
    }
  }
}
    `) as unknown as TypedDocumentString<OwnApplicationsQuery, OwnApplicationsQueryVariables>;
export const ListCompanyChangesDocument = new TypedDocumentString(`
    query ListCompanyChanges {
  companyChanges(limit: 100, sortOrder: ASC) {
    items {
      id
      status
      before {
        companyName
      }
      after {
        companyName
      }
      requestedBy
      createdAt
      partnerAccount {
        id
        companyName
      }
    }
    pageInfo {
      totalItems
    }
    counts {
      pending
      approved
      rejected
      withdrawn
    }
  }
}
    `) as unknown as TypedDocumentString<ListCompanyChangesQuery, ListCompanyChangesQueryVariables>;
export const CompanyChangeDetailsDocument = new TypedDocumentString(`
    query CompanyChangeDetails($id: ID!) {
  companyChange(id: $id) {
    id
    status
    before {
      companyName
      legalName
      vatId
    }
    after {
      companyName
      legalName
      vatId
    }
    message
    createdAt
    closedAt
    requestedBy
    decidedBy
    partnerAccount {
      id
      companyName
    }
  }
}
    `) as unknown as TypedDocumentString<CompanyChangeDetailsQuery, CompanyChangeDetailsQueryVariables>;
export const CompanyChangeNeighborsDocument = new TypedDocumentString(`
    query CompanyChangeNeighbors($id: ID!) {
  companyChangeNeighbors(id: $id, sortOrder: ASC) {
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
    `) as unknown as TypedDocumentString<CompanyChangeNeighborsQuery, CompanyChangeNeighborsQueryVariables>;
export const DecideCompanyChangeDocument = new TypedDocumentString(`
    mutation DecideCompanyChange($id: ID!, $approve: Boolean!, $message: String) {
  decideCompanyChange(id: $id, approve: $approve, message: $message) {
    id
    status
    closedAt
  }
}
    `) as unknown as TypedDocumentString<DecideCompanyChangeMutation, DecideCompanyChangeMutationVariables>;
export const RevokeClientAccessDocument = new TypedDocumentString(`
    mutation RevokeClientAccess($sessionId: ID!) {
  revokeClientAccess(sessionId: $sessionId)
}
    `) as unknown as TypedDocumentString<RevokeClientAccessMutation, RevokeClientAccessMutationVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($name: String!, $scopes: [ApiKeyScope!], $allowedAddresses: [String!], $expiresAt: DateTime) {
  createApiKey(
    name: $name
    scopes: $scopes
    allowedAddresses: $allowedAddresses
    expiresAt: $expiresAt
  ) {
    apiKey {
      id
      prefix
      scopes
      allowedAddresses
    }
    secret
  }
}
    `) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const ListApiKeysDocument = new TypedDocumentString(`
    query ListApiKeys {
  apiKeys {
    id
    name
    prefix
    scopes
    allowedAddresses
    createdByName
    lastUsedAt
    expiresAt
    replacedBy
  }
}
    `) as unknown as TypedDocumentString<ListApiKeysQuery, ListApiKeysQueryVariables>;
export const ListApiKeyUsesDocument = new TypedDocumentString(`
    query ListApiKeyUses($apiKeyId: ID!) {
  apiKeyUses(apiKeyId: $apiKeyId) {
    items {
      network
      requests
      refused
      firstAt
      lastAt
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<ListApiKeyUsesQuery, ListApiKeyUsesQueryVariables>;
export const RotateApiKeyDocument = new TypedDocumentString(`
    mutation RotateApiKey($id: ID!, $overlapHours: Int! = 24) {
  rotateApiKey(id: $id, overlapHours: $overlapHours) {
    apiKey {
      id
      prefix
      expiresAt
    }
    secret
  }
}
    `) as unknown as TypedDocumentString<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id)
}
    `) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const ListEventTypesDocument = new TypedDocumentString(`
    query ListEventTypes {
  eventTypes {
    type
    description
    example
  }
}
    `) as unknown as TypedDocumentString<ListEventTypesQuery, ListEventTypesQueryVariables>;
export const CreateWebhookEndpointDocument = new TypedDocumentString(`
    mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    endpoint {
      id
      url
      types
      status
    }
    secret
  }
}
    `) as unknown as TypedDocumentString<CreateWebhookEndpointMutation, CreateWebhookEndpointMutationVariables>;
export const ListWebhookEndpointsDocument = new TypedDocumentString(`
    query ListWebhookEndpoints {
  webhookEndpoints {
    id
    url
    description
    types
    status
    failuresInARow
    failingSince
    previousUntil
    version
    createdAt
  }
}
    `) as unknown as TypedDocumentString<ListWebhookEndpointsQuery, ListWebhookEndpointsQueryVariables>;
export const UpdateWebhookEndpointDocument = new TypedDocumentString(`
    mutation UpdateWebhookEndpoint($id: ID!, $input: UpdateWebhookEndpointInput!, $expectedVersion: Int) {
  updateWebhookEndpoint(id: $id, input: $input, expectedVersion: $expectedVersion) {
    id
    types
    status
    version
  }
}
    `) as unknown as TypedDocumentString<UpdateWebhookEndpointMutation, UpdateWebhookEndpointMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($id: ID!, $overlapHours: Int! = 24) {
  rotateWebhookSecret(id: $id, overlapHours: $overlapHours) {
    endpoint {
      id
      previousUntil
    }
    secret
  }
}
    `) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const TestWebhookEndpointDocument = new TypedDocumentString(`
    mutation TestWebhookEndpoint($id: ID!) {
  testWebhookEndpoint(id: $id) {
    id
    type
    status
  }
}
    `) as unknown as TypedDocumentString<TestWebhookEndpointMutation, TestWebhookEndpointMutationVariables>;
export const ListWebhookDeliveriesDocument = new TypedDocumentString(`
    query ListWebhookDeliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $page: Int! = 1) {
  webhookDeliveries(endpointId: $endpointId, filter: $filter, page: $page) {
    items {
      id
      messageId
      type
      status
      error
      payload
      replayOf
      replayedAs
      nextTryAt
      createdAt
      tries {
        at
        milliseconds
        status
        error
        answer
      }
    }
    pageInfo {
      totalItems
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<ListWebhookDeliveriesQuery, ListWebhookDeliveriesQueryVariables>;
export const WebhookDeliveryDetailsDocument = new TypedDocumentString(`
    query WebhookDeliveryDetails($id: ID!) {
  webhookDelivery(id: $id) {
    id
    type
    status
    payload
    tries {
      at
      status
      answer
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookDeliveryDetailsQuery, WebhookDeliveryDetailsQueryVariables>;
export const ReplayWebhookDeliveryDocument = new TypedDocumentString(`
    mutation ReplayWebhookDelivery($id: ID!) {
  replayWebhookDelivery(id: $id) {
    id
    replayOf
    status
  }
}
    `) as unknown as TypedDocumentString<ReplayWebhookDeliveryMutation, ReplayWebhookDeliveryMutationVariables>;
export const ReplayWebhookDeliveriesDocument = new TypedDocumentString(`
    mutation ReplayWebhookDeliveries($endpointId: ID!, $from: DateTime, $to: DateTime, $onlyFailed: Boolean! = true) {
  replayWebhookDeliveries(
    endpointId: $endpointId
    from: $from
    to: $to
    onlyFailed: $onlyFailed
  )
}
    `) as unknown as TypedDocumentString<ReplayWebhookDeliveriesMutation, ReplayWebhookDeliveriesMutationVariables>;
export const ArchiveWebhookEndpointDocument = new TypedDocumentString(`
    mutation ArchiveWebhookEndpoint($id: ID!) {
  archiveWebhookEndpoint(id: $id) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<ArchiveWebhookEndpointMutation, ArchiveWebhookEndpointMutationVariables>;
export const RequestUploadDocument = new TypedDocumentString(`
    mutation RequestUpload($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    file {
      id
      state
    }
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<RequestUploadMutation, RequestUploadMutationVariables>;
export const FileDocument = new TypedDocumentString(`
    query File($id: ID!) {
  file(id: $id) {
    id
    name
    bytes
    sha256
    state
    refusal
  }
}
    `) as unknown as TypedDocumentString<FileQuery, FileQueryVariables>;
export const ListFilesDocument = new TypedDocumentString(`
    query ListFiles($filter: StoredFileFilter) {
  storedFiles(filter: $filter, page: 1, limit: 20) {
    items {
      id
      name
      purpose
      refusal
      uploader
      partner {
        companyName
      }
    }
    pageInfo {
      totalItems
    }
    counts {
      ready
      refused
    }
  }
}
    `) as unknown as TypedDocumentString<ListFilesQuery, ListFilesQueryVariables>;
export const DownloadFileDocument = new TypedDocumentString(`
    mutation DownloadFile($id: ID!) {
  downloadFile(id: $id) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<DownloadFileMutation, DownloadFileMutationVariables>;
export const ListAgreementsDocument = new TypedDocumentString(`
    query ListAgreements {
  agreements {
    id
    title
    isRequired
    isNegotiated
    status
    isBlocking
    version {
      id
      number
      sha256
      changes
      publishedAt
      bindingFrom
      withdrawnAt
      isCountersigned
    }
    acceptances {
      id
      versionId
      agreementTitle
      versionNumber
      name
      title
      sha256
      acceptedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ListAgreementsQuery, ListAgreementsQueryVariables>;
export const AcceptAgreementDocument = new TypedDocumentString(`
    mutation AcceptAgreement($input: AcceptAgreementInput!) {
  acceptAgreement(input: $input) {
    id
    versionNumber
    acceptedAt
  }
}
    `) as unknown as TypedDocumentString<AcceptAgreementMutation, AcceptAgreementMutationVariables>;
export const DownloadAgreementDocument = new TypedDocumentString(`
    mutation DownloadAgreement($versionId: ID!, $isCountersigned: Boolean! = false) {
  downloadAgreement(versionId: $versionId, isCountersigned: $isCountersigned) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<DownloadAgreementMutation, DownloadAgreementMutationVariables>;
export const ListAllAgreementsDocument = new TypedDocumentString(`
    query ListAllAgreements($filter: AgreementFilter, $page: Int! = 1, $limit: Int! = 20, $after: String) {
  allAgreements(filter: $filter, page: $page, limit: $limit, after: $after) {
    items {
      id
      title
      partnershipTypes
      isRequired
      createdAt
      partner {
        id
        companyName
      }
      versions {
        id
        number
        bindingFrom
        withdrawnAt
      }
    }
    pageInfo {
      page
      totalItems
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListAllAgreementsQuery, ListAllAgreementsQueryVariables>;
export const AgreementDetailsDocument = new TypedDocumentString(`
    query AgreementDetails($id: ID!) {
  agreement(id: $id) {
    id
    title
    partnershipTypes
    isRequired
    partner {
      id
      companyName
    }
    versions {
      id
      number
      sha256
      changes
      publishedAt
      bindingFrom
      withdrawnAt
      isCountersigned
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementDetailsQuery, AgreementDetailsQueryVariables>;
export const ListAgreementAcceptancesDocument = new TypedDocumentString(`
    query ListAgreementAcceptances($filter: AgreementAcceptanceFilter, $page: Int! = 1, $limit: Int! = 20, $after: String) {
  agreementAcceptances(filter: $filter, page: $page, limit: $limit, after: $after) {
    items {
      id
      partnerId
      companyName
      agreementId
      agreementTitle
      versionId
      versionNumber
      status
      bindingFrom
      name
      title
      sha256
      ipAddress
      userAgent
      userId
      acceptedAt
    }
    pageInfo {
      page
      totalItems
      hasNextPage
      endCursor
    }
    counts {
      missing
      accepted
    }
  }
}
    `) as unknown as TypedDocumentString<ListAgreementAcceptancesQuery, ListAgreementAcceptancesQueryVariables>;
export const ExportAgreementAcceptancesDocument = new TypedDocumentString(`
    mutation ExportAgreementAcceptances($filter: AgreementAcceptanceFilter, $language: Language) {
  exportAgreementAcceptances(filter: $filter, language: $language) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ExportAgreementAcceptancesMutation, ExportAgreementAcceptancesMutationVariables>;
export const CreateAgreementDocument = new TypedDocumentString(`
    mutation CreateAgreement($input: CreateAgreementInput!) {
  createAgreement(input: $input) {
    id
    title
    partnershipTypes
    isRequired
    createdAt
  }
}
    `) as unknown as TypedDocumentString<CreateAgreementMutation, CreateAgreementMutationVariables>;
export const PublishAgreementVersionDocument = new TypedDocumentString(`
    mutation PublishAgreementVersion($input: PublishAgreementVersionInput!) {
  publishAgreementVersion(input: $input) {
    id
    number
    sha256
    bindingFrom
  }
}
    `) as unknown as TypedDocumentString<PublishAgreementVersionMutation, PublishAgreementVersionMutationVariables>;
export const WithdrawAgreementVersionDocument = new TypedDocumentString(`
    mutation WithdrawAgreementVersion($id: ID!) {
  withdrawAgreementVersion(id: $id) {
    id
    withdrawnAt
  }
}
    `) as unknown as TypedDocumentString<WithdrawAgreementVersionMutation, WithdrawAgreementVersionMutationVariables>;
export const AddCountersignedCopyDocument = new TypedDocumentString(`
    mutation AddCountersignedCopy($versionId: ID!, $fileId: ID!) {
  addCountersignedCopy(versionId: $versionId, fileId: $fileId) {
    id
    isCountersigned
  }
}
    `) as unknown as TypedDocumentString<AddCountersignedCopyMutation, AddCountersignedCopyMutationVariables>;