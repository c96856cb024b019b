/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
export type PaletteSearchQueryVariables = Exact<{
  text: string;
}>;


export type PaletteSearchQuery = { search: { applications: Array<{ id: string, companyName: string, contactName: string, status: ApplicationStatus, withdrawnAt: string | null }>, partners: Array<{ id: string, companyName: string, adminEmail: string, isActive: boolean }>, clients: Array<{ id: string, companyName: string, contactName: string, subscriptionTier: string }>, people: Array<{ id: string, name: string, email: string, partnerAccountId: string | null, companyName: string | null }> } };

export type InterfaceStateOfQueryVariables = Exact<{
  keys: Array<InterfaceKey> | InterfaceKey;
}>;


export type InterfaceStateOfQuery = { interfaceState: Array<{ key: InterfaceKey, value: string }> };

export type KeepInterfaceStateMutationVariables = Exact<{
  key: InterfaceKey;
  value: string;
}>;


export type KeepInterfaceStateMutation = { setInterfaceState: { key: InterfaceKey, value: string } };

export type ReadDraftQueryVariables = Exact<{
  key: string;
}>;


export type ReadDraftQuery = { draft: { text: string } | null };

export type KeepDraftMutationVariables = Exact<{
  key: string;
  text: string;
}>;


export type KeepDraftMutation = { saveDraft: { key: string } };

export type ForgetDraftMutationVariables = Exact<{
  key: string;
}>;


export type ForgetDraftMutation = { deleteDraft: boolean };

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

export const PaletteSearchDocument = new TypedDocumentString(`
    query PaletteSearch($text: String!) {
  search(text: $text) {
    applications {
      id
      companyName
      contactName
      status
      withdrawnAt
    }
    partners {
      id
      companyName
      adminEmail
      isActive
    }
    clients {
      id
      companyName
      contactName
      subscriptionTier
    }
    people {
      id
      name
      email
      partnerAccountId
      companyName
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteSearchQuery, PaletteSearchQueryVariables>;
export const InterfaceStateOfDocument = new TypedDocumentString(`
    query InterfaceStateOf($keys: [InterfaceKey!]!) {
  interfaceState(keys: $keys) {
    key
    value
  }
}
    `) as unknown as TypedDocumentString<InterfaceStateOfQuery, InterfaceStateOfQueryVariables>;
export const KeepInterfaceStateDocument = new TypedDocumentString(`
    mutation KeepInterfaceState($key: InterfaceKey!, $value: String!) {
  setInterfaceState(key: $key, value: $value) {
    key
    value
  }
}
    `) as unknown as TypedDocumentString<KeepInterfaceStateMutation, KeepInterfaceStateMutationVariables>;
export const ReadDraftDocument = new TypedDocumentString(`
    query ReadDraft($key: String!) {
  draft(key: $key) {
    text
  }
}
    `) as unknown as TypedDocumentString<ReadDraftQuery, ReadDraftQueryVariables>;
export const KeepDraftDocument = new TypedDocumentString(`
    mutation KeepDraft($key: String!, $text: String!) {
  saveDraft(key: $key, text: $text) {
    key
  }
}
    `) as unknown as TypedDocumentString<KeepDraftMutation, KeepDraftMutationVariables>;
export const ForgetDraftDocument = new TypedDocumentString(`
    mutation ForgetDraft($key: String!) {
  deleteDraft(key: $key)
}
    `) as unknown as TypedDocumentString<ForgetDraftMutation, ForgetDraftMutationVariables>;