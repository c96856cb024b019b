/** Whether a partner has accepted a version of an agreement. */
export const AcceptanceStatus = {
  /** The partner has accepted the version. */
  Accepted: 'ACCEPTED',
  /** The version binds or will bind, and the partner has accepted neither it nor a later one. */
  Missing: 'MISSING'
} as const;

export type AcceptanceStatus = typeof AcceptanceStatus[keyof typeof AcceptanceStatus];
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
/** State of an agreement for a partner. */
export const AgreementStatus = {
  /** There is nothing to do. */
  Accepted: 'ACCEPTED',
  /** Its binding version is not accepted. */
  Open: 'OPEN',
  /** A version that will bind is not accepted. The binding one, if any, is. */
  Upcoming: 'UPCOMING'
} as const;

export type AgreementStatus = typeof AgreementStatus[keyof typeof AgreementStatus];
/** The permissions of an API key. */
export const ApiKeyScope = {
  /** Reads and changes clients. Only for partners that manage clients. */
  Clients: 'CLIENTS',
  /** Reads the account, its activity and its clients; for admins all applications and partners. */
  Read: 'READ',
  /** Reads and reviews applications. Only for admins. */
  Review: 'REVIEW'
} as const;

export type ApiKeyScope = typeof ApiKeyScope[keyof typeof ApiKeyScope];
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
/** Why a client needs attention. */
export const AttentionReason = {
  /** The client was added 3 to 60 days ago, and no user has accessed its account yet. */
  NotOpened: 'NOT_OPENED',
  /** The subscription is active, and a step of the onboarding is overdue. */
  OnboardingOverdue: 'ONBOARDING_OVERDUE',
  /** The subscription is suspended. */
  Suspended: 'SUSPENDED'
} as const;

