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
export const AcceptanceStatus = {
  /** The partner has accepted the version. */
  Accepted: 'ACCEPTED',
  /** The version binds or will bind, and the partner has accepted neither it nor a later one. */
  Missing: 'MISSING'
} as const;

export type AcceptanceStatus = typeof AcceptanceStatus[keyof typeof AcceptanceStatus];
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
export const AgreementStatus = {
  /** There is nothing to do. */
  Accepted: 'ACCEPTED',
  /** Its binding version is not accepted. */
  Open: 'OPEN',
  /** A version that will bind is not accepted. The binding one, if any, is. */
  Upcoming: 'UPCOMING'
} as const;

export type AgreementStatus = typeof AgreementStatus[keyof typeof AgreementStatus];
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

/** Language of texts for people. */
export const Language = {
  /** German. */
  De: 'DE',
  /** English. */
  En: 'EN'
} as const;

export type Language = typeof Language[keyof typeof Language];
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

export type AgreementVersionPartsFragment = { id: string, number: number, sha256: string, changes: string | null, publishedAt: string, bindingFrom: string, withdrawnAt: string | null, isCountersigned: boolean };

export type OwnAgreementsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnAgreementsQuery = { agreements: Array<{ id: string, title: string, isRequired: boolean, isNegotiated: boolean, status: AgreementStatus, isBlocking: boolean, version: { id: string, number: number, sha256: string, changes: string | null, publishedAt: string, bindingFrom: string, withdrawnAt: string | null, isCountersigned: boolean }, acceptances: Array<{ id: string, versionId: string, versionNumber: number, name: string, title: string, sha256: string, acceptedAt: string }> }> };

export type AcceptAgreementMutationVariables = Exact<{
  input: AcceptAgreementInput;
}>;


export type AcceptAgreementMutation = { acceptAgreement: { id: string, acceptedAt: string } };

export type DownloadAgreementMutationVariables = Exact<{
  versionId: string;
  isCountersigned?: boolean;
}>;


export type DownloadAgreementMutation = { downloadAgreement: { url: string, expiresAt: string } };

export type AgreementPartsFragment = { id: string, title: string, partnershipTypes: Array<PartnershipType>, isRequired: boolean, createdAt: string, partner: { id: string, companyName: string } | null, versions: Array<{ id: string, number: number, sha256: string, changes: string | null, publishedAt: string, bindingFrom: string, withdrawnAt: string | null, isCountersigned: boolean }> };

