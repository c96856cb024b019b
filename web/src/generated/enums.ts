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
/** Where the review of an application stands. PENDING may become REVIEWING, APPROVED or REJECTED; REVIEWING may become PENDING, APPROVED or REJECTED; REJECTED may become REVIEWING again; APPROVED is final. */
export const ApplicationStatus = {
  /** Accepted, for good. */
  Approved: 'APPROVED',
  /** Submitted; nobody has looked at it yet. */
  Pending: 'PENDING',
  /** Declined; or withdrawn by the applicant, if `withdrawnAt` is set. It can be reviewed again. */
  Rejected: 'REJECTED',
  /** Somebody is looking at it. */
  Reviewing: 'REVIEWING'
} as const;

export type ApplicationStatus = typeof ApplicationStatus[keyof typeof ApplicationStatus];
/** What was done. Later versions may add actions. */
export const AuditAction = {
  /** An API key was created. */
  ApiKeyCreated: 'API_KEY_CREATED',
  /** An API key was revoked. */
  ApiKeyRevoked: 'API_KEY_REVOKED',
  /** An API key was replaced with a new one. */
  ApiKeyRotated: 'API_KEY_ROTATED',
  /** An application was assigned to an admin, or to nobody. */
  ApplicationAssigned: 'APPLICATION_ASSIGNED',
  /** Applications were exported. */
  ApplicationExported: 'APPLICATION_EXPORTED',
  /** A note was added to an application. */
  ApplicationNoteAdded: 'APPLICATION_NOTE_ADDED',
  /** The status of an application was changed. */
  ApplicationStatusChanged: 'APPLICATION_STATUS_CHANGED',
  /** An applicant withdrew the application. */
  ApplicationWithdrawn: 'APPLICATION_WITHDRAWN',
  /** A user of a reseller asked for access to a client account. */
  ClientAccessed: 'CLIENT_ACCESSED',
  /** A user of a reseller opened a client account. */
  ClientAccessOpened: 'CLIENT_ACCESS_OPENED',
  /** An access to a client account was ended. */
  ClientAccessRevoked: 'CLIENT_ACCESS_REVOKED',
  /** A client was created. */
  ClientCreated: 'CLIENT_CREATED',
  /** The subscription of a client was changed. */
  ClientSubscriptionChanged: 'CLIENT_SUBSCRIPTION_CHANGED',
  /** A client was changed. */
  ClientUpdated: 'CLIENT_UPDATED',
  /** An action that an earlier version recorded and this one no longer knows. */
  Other: 'OTHER',
  /** A partner account was opened. */
  PartnerCreated: 'PARTNER_CREATED',
  /** A partnership was added to a partner account. */
  PartnerPartnershipAdded: 'PARTNER_PARTNERSHIP_ADDED',
  /** A partner account was changed. */
  PartnerUpdated: 'PARTNER_UPDATED',
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
/** What a list of clients can be ordered by. */
export const ClientAccountSortField = {
  /** The company, as people sort names: case and accents count last, and 9 comes before 10. */
  CompanyName: 'COMPANY_NAME',
  /** When the account was created. */
  CreatedAt: 'CREATED_AT',
  /** The status of the subscription, by its name. */
  SubscriptionStatus: 'SUBSCRIPTION_STATUS',
  /** When it last changed. */
  UpdatedAt: 'UPDATED_AT'
} as const;

export type ClientAccountSortField = typeof ClientAccountSortField[keyof typeof ClientAccountSortField];
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
/** What two applications have in common. */
export const DuplicateMatch = {
  /** The company’s name, apart from case, accents, punctuation and legal form. */
  CompanyName: 'COMPANY_NAME',
  /** The contact’s mailbox, in whatever spelling of its e-mail address. */
  Email: 'EMAIL',
  /** The domain of the contact’s e-mail address, unless it belongs to a mail provider that gives anyone an address. */
  EmailDomain: 'EMAIL_DOMAIN'
} as const;

export type DuplicateMatch = typeof DuplicateMatch[keyof typeof DuplicateMatch];
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
/** A language for people to read. */
export const Language = {
  /** German. */
  De: 'DE',
  /** English. */
  En: 'EN'
} as const;

export type Language = typeof Language[keyof typeof Language];
/** What a list of applications can be ordered by. */
export const PartnerApplicationSortField = {
  /** The company, as people sort names: case and accents count last, and 9 comes before 10. */
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
/** Whether a user is an admin or belongs to a partner. */
export const Role = {
  /** Belongs to the ReachGenie team. */
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