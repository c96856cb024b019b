/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** Language of texts for people. */
export const Language = {
  /** German. */
  De: 'DE',
  /** English. */
  En: 'EN'
} as const;

export type Language = typeof Language[keyof typeof Language];
export type ActivityQueryVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  limit: number;
  after?: string | null | undefined;
}>;


export type ActivityQuery = { auditEvents: { items: Array<{ id: string, occurredAt: string, type: AuditAction, changes: string | null, ipAddress: string | null, requestId: string | null, actor: { id: string | null, kind: AuditActorKind, name: string, apiKeyName: string | null }, subject: { type: string, id: string, name: string | null }, partner: { type: string, id: string, name: string | null } | null, mentions: Array<{ type: string, id: string, name: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ToldEventFragment = { id: string, occurredAt: string, type: AuditAction, changes: string | null, ipAddress: string | null, requestId: string | null, actor: { id: string | null, kind: AuditActorKind, name: string, apiKeyName: string | null }, subject: { type: string, id: string, name: string | null }, partner: { type: string, id: string, name: string | null } | null, mentions: Array<{ type: string, id: string, name: string | null }> };

export type ExportActivityMutationVariables = Exact<{
  filter?: AuditEventFilter | null | undefined;
  language: Language;
}>;


export type ExportActivityMutation = { exportAuditEvents: { url: string } };

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
export const ToldEventFragmentDoc = new TypedDocumentString(`
    fragment ToldEvent on AuditEvent {
  id
  occurredAt
  type
  actor {
    id
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
    type
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
    `, {"fragmentName":"ToldEvent"}) as unknown as TypedDocumentString<ToldEventFragment, unknown>;
export const ActivityDocument = new TypedDocumentString(`
    query Activity($filter: AuditEventFilter, $limit: Int!, $after: String) {
  auditEvents(filter: $filter, limit: $limit, after: $after) {
    items {
      ...ToldEvent
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ToldEvent on AuditEvent {
  id
  occurredAt
  type
  actor {
    id
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
    type
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
}`) as unknown as TypedDocumentString<ActivityQuery, ActivityQueryVariables>;
export const ExportActivityDocument = new TypedDocumentString(`
    mutation ExportActivity($filter: AuditEventFilter, $language: Language!) {
  exportAuditEvents(filter: $filter, language: $language) {
    url
  }
}
    `) as unknown as TypedDocumentString<ExportActivityMutation, ExportActivityMutationVariables>;