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

export type SettingsPartsFragment = { id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number };

export type ViewerPartsFragment = { email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, supportUrl: string | null, id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null };

export type SessionPartsFragment = { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, supportUrl: string | null, id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
  code?: string | null | undefined;
}>;


export type SignInMutation = { signIn: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, supportUrl: string | null, id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type SignInWithLinkMutationVariables = Exact<{
  token: string;
  code?: string | null | undefined;
}>;


export type SignInWithLinkMutation = { signInWithLink: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, supportUrl: string | null, id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, supportUrl: string | null, id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type ConfirmIdentityMutationVariables = Exact<{
  password?: string | null | undefined;
  code?: string | null | undefined;
}>;


export type ConfirmIdentityMutation = { confirmIdentity: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, supportUrl: string | null, id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type UpdateViewerMutationVariables = Exact<{
  input: UpdateViewerInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdateViewerMutation = { updateViewer: { id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  name: string;
  password: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { accessToken: string, expiresAt: string, mustAddSecondFactor: boolean, viewer: { email: string, role: Role, partnerRole: PartnerRole | null, adminRoles: Array<AdminRole> | null, secondFactorAt: string | null, supportUrl: string | null, id: string, name: string, language: Language | null, timeZone: string | null, dateFormat: DateFormat | null, version: number, partnerAccount: { id: string, companyName: string, tier: PartnerTier, clientManagementEnabled: boolean, whitelabelEnabled: boolean, partnerships: Array<{ type: PartnershipType, since: string }> } | null } } };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
  language?: Language | null | undefined;
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

export type SavedViewPartsFragment = { id: string, name: string, search: string, isOwn: boolean, isShared: boolean, ownerName: string };

export type SavedViewsQueryVariables = Exact<{
  list: ListName;
}>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, name: string, search: string, isOwn: boolean, isShared: boolean, ownerName: string }> };

export type CreateSavedViewMutationVariables = Exact<{
  input: CreateSavedViewInput;
}>;


export type CreateSavedViewMutation = { createSavedView: { id: string } };

export type UpdateSavedViewMutationVariables = Exact<{
  id: string;
  input: UpdateSavedViewInput;
}>;


export type UpdateSavedViewMutation = { updateSavedView: { id: string } };

export type DeleteSavedViewMutationVariables = Exact<{
  id: string;
}>;


export type DeleteSavedViewMutation = { deleteSavedView: boolean };

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
export const SettingsPartsFragmentDoc = new TypedDocumentString(`
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}
    `, {"fragmentName":"SettingsParts"}) as unknown as TypedDocumentString<SettingsPartsFragment, unknown>;
export const ViewerPartsFragmentDoc = new TypedDocumentString(`
    fragment ViewerParts on Viewer {
  ...SettingsParts
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  supportUrl
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
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}`, {"fragmentName":"ViewerParts"}) as unknown as TypedDocumentString<ViewerPartsFragment, unknown>;
export const SessionPartsFragmentDoc = new TypedDocumentString(`
    fragment SessionParts on Session {
  accessToken
  expiresAt
  mustAddSecondFactor
  viewer {
    ...ViewerParts
  }
}
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}
fragment ViewerParts on Viewer {
  ...SettingsParts
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  supportUrl
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
export const SavedViewPartsFragmentDoc = new TypedDocumentString(`
    fragment SavedViewParts on SavedView {
  id
  name
  search
  isOwn
  isShared
  ownerName
}
    `, {"fragmentName":"SavedViewParts"}) as unknown as TypedDocumentString<SavedViewPartsFragment, unknown>;
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
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}
fragment ViewerParts on Viewer {
  ...SettingsParts
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  supportUrl
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
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}
fragment ViewerParts on Viewer {
  ...SettingsParts
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  supportUrl
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
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}
fragment ViewerParts on Viewer {
  ...SettingsParts
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  supportUrl
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
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}
fragment ViewerParts on Viewer {
  ...SettingsParts
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  supportUrl
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
export const UpdateViewerDocument = new TypedDocumentString(`
    mutation UpdateViewer($input: UpdateViewerInput!, $expectedVersion: Int) {
  updateViewer(input: $input, expectedVersion: $expectedVersion) {
    ...SettingsParts
  }
}
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}`) as unknown as TypedDocumentString<UpdateViewerMutation, UpdateViewerMutationVariables>;
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
    fragment SettingsParts on Viewer {
  id
  name
  language
  timeZone
  dateFormat
  version
}
fragment ViewerParts on Viewer {
  ...SettingsParts
  email
  role
  partnerRole
  adminRoles
  secondFactorAt
  supportUrl
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
    mutation RequestPasswordReset($email: String!, $language: Language) {
  requestPasswordReset(email: $email, language: $language)
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
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews($list: ListName!) {
  savedViews(list: $list) {
    ...SavedViewParts
  }
}
    fragment SavedViewParts on SavedView {
  id
  name
  search
  isOwn
  isShared
  ownerName
}`) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const CreateSavedViewDocument = new TypedDocumentString(`
    mutation CreateSavedView($input: CreateSavedViewInput!) {
  createSavedView(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateSavedViewMutation, CreateSavedViewMutationVariables>;
export const UpdateSavedViewDocument = new TypedDocumentString(`
    mutation UpdateSavedView($id: ID!, $input: UpdateSavedViewInput!) {
  updateSavedView(id: $id, input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateSavedViewMutation, UpdateSavedViewMutationVariables>;
export const DeleteSavedViewDocument = new TypedDocumentString(`
    mutation DeleteSavedView($id: ID!) {
  deleteSavedView(id: $id)
}
    `) as unknown as TypedDocumentString<DeleteSavedViewMutation, DeleteSavedViewMutationVariables>;