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
/** Filters a list of requested changes. All given conditions must match. */
export type CompanyChangeFilter = {
  /** Changes of this partner. */
  partnerId?: string | null | undefined;
  /** Changes with any of these statuses. */
  status?: Array<CompanyChangeStatus> | null | undefined;
};

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

export type CompanyDetailsPartsFragment = { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null };

export type CompanyChangePartsFragment = { id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } };

export type CompanyPartsFragment = { id: string, companyName: string, website: string | null, phone: string | null, description: string | null, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null, version: number, pendingChange: { id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } } | null, lastDecision: { id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } } | null };

export type OwnCompanyQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnCompanyQuery = { company: { id: string, companyName: string, website: string | null, phone: string | null, description: string | null, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null, version: number, pendingChange: { id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } } | null, lastDecision: { id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } } | null } };

export type OwnApplicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnApplicationsQuery = { ownApplications: Array<{ companyName: string, partnershipType: PartnershipType, status: ApplicationStatus, submittedAt: string, withdrawnAt: string | null, history: Array<{ status: ApplicationStatus, withdrawn: boolean, message: string | null, changedAt: string }> }> };

export type UpdateCompanyMutationVariables = Exact<{
  input: UpdateCompanyInput;
  expectedVersion: number;
}>;


export type UpdateCompanyMutation = { updateCompany: { id: string, companyName: string, website: string | null, phone: string | null, description: string | null, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null, version: number, pendingChange: { id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } } | null, lastDecision: { id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } } | null } };

export type WithdrawCompanyChangeMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawCompanyChangeMutation = { withdrawCompanyChange: { version: number } };

export type CompanyChangeListQueryVariables = Exact<{
  filter?: CompanyChangeFilter | null | undefined;
  sortOrder: SortOrder;
  page: number;
  limit: number;
}>;


export type CompanyChangeListQuery = { companyChanges: { items: Array<{ id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } }>, pageInfo: { totalItems: number }, counts: { pending: number, approved: number, rejected: number, withdrawn: number } } };

export type CompanyChangePageQueryVariables = Exact<{
  id: string;
}>;


export type CompanyChangePageQuery = { companyChange: { decidedBy: string | null, id: string, status: CompanyChangeStatus, message: string | null, requestedBy: string | null, createdAt: string, closedAt: string | null, partnerAccount: { id: string, companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, before: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null }, after: { companyName: string, legalName: string | null, street: string | null, postalCode: string | null, city: string | null, countryCode: string | null, vatId: string | null } } | null };

export type CompanyChangeNeighborsInListQueryVariables = Exact<{
  id: string;
  filter?: CompanyChangeFilter | null | undefined;
  sortOrder: SortOrder;
}>;


export type CompanyChangeNeighborsInListQuery = { companyChangeNeighbors: { position: number | null, totalItems: number, previous: { id: string } | null, next: { id: string, before: { companyName: string } } | null } | null };

export type DecideChangeMutationVariables = Exact<{
  id: string;
  approve: boolean;
  message?: string | null | undefined;
}>;


export type DecideChangeMutation = { decideCompanyChange: { id: string, status: CompanyChangeStatus } };

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
export const CompanyDetailsPartsFragmentDoc = new TypedDocumentString(`
    fragment CompanyDetailsParts on CompanyDetails {
  companyName
  legalName
  street
  postalCode
  city
  countryCode
  vatId
}
    `, {"fragmentName":"CompanyDetailsParts"}) as unknown as TypedDocumentString<CompanyDetailsPartsFragment, unknown>;
export const CompanyChangePartsFragmentDoc = new TypedDocumentString(`
    fragment CompanyChangeParts on CompanyChange {
  id
  status
  before {
    ...CompanyDetailsParts
  }
  after {
    ...CompanyDetailsParts
  }
  message
  requestedBy
  createdAt
  closedAt
}
    fragment CompanyDetailsParts on CompanyDetails {
  companyName
  legalName
  street
  postalCode
  city
  countryCode
  vatId
}`, {"fragmentName":"CompanyChangeParts"}) as unknown as TypedDocumentString<CompanyChangePartsFragment, unknown>;
export const CompanyPartsFragmentDoc = new TypedDocumentString(`
    fragment CompanyParts on Company {
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
    ...CompanyChangeParts
  }
  lastDecision {
    ...CompanyChangeParts
  }
  version
}
    fragment CompanyDetailsParts on CompanyDetails {
  companyName
  legalName
  street
  postalCode
  city
  countryCode
  vatId
}
fragment CompanyChangeParts on CompanyChange {
  id
  status
  before {
    ...CompanyDetailsParts
  }
  after {
    ...CompanyDetailsParts
  }
  message
  requestedBy
  createdAt
  closedAt
}`, {"fragmentName":"CompanyParts"}) as unknown as TypedDocumentString<CompanyPartsFragment, unknown>;
export const OwnCompanyDocument = new TypedDocumentString(`
    query OwnCompany {
  company {
    ...CompanyParts
  }
}
    fragment CompanyDetailsParts on CompanyDetails {
  companyName
  legalName
  street
  postalCode
  city
  countryCode
  vatId
}
fragment CompanyChangeParts on CompanyChange {
  id
  status
  before {
    ...CompanyDetailsParts
  }
  after {
    ...CompanyDetailsParts
  }
  message
  requestedBy
  createdAt
  closedAt
}
fragment CompanyParts on Company {
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
    ...CompanyChangeParts
  }
  lastDecision {
    ...CompanyChangeParts
  }
  version
}`) as unknown as TypedDocumentString<OwnCompanyQuery, OwnCompanyQueryVariables>;
export const OwnApplicationsDocument = new TypedDocumentString(`
    query OwnApplications {
  ownApplications {
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
    `) as unknown as TypedDocumentString<OwnApplicationsQuery, OwnApplicationsQueryVariables>;