export type AttentionReason = typeof AttentionReason[keyof typeof AttentionReason];
/** Actions in the audit log. Later versions can add actions. */
export const AuditAction = {
  /** An owner accepted a version of an agreement. */
  AgreementAccepted: 'AGREEMENT_ACCEPTED',
  /** The countersigned copy of a negotiated agreement was added. */
  AgreementCountersigned: 'AGREEMENT_COUNTERSIGNED',
  /** An agreement was created. */
  AgreementCreated: 'AGREEMENT_CREATED',
  /** A version of an agreement was published. */
  AgreementVersionPublished: 'AGREEMENT_VERSION_PUBLISHED',
  /** A version of an agreement was withdrawn before it was binding. */
  AgreementVersionWithdrawn: 'AGREEMENT_VERSION_WITHDRAWN',
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
  /** The answers of an application were changed. */
  ApplicationUpdated: 'APPLICATION_UPDATED',
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
  /** The product has a client as it is here. */
  ClientProvisioned: 'CLIENT_PROVISIONED',
  /** The product does not have a client as it is here, and no attempt follows. */
  ClientProvisioningFailed: 'CLIENT_PROVISIONING_FAILED',
  /** Someone sent a client to the product again. */
  ClientProvisioningRetried: 'CLIENT_PROVISIONING_RETRIED',
  /** The subscription of a client was changed. */
  ClientSubscriptionChanged: 'CLIENT_SUBSCRIPTION_CHANGED',
  /** A client was changed. */
  ClientUpdated: 'CLIENT_UPDATED',
  /** A requested change of company data was approved or declined. */
  CompanyChangeDecided: 'COMPANY_CHANGE_DECIDED',
  /** An owner requested a change of company data. */
  CompanyChangeRequested: 'COMPANY_CHANGE_REQUESTED',
  /** A requested change of company data was withdrawn or replaced. */
  CompanyChangeWithdrawn: 'COMPANY_CHANGE_WITHDRAWN',
  /** A link to download a file was created. */
  FileDownloaded: 'FILE_DOWNLOADED',
  /** An upload of a file was requested. */
  FileUploadRequested: 'FILE_UPLOAD_REQUESTED',
  /** An admin ran a failed background job again. */
  JobRetried: 'JOB_RETRIED',
  /** A list of acceptances, audit events, clients, emails or partners was exported. */
  ListExported: 'LIST_EXPORTED',
  /** The onboarding plan of a reseller was saved. */
  OnboardingPlanSaved: 'ONBOARDING_PLAN_SAVED',
  /** A step of a client’s onboarding was marked as done or open. */
  OnboardingStepSet: 'ONBOARDING_STEP_SET',
  /** An action that an earlier version recorded and this version does not know. */
  Other: 'OTHER',
  /** The data of a company was changed, by an owner or by an approved request. */
  PartnerCompanyChanged: 'PARTNER_COMPANY_CHANGED',
  /** A partner account was created. */
  PartnerCreated: 'PARTNER_CREATED',
  /** The managers of a partner were assigned or removed. */
  PartnerManagerAssigned: 'PARTNER_MANAGER_ASSIGNED',
  /** An internal note was added to a partner. The partner does not see this event. */
  PartnerNoteAdded: 'PARTNER_NOTE_ADDED',
  /** A partnership was added to a partner account. */
  PartnerPartnershipAdded: 'PARTNER_PARTNERSHIP_ADDED',
  /** A partner misses a requirement of its tier. */
  PartnerTierAtRisk: 'PARTNER_TIER_AT_RISK',
  /** A tier was assigned to a partner, or pinned. */
  PartnerTierChanged: 'PARTNER_TIER_CHANGED',
  /** A partner meets all requirements of its tier again. */
  PartnerTierRecovered: 'PARTNER_TIER_RECOVERED',
  /** A partner account was changed. */
  PartnerUpdated: 'PARTNER_UPDATED',
  /** The personal data of an object was erased. */
  PersonErased: 'PERSON_ERASED',
  /** A session ended. */
  SessionEnded: 'SESSION_ENDED',
  /** A user signed in. */
  SessionStarted: 'SESSION_STARTED',
  /** Terms of a tier were published. */
  TierTermsPublished: 'TIER_TERMS_PUBLISHED',
  /** Terms of a tier were withdrawn before they began. */
  TierTermsWithdrawn: 'TIER_TERMS_WITHDRAWN',
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
  UserRoleChanged: 'USER_ROLE_CHANGED',
  /** A user changed their own name or settings. */
  UserSettingsChanged: 'USER_SETTINGS_CHANGED',
  /** Events were sent to a webhook endpoint again. */
  WebhookDeliveriesReplayed: 'WEBHOOK_DELIVERIES_REPLAYED',
  /** A webhook endpoint was archived. */
  WebhookEndpointArchived: 'WEBHOOK_ENDPOINT_ARCHIVED',
  /** A webhook endpoint was created. */
  WebhookEndpointCreated: 'WEBHOOK_ENDPOINT_CREATED',
  /** A failing webhook endpoint was disabled. */
  WebhookEndpointDisabled: 'WEBHOOK_ENDPOINT_DISABLED',
  /** A test was sent to a webhook endpoint. */
  WebhookEndpointTested: 'WEBHOOK_ENDPOINT_TESTED',
  /** A webhook endpoint was changed, enabled or disabled. */
  WebhookEndpointUpdated: 'WEBHOOK_ENDPOINT_UPDATED',
  /** The secret of a webhook endpoint was replaced. */
  WebhookSecretRotated: 'WEBHOOK_SECRET_ROTATED'
} as const;

export type AuditAction = typeof AuditAction[keyof typeof AuditAction];
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
/** A benefit of a tier. Later versions can add benefits. */
export const Benefit = {
  /** Advanced training and certification. */
  AdvancedTraining: 'ADVANCED_TRAINING',
  /** Own logo and colors. Resellers only, and only if `whitelabelEnabled` is true. */
  BasicWhiteLabel: 'BASIC_WHITE_LABEL',
  /** Managing clients. Resellers only, and only if `clientManagementEnabled` is true. */
  ClientManagement: 'CLIENT_MANAGEMENT',
  /** Shared marketing campaigns. */
  CoMarketing: 'CO_MARKETING',
  /** Support for custom integrations. */
  CustomIntegration: 'CUSTOM_INTEGRATION',
  /** Early access to new features. */
  EarlyAccess: 'EARLY_ACCESS',
  /** Changing several clients at once, and importing clients. Resellers only. */
  EnhancedClientManagement: 'ENHANCED_CLIENT_MANAGEMENT',
  /** Own domain and sender. Resellers only, and only if `whitelabelEnabled` is true. */
  FullWhiteLabel: 'FULL_WHITE_LABEL',
  /** Shared marketing events. */
  JointEvents: 'JOINT_EVENTS',
  /** A named partner manager. */
  PartnerManager: 'PARTNER_MANAGER',
  /** Support that answers within the hours of the tier. */
  PrioritySupport: 'PRIORITY_SUPPORT',
  /** Strategic business planning. */
  StrategicPlanning: 'STRATEGIC_PLANNING',
  /** A named technical account manager. */
  TechnicalAccountManager: 'TECHNICAL_ACCOUNT_MANAGER'
} as const;

