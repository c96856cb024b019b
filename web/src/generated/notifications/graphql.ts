/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
/** How to tell the user of one kind of notification. */
export type NotificationSettingInput = {
  /** When an email repeats this kind. */
  email: NotificationEmail;
  /** Whether `notifications` has this kind. */
  inApp: boolean;
  /** The kind. */
  kind: NotificationKind;
};

export type UnreadNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationsQuery = { unreadNotifications: number };

export type NewestNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type NewestNotificationsQuery = { notifications: { items: Array<{ id: string, kind: NotificationKind, actorName: string | null, subjectId: string | null, subjectName: string | null, detail: string | null, createdAt: string, readAt: string | null }>, pageInfo: { hasNextPage: boolean } } };

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

export const UnreadNotificationsDocument = new TypedDocumentString(`
    query UnreadNotifications {
  unreadNotifications
}
    `) as unknown as TypedDocumentString<UnreadNotificationsQuery, UnreadNotificationsQueryVariables>;
export const NewestNotificationsDocument = new TypedDocumentString(`
    query NewestNotifications {
  notifications(limit: 50) {
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
    }
  }
}
    `) as unknown as TypedDocumentString<NewestNotificationsQuery, NewestNotificationsQueryVariables>;
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