export type AllAgreementsQueryVariables = Exact<{
  filter?: AgreementFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type AllAgreementsQuery = { allAgreements: { items: Array<{ id: string, title: string, partnershipTypes: Array<PartnershipType>, isRequired: boolean, createdAt: string, partner: { id: string, companyName: string } | null, versions: Array<{ id: string, number: number, sha256: string, changes: string | null, publishedAt: string, bindingFrom: string, withdrawnAt: string | null, isCountersigned: boolean }> }>, pageInfo: { totalItems: number } } };

export type AgreementDetailsQueryVariables = Exact<{
  id: string;
}>;


export type AgreementDetailsQuery = { agreement: { id: string, title: string, partnershipTypes: Array<PartnershipType>, isRequired: boolean, createdAt: string, partner: { id: string, companyName: string } | null, versions: Array<{ id: string, number: number, sha256: string, changes: string | null, publishedAt: string, bindingFrom: string, withdrawnAt: string | null, isCountersigned: boolean }> } | null };

export type AgreementAcceptancesQueryVariables = Exact<{
  filter?: AgreementAcceptanceFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type AgreementAcceptancesQuery = { agreementAcceptances: { items: Array<{ id: string, partnerId: string, companyName: string, agreementId: string, agreementTitle: string, versionNumber: number, status: AcceptanceStatus, name: string | null, title: string | null, ipAddress: string | null, acceptedAt: string | null }>, pageInfo: { totalItems: number }, counts: { missing: number, accepted: number } } };

export type ExportAcceptancesMutationVariables = Exact<{
  filter?: AgreementAcceptanceFilter | null | undefined;
  language?: Language | null | undefined;
}>;


export type ExportAcceptancesMutation = { exportAgreementAcceptances: { url: string } };

export type CreateAgreementMutationVariables = Exact<{
  input: CreateAgreementInput;
}>;


export type CreateAgreementMutation = { createAgreement: { id: string } };

export type PublishAgreementVersionMutationVariables = Exact<{
  input: PublishAgreementVersionInput;
}>;


export type PublishAgreementVersionMutation = { publishAgreementVersion: { id: string } };

export type WithdrawAgreementVersionMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawAgreementVersionMutation = { withdrawAgreementVersion: { id: string } };

export type AddCountersignedCopyMutationVariables = Exact<{
  versionId: string;
  fileId: string;
}>;


export type AddCountersignedCopyMutation = { addCountersignedCopy: { id: string } };

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
export const AgreementVersionPartsFragmentDoc = new TypedDocumentString(`
    fragment AgreementVersionParts on AgreementVersion {
  id
  number
  sha256
  changes
  publishedAt
  bindingFrom
  withdrawnAt
  isCountersigned
}
    `, {"fragmentName":"AgreementVersionParts"}) as unknown as TypedDocumentString<AgreementVersionPartsFragment, unknown>;
export const AgreementPartsFragmentDoc = new TypedDocumentString(`
    fragment AgreementParts on Agreement {
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
    ...AgreementVersionParts
  }
}
    fragment AgreementVersionParts on AgreementVersion {
  id
  number
  sha256
  changes
  publishedAt
  bindingFrom
  withdrawnAt
  isCountersigned
}`, {"fragmentName":"AgreementParts"}) as unknown as TypedDocumentString<AgreementPartsFragment, unknown>;
export const OwnAgreementsDocument = new TypedDocumentString(`
    query OwnAgreements {
  agreements {
    id
    title
    isRequired
    isNegotiated
    status
    isBlocking
    version {
      ...AgreementVersionParts
    }
    acceptances {
      id
      versionId
      versionNumber
      name
      title
      sha256
      acceptedAt
    }
  }
}
    fragment AgreementVersionParts on AgreementVersion {
  id
  number
  sha256
  changes
  publishedAt
  bindingFrom
  withdrawnAt
  isCountersigned
}`) as unknown as TypedDocumentString<OwnAgreementsQuery, OwnAgreementsQueryVariables>;
export const AcceptAgreementDocument = new TypedDocumentString(`
    mutation AcceptAgreement($input: AcceptAgreementInput!) {
  acceptAgreement(input: $input) {
    id
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
export const AllAgreementsDocument = new TypedDocumentString(`
    query AllAgreements($filter: AgreementFilter, $page: Int!, $limit: Int!) {
  allAgreements(filter: $filter, page: $page, limit: $limit) {
    items {
      ...AgreementParts
    }
    pageInfo {
      totalItems
    }
  }
}
    fragment AgreementVersionParts on AgreementVersion {
  id
  number
  sha256
  changes
  publishedAt
  bindingFrom
  withdrawnAt
  isCountersigned
}
fragment AgreementParts on Agreement {
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
    ...AgreementVersionParts
  }
}`) as unknown as TypedDocumentString<AllAgreementsQuery, AllAgreementsQueryVariables>;
export const AgreementDetailsDocument = new TypedDocumentString(`
    query AgreementDetails($id: ID!) {
  agreement(id: $id) {
    ...AgreementParts
  }
}
    fragment AgreementVersionParts on AgreementVersion {
  id
  number
  sha256
  changes
  publishedAt
  bindingFrom
  withdrawnAt
  isCountersigned
}
fragment AgreementParts on Agreement {
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
    ...AgreementVersionParts
  }
}`) as unknown as TypedDocumentString<AgreementDetailsQuery, AgreementDetailsQueryVariables>;
export const AgreementAcceptancesDocument = new TypedDocumentString(`
    query AgreementAcceptances($filter: AgreementAcceptanceFilter, $page: Int!, $limit: Int!) {
  agreementAcceptances(filter: $filter, page: $page, limit: $limit) {
    items {
      id
      partnerId
      companyName
      agreementId
      agreementTitle
      versionNumber
      status
      name
      title
      ipAddress
      acceptedAt
    }
    pageInfo {
      totalItems
    }
    counts {
      missing
      accepted
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementAcceptancesQuery, AgreementAcceptancesQueryVariables>;
export const ExportAcceptancesDocument = new TypedDocumentString(`
    mutation ExportAcceptances($filter: AgreementAcceptanceFilter, $language: Language) {
  exportAgreementAcceptances(filter: $filter, language: $language) {
    url
  }
}
    `) as unknown as TypedDocumentString<ExportAcceptancesMutation, ExportAcceptancesMutationVariables>;
export const CreateAgreementDocument = new TypedDocumentString(`
    mutation CreateAgreement($input: CreateAgreementInput!) {
  createAgreement(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateAgreementMutation, CreateAgreementMutationVariables>;
export const PublishAgreementVersionDocument = new TypedDocumentString(`
    mutation PublishAgreementVersion($input: PublishAgreementVersionInput!) {
  publishAgreementVersion(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<PublishAgreementVersionMutation, PublishAgreementVersionMutationVariables>;
export const WithdrawAgreementVersionDocument = new TypedDocumentString(`
    mutation WithdrawAgreementVersion($id: ID!) {
  withdrawAgreementVersion(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<WithdrawAgreementVersionMutation, WithdrawAgreementVersionMutationVariables>;
export const AddCountersignedCopyDocument = new TypedDocumentString(`
    mutation AddCountersignedCopy($versionId: ID!, $fileId: ID!) {
  addCountersignedCopy(versionId: $versionId, fileId: $fileId) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddCountersignedCopyMutation, AddCountersignedCopyMutationVariables>;