export type Benefit = typeof Benefit[keyof typeof Benefit];
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
/** Result of a row of an import. */
export const ClientImportStatus = {
  /** The row created a client. */
  Created: 'CREATED',
  /** An earlier call of the same import created the client. */
  Existed: 'EXISTED',
  /** The row created nothing: see `error` and `problems`. */
  Failed: 'FAILED',
  /** In a dry run only: the row would create a client. */
  Valid: 'VALID'
} as const;

export type ClientImportStatus = typeof ClientImportStatus[keyof typeof ClientImportStatus];
/** Status of a requested change of company data. Only PENDING can change. */
export const CompanyChangeStatus = {
  /** Applied to the partner account. */
  Approved: 'APPROVED',
  /** Waits for a decision. A partner has at most one. */
  Pending: 'PENDING',
  /** Declined, with a message. */
  Rejected: 'REJECTED',
  /** An owner took it back, or replaced it. */
  Withdrawn: 'WITHDRAWN'
} as const;

export type CompanyChangeStatus = typeof CompanyChangeStatus[keyof typeof CompanyChangeStatus];
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
/** The order of a date on the pages. */
export const DateFormat = {
  /** 30 Nov 2026, in German 30.11.2026. */
  DayFirst: 'DAY_FIRST',
  /** 2026-11-30. */
  Iso: 'ISO',
  /** Nov 30, 2026. German has no such order and shows 30.11.2026. */
  MonthFirst: 'MONTH_FIRST'
} as const;

export type DateFormat = typeof DateFormat[keyof typeof DateFormat];
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
/** Purpose of a file. It limits uploaders, types and size. */
export const FilePurpose = {
  /** An agreement. Admins; PDF, at most 20 MB. */
  Agreement: 'AGREEMENT',
  /** Logo of a partner. Owners; PNG of 64 to 512 by 32 to 256 pixels, at most 256 kB. Public once it is used. */
  Logo: 'LOGO',
  /** Material for partners. Admins; PDF, Word, PowerPoint, Excel, PNG, JPEG, MP4 or ZIP, at most 100 MB. */
  Resource: 'RESOURCE'
} as const;

export type FilePurpose = typeof FilePurpose[keyof typeof FilePurpose];
/** Why a file was refused. Later versions can add reasons. */
export const FileRefusal = {
  /** The file has scripts, macros, embedded files or commands that start programs. */
  ActiveContent: 'ACTIVE_CONTENT',
  /** The file cannot be read. */
  Damaged: 'DAMAGED',
  /** The image is too small or too large. See FilePurpose for the limits in pixels. */
  Dimensions: 'DIMENSIONS',
  /** Fewer bytes came, or the upload was interrupted or too slow. */
  Incomplete: 'INCOMPLETE',
  /** The file is encrypted, or packed in a way that hides its content from the check. */
  NotCheckable: 'NOT_CHECKABLE',
  /** The file is also of another type, such as an image with an archive at its end. */
  SecondType: 'SECOND_TYPE',
  /** More bytes came than the upload was requested for. */
  TooLarge: 'TOO_LARGE',
  /** The bytes are not of the given type. */
  WrongType: 'WRONG_TYPE'
} as const;

export type FileRefusal = typeof FileRefusal[keyof typeof FileRefusal];
/** Progress of an upload. */
export const FileState = {
  /** Its bytes are there, and are checked. This takes seconds. */
  Checking: 'CHECKING',
  /** Its bytes are not there yet. */
  Pending: 'PENDING',
  /** It passed the checks. Use it within 24 hours of the request, or it is deleted. */
  Ready: 'READY',
  /** It failed, for the reason in `refusal`. Upload it again. */
  Refused: 'REFUSED'
} as const;