export const UpdateCompanyDocument = new TypedDocumentString(`
    mutation UpdateCompany($input: UpdateCompanyInput!, $expectedVersion: Int!) {
  updateCompany(input: $input, expectedVersion: $expectedVersion) {
    ...CompanyParts
  }
}
    fragment CompanyDetailsParts on CompanyDetails {
  companyName
  legalName
  street
  postalCode
  city
  countryCode
  vatId
}
fragment CompanyChangeParts on CompanyChange {
  id
  status
  before {
    ...CompanyDetailsParts
  }
  after {
    ...CompanyDetailsParts
  }
  message
  requestedBy
  createdAt
  closedAt
}
fragment CompanyParts on Company {
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
    ...CompanyChangeParts
  }
  lastDecision {
    ...CompanyChangeParts
  }
  version
}`) as unknown as TypedDocumentString<UpdateCompanyMutation, UpdateCompanyMutationVariables>;
export const WithdrawCompanyChangeDocument = new TypedDocumentString(`
    mutation WithdrawCompanyChange($id: ID!) {
  withdrawCompanyChange(id: $id) {
    version
  }
}
    `) as unknown as TypedDocumentString<WithdrawCompanyChangeMutation, WithdrawCompanyChangeMutationVariables>;
export const CompanyChangeListDocument = new TypedDocumentString(`
    query CompanyChangeList($filter: CompanyChangeFilter, $sortOrder: SortOrder!, $page: Int!, $limit: Int!) {
  companyChanges(
    filter: $filter
    sortOrder: $sortOrder
    page: $page
    limit: $limit
  ) {
    items {
      ...CompanyChangeParts
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
    fragment CompanyDetailsParts on CompanyDetails {
  companyName
  legalName
  street
  postalCode
  city
  countryCode
  vatId
}
fragment CompanyChangeParts on CompanyChange {
  id
  status
  before {
    ...CompanyDetailsParts
  }
  after {
    ...CompanyDetailsParts
  }
  message
  requestedBy
  createdAt
  closedAt
}`) as unknown as TypedDocumentString<CompanyChangeListQuery, CompanyChangeListQueryVariables>;
export const CompanyChangePageDocument = new TypedDocumentString(`
    query CompanyChangePage($id: ID!) {
  companyChange(id: $id) {
    ...CompanyChangeParts
    decidedBy
    partnerAccount {
      id
      companyName
      legalName
      street
      postalCode
      city
      countryCode
      vatId
    }
  }
}
    fragment CompanyDetailsParts on CompanyDetails {
  companyName
  legalName
  street
  postalCode
  city
  countryCode
  vatId
}
fragment CompanyChangeParts on CompanyChange {
  id
  status
  before {
    ...CompanyDetailsParts
  }
  after {
    ...CompanyDetailsParts
  }
  message
  requestedBy
  createdAt
  closedAt
}`) as unknown as TypedDocumentString<CompanyChangePageQuery, CompanyChangePageQueryVariables>;
export const CompanyChangeNeighborsInListDocument = new TypedDocumentString(`
    query CompanyChangeNeighborsInList($id: ID!, $filter: CompanyChangeFilter, $sortOrder: SortOrder!) {
  companyChangeNeighbors(id: $id, filter: $filter, sortOrder: $sortOrder) {
    previous {
      id
    }
    next {
      id
      before {
        companyName
      }
    }
    position
    totalItems
  }
}
    `) as unknown as TypedDocumentString<CompanyChangeNeighborsInListQuery, CompanyChangeNeighborsInListQueryVariables>;
export const DecideChangeDocument = new TypedDocumentString(`
    mutation DecideChange($id: ID!, $approve: Boolean!, $message: String) {
  decideCompanyChange(id: $id, approve: $approve, message: $message) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<DecideChangeMutation, DecideChangeMutationVariables>;