export type FileState = typeof FileState[keyof typeof FileState];
/** A first step of a partner's user. Later versions can add steps. */
export const GettingStartedStepKey = {
  /** Accept the binding agreements. */
  Agreements: 'AGREEMENTS',
  /** Add a client. */
  Client: 'CLIENT',
  /** Access the account of a client. */
  ClientAccess: 'CLIENT_ACCESS',
  /** Complete the data of the company. */
  Company: 'COMPANY',
  /** Plan the steps for each new client. */
  OnboardingPlan: 'ONBOARDING_PLAN',
  /** Set up two-factor authentication. */
  SecondFactor: 'SECOND_FACTOR',
  /** Invite a colleague. */
  Team: 'TEAM'
} as const;

export type GettingStartedStepKey = typeof GettingStartedStepKey[keyof typeof GettingStartedStepKey];
/** A part of the web pages that keeps state for each user. */
export const InterfaceKey = {
  /** Columns of the acceptances of an agreement. */
  ColumnsAcceptances: 'COLUMNS_ACCEPTANCES',
  /** Columns of the admins. */
  ColumnsAdmins: 'COLUMNS_ADMINS',
  /** Columns of the agreements. */
  ColumnsAgreements: 'COLUMNS_AGREEMENTS',
  /** Columns of the API keys. */
  ColumnsApiKeys: 'COLUMNS_API_KEYS',
  /** Columns of the applications. */
  ColumnsApplications: 'COLUMNS_APPLICATIONS',
  /** Columns of the audit log. */
  ColumnsAudit: 'COLUMNS_AUDIT',
  /** Columns of the clients. */
  ColumnsClients: 'COLUMNS_CLIENTS',
  /** Columns of the changes of company data. */
  ColumnsCompanyChanges: 'COLUMNS_COMPANY_CHANGES',
  /** Columns of the deliveries to a webhook endpoint. */
  ColumnsDeliveries: 'COLUMNS_DELIVERIES',
  /** Columns of the emails. */
  ColumnsEmails: 'COLUMNS_EMAILS',
  /** Columns of the files. */
  ColumnsFiles: 'COLUMNS_FILES',
  /** Columns of the failed background jobs. */
  ColumnsJobs: 'COLUMNS_JOBS',
  /** Columns of the members. */
  ColumnsMembers: 'COLUMNS_MEMBERS',
  /** Columns of the partners. */
  ColumnsPartners: 'COLUMNS_PARTNERS',
  /** Columns of a partner's clients, as admins see them. */
  ColumnsPartnerClients: 'COLUMNS_PARTNER_CLIENTS',
  /** Columns of the failed provisionings. */
  ColumnsProvisionings: 'COLUMNS_PROVISIONINGS',
  /** Columns of the webhook endpoints. */
  ColumnsWebhooks: 'COLUMNS_WEBHOOKS',
  /** Whether the list of first steps is closed. */
  FirstSteps: 'FIRST_STEPS',
  /** Hints that the user has seen. */
  Hints: 'HINTS',
  /** Objects that the user opened last. */
  Recent: 'RECENT',
  /** The sidebar, such as folded groups. */
  Sidebar: 'SIDEBAR',
  /** Whether the first tour is done. */
  Tour: 'TOUR'
} as const;

export type InterfaceKey = typeof InterfaceKey[keyof typeof InterfaceKey];
/** Language of texts for people. */
export const Language = {
  /** German. */
  De: 'DE',
  /** English. */
  En: 'EN'
} as const;

export type Language = typeof Language[keyof typeof Language];
/** A list of the web pages. */
export const ListName = {
  /** The ReachGenie team. */
  Admins: 'ADMINS',
  /** API keys. */
  ApiKeys: 'API_KEYS',
  /** Applications. */
  Applications: 'APPLICATIONS',
  /** The audit log. */
  Audit: 'AUDIT',
  /** Clients of a reseller. */
  Clients: 'CLIENTS',
  /** Emails by delivery status. */
  Emails: 'EMAILS',
  /** Users of a partner. */
  Members: 'MEMBERS',
  /** Partners. */
  Partners: 'PARTNERS'
} as const;

export type ListName = typeof ListName[keyof typeof ListName];
/** When an email repeats the unread notifications of a kind. */
export const NotificationEmail = {
  /** In a summary at 8:00 in the time zone of the user. */
  Daily: 'DAILY',
  /** Never. */
  Off: 'OFF',
  /** Two to four minutes later, together with the others of these minutes. */
  Soon: 'SOON'
} as const;

export type NotificationEmail = typeof NotificationEmail[keyof typeof NotificationEmail];
/** Kind of a notification. */
export const NotificationKind = {
  /** Someone accepted an agreement. Other owners of the partner, and admins with PARTNERS or ALL. */
  AgreementAccepted: 'AGREEMENT_ACCEPTED',
  /** An agreement is there to be accepted. Owners of the partner, who also get an email of its own. */
  AgreementDue: 'AGREEMENT_DUE',
  /** An application was assigned to you. */
  ApplicationAssigned: 'APPLICATION_ASSIGNED',
  /** Someone else decided an application that is assigned to you. */
  ApplicationDecided: 'APPLICATION_DECIDED',
  /** The applicant withdrew an application that is assigned to you. */
  ApplicationWithdrawn: 'APPLICATION_WITHDRAWN',
  /** The subscription of a client was suspended or canceled. Owners of the reseller. */
  ClientStopped: 'CLIENT_STOPPED',
  /** A change of your company data was approved or declined. Owners. */
  CompanyChangeDecided: 'COMPANY_CHANGE_DECIDED',
  /** A partner wants to change its company data. Admins with PARTNERS or ALL. */
  CompanyChangeRequested: 'COMPANY_CHANGE_REQUESTED',
  /** An email could not be delivered. Admins with REVIEW, PARTNERS or ALL. You get no other one until you have read it, or an email has told you of it. */
  EmailFailed: 'EMAIL_FAILED',
  /** An invited person joined. Owners of the account, or admins with ALL. */
  MemberJoined: 'MEMBER_JOINED',
  /** Someone mentioned you in a note on an application. */
  Mentioned: 'MENTIONED',
  /** You are now the partner manager or the technical account manager of a partner. Admins. */
  PartnerAssigned: 'PARTNER_ASSIGNED',
  /** Your role was changed. */
  RoleChanged: 'ROLE_CHANGED',
  /** The partner misses a requirement of its tier. Owners. Emails of its own tell it too. */
  TierAtRisk: 'TIER_AT_RISK',
  /** The partner moved to the tier below. Owners. An email of its own tells it too. */
  TierDemoted: 'TIER_DEMOTED',
  /** The partner moved to a higher tier. Owners. An email of its own tells it too. */
  TierPromoted: 'TIER_PROMOTED',
  /** The tier is no longer at risk. Owners. An email of its own tells it too. */
  TierRecovered: 'TIER_RECOVERED'
} as const;

export type NotificationKind = typeof NotificationKind[keyof typeof NotificationKind];
/** What the product itself knows of a client. Later versions can add facts. */
export const OnboardingFact = {
  /** A user of the reseller accessed the client's account for the first time. */
  FirstAccess: 'FIRST_ACCESS',
  /** The product has the client as it is here. */
  Provisioned: 'PROVISIONED'
} as const;

export type OnboardingFact = typeof OnboardingFact[keyof typeof OnboardingFact];
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
/** Whether a user is an admin or belongs to a partner. */
export const Role = {
  /** Belongs to the ReachGenie team. */
  Admin: 'ADMIN',
  /** Belongs to a partner. */
  Partner: 'PARTNER'
} as const;

export type Role = typeof Role[keyof typeof Role];
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
/** Why a partner has a tier. */
export const TierAssignmentReason = {
  /** The partner missed the requirements until its grace ended. */
  Demotion: 'DEMOTION',
  /** The first tier of the partner. */
  Initial: 'INITIAL',
  /** An admin decided it. */
  Manual: 'MANUAL',
  /** The partner met the requirements. */
  Promotion: 'PROMOTION'
} as const;

export type TierAssignmentReason = typeof TierAssignmentReason[keyof typeof TierAssignmentReason];
/** Why a value will differ in 90 days. Later versions can add reasons. */
export const TierForecastReason = {
  /** Cancellations will be older than 12 months, and no longer count. */
  CancellationsAgeOut: 'CANCELLATIONS_AGE_OUT',
  /** Canceled clients will have been clients for 12 months, and begin to count. */
  CancellationsCount: 'CANCELLATIONS_COUNT',
  /** More clients will have been clients for 12 months, and begin to count. */
  ClientsCount: 'CLIENTS_COUNT',
  /** Nothing will change it. */
  Unchanged: 'UNCHANGED'
} as const;

export type TierForecastReason = typeof TierForecastReason[keyof typeof TierForecastReason];
/** A value of a partner that tiers require. Later versions can add metrics. */
export const TierMetric = {
  /** Clients with an active subscription. */
  ActiveClients: 'ACTIVE_CLIENTS',
  /** Users with a valid certificate. Cannot be required yet. */
  CertifiedUsers: 'CERTIFIED_USERS',
  /** Share of the clients of 12 months ago that are not canceled, in basis points: 8500 is 85 %. No value without clients at that time. */
  ClientRetention_12Months: 'CLIENT_RETENTION_12_MONTHS',
  /** Revenue of the last 12 months. Cannot be required yet. */
  Revenue_12Months: 'REVENUE_12_MONTHS',
  /** Deals won in the last 12 months. Cannot be required yet. */
  WonDeals_12Months: 'WON_DEALS_12_MONTHS'
} as const;

export type TierMetric = typeof TierMetric[keyof typeof TierMetric];
/** Outcome of an evaluation. */
export const TierOutcomeKind = {
  /** The partner misses a requirement of its tier, and has time until `graceUntil`. */
  AtRisk: 'AT_RISK',
  /** The grace is over: the partner has the tier below. */
  Demoted: 'DEMOTED',
  /** The partner keeps its tier. */
  Kept: 'KEPT',
  /** The partner meets a higher tier, and has it now. */
  Promoted: 'PROMOTED',
  /** The partner was at risk, and no longer is. */
  Recovered: 'RECOVERED'
} as const;

export type TierOutcomeKind = typeof TierOutcomeKind[keyof typeof TierOutcomeKind];
/** Status of a delivery. DELIVERED and FAILED are final. */
export const WebhookDeliveryStatus = {
  /** The endpoint answered with a status of 200 to 299. */
  Delivered: 'DELIVERED',
  /** There are no more tries. Use replayWebhookDelivery to send the event again. */
  Failed: 'FAILED',
  /** Waiting for the first or next try. */
  Pending: 'PENDING'
} as const;

export type WebhookDeliveryStatus = typeof WebhookDeliveryStatus[keyof typeof WebhookDeliveryStatus];
/** Whether a webhook endpoint gets events. */
export const WebhookEndpointStatus = {
  /** Ended permanently. No list has it. */
  Archived: 'ARCHIVED',
  /** A user disabled it. It gets no events. */
  Disabled: 'DISABLED',
  /** Gets events. */
  Enabled: 'ENABLED',
  /** We disabled it, because it failed for a day or answered 410. Its events are kept as FAILED deliveries. Enable it, and send them again. */
  FailingDisabled: 'FAILING_DISABLED'
} as const;

export type WebhookEndpointStatus = typeof WebhookEndpointStatus[keyof typeof WebhookEndpointStatus];
/** Why a delivery or one of its tries failed. Later versions can add values. */
export const WebhookFailure = {
  /** The certificate is not valid for this host. */
  Certificate: 'CERTIFICATE',
  /** The connection ended before the answer. */
  Closed: 'CLOSED',
  /** Held after a restore. */
  Held: 'HELD',
  /** The worker stopped during the try. */
  Interrupted: 'INTERRUPTED',
  /** The host name was not found. */
  NotFound: 'NOT_FOUND',
  /** The answer is not valid HTTP. */
  NotHttp: 'NOT_HTTP',
  /** Not a public address. */
  NotPublic: 'NOT_PUBLIC',
  /** No connection within 3 seconds. */
  NotReached: 'NOT_REACHED',
  /** The endpoint was not enabled. */
  Off: 'OFF',
  /** The connection was refused. */
  Refused: 'REFUSED',
  /** The status is not 200 to 299. */
  Status: 'STATUS',
  /** No complete answer within 10 seconds. */
  TooSlow: 'TOO_SLOW',
  /** Not an https address with a host name, on port 443. */
  Url: 'URL'
} as const;

export type WebhookFailure = typeof WebhookFailure[keyof typeof WebhookFailure];