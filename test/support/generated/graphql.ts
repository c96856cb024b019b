/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where the review of an application stands. PENDING may become REVIEWING, APPROVED or REJECTED; REVIEWING may become PENDING, APPROVED or REJECTED; REJECTED may become REVIEWING again; APPROVED is final. */
export type ApplicationStatus =
  /** Accepted, for good. */
  | 'APPROVED'
  /** Submitted; nobody has looked at it yet. */
  | 'PENDING'
  /** Declined; it can be reviewed once more. */
  | 'REJECTED'
  /** Somebody is looking at it. */
  | 'REVIEWING';

/** How many people work at a company. */
export type CompanySize =
  /** 1 to 10. */
  | 'SIZE_1_10'
  /** 11 to 50. */
  | 'SIZE_11_50'
  /** 51 to 200. */
  | 'SIZE_51_200'
  /** 201 to 500. */
  | 'SIZE_201_500'
  /** 501 and more. */
  | 'SIZE_501_PLUS';

/** What became of a mail. */
export type EmailStatus =
  /** Given up; it can be sent again with resendEmail. */
  | 'FAILED'
  /** Waiting for its first or next try. */
  | 'QUEUED'
  /** Taken over by the mail service. */
  | 'SENT';

/** Which applications a list shows: those that meet everything that is given. */
export type PartnerApplicationFilter = {
  /** Any of these. */
  companySize?: Array<CompanySize> | null | undefined;
  /** Submitted at this moment or later. */
  createdFrom?: string | null | undefined;
  /** Submitted before this moment. */
  createdTo?: string | null | undefined;
  /** Any of these. */
  partnershipType?: Array<PartnershipType> | null | undefined;
  /** Text in the company, contact name or e-mail address, anywhere and in any case. 1 to 200 characters, taken literally. */
  search?: string | null | undefined;
  /** Any of these. */
  status?: Array<ApplicationStatus> | null | undefined;
};

/** What a list of applications can be ordered by. */
export type PartnerApplicationSortField =
  /** The company, by code point: capitals before small letters. */
  | 'COMPANY_NAME'
  /** When it was submitted. */
  | 'CREATED_AT'
  /** The partnership type, by its name. */
  | 'PARTNERSHIP_TYPE'
  /** The status, by its name. */
  | 'STATUS'
  /** When it last changed. */
  | 'UPDATED_AT';

/** What kind of partner a company is or wants to be. */
export type PartnershipType =
  /** Recommends us and is paid a commission. */
  | 'REFERRAL'
  /** Sells to its own clients and manages their accounts. */
  | 'RESELLER'
  /** Integrates its product with ours. */
  | 'TECHNOLOGY';

/** What a user is to the program. */
export type Role =
  /** Belongs to the team that runs the program. */
  | 'ADMIN'
  /** Belongs to a partner. */
  | 'PARTNER';

/** Which end of the order comes first. */
export type SortOrder =
  /** Smallest, oldest or first in the alphabet at the top. */
  | 'ASC'
  /** Largest, newest or last in the alphabet at the top. */
  | 'DESC';

/** How long a period is, in local time. */
export type StatisticsInterval =
  /** From midnight to midnight: 23 to 25 hours. */
  | 'DAY'
  /** From the first of a month to the first of the next. */
  | 'MONTH'
  /** Seven days from Monday on (ISO 8601). */
  | 'WEEK';

/** What an applicant tells. Texts are trimmed; blank text is refused, also where it is optional. */
export type SubmitPartnerApplicationInput = {
  /** Anything else. At most 5,000 characters. */
  additionalInformation?: string | null | undefined;
  /** The company, as it calls itself. 1 to 200 characters. */
  companyName: string;
  /** How many people work there. */
  companySize: CompanySize;
  /** One e-mail address, at most 254 characters. Mail about the application goes there. */
  contactEmail: string;
  /** Whom to speak to there. 1 to 200 characters. */
  contactName: string;
  /** In any form. At most 40 characters. */
  contactPhone?: string | null | undefined;
  /** What the company uses today. At most 5,000 characters. */
  currentSolutions?: string | null | undefined;
  /** In your own words. 1 to 200 characters. */
  industry: string;
  /** Why the company wants to become a partner. 1 to 5,000 characters. */
  motivation: string;
  /** What kind of partner the company wants to be. */
  partnershipType: PartnershipType;
  /** Whom the company sells to. At most 5,000 characters. */
  targetMarket?: string | null | undefined;
  /** An http or https address, at most 2,048 characters. */
  website?: string | null | undefined;
};

export type SubmitPartnerApplicationMutationVariables = Exact<{
  input: SubmitPartnerApplicationInput;
  idempotencyKey?: string | null | undefined;
}>;


export type SubmitPartnerApplicationMutation = { submitPartnerApplication: { applicationId: string, confirmation: string } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { signIn: { accessToken: string, expiresAt: string, viewer: { id: string, name: string, role: Role } } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, expiresAt: string, viewer: { id: string, name: string, role: Role } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, email: string, name: string, role: Role } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

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


export type PartnerApplicationDetailsQuery = { partnerApplication: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, website: string | null, partnershipType: PartnershipType, companySize: CompanySize, industry: string, currentSolutions: string | null, targetMarket: string | null, motivation: string, additionalInformation: string | null, status: ApplicationStatus, version: number, decidedAt: string | null, createdAt: string, updatedAt: string, notes: Array<{ id: string, authorName: string, note: string, createdAt: string }>, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, changedBy: string, message: string | null, changedAt: string }>, emails: Array<{ id: string, template: string, recipient: string, status: EmailStatus, tries: number, lastError: string | null, createdAt: string, sentAt: string | null }> } | null };

export type UpdatePartnerApplicationStatusMutationVariables = Exact<{
  id: string;
  status: ApplicationStatus;
  message?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}>;


export type UpdatePartnerApplicationStatusMutation = { updatePartnerApplicationStatus: { id: string, status: ApplicationStatus, version: number, decidedAt: string | null, statusHistory: Array<{ from: ApplicationStatus, to: ApplicationStatus, changedBy: string, message: string | null, changedAt: string }> } };

export type AddPartnerApplicationNoteMutationVariables = Exact<{
  id: string;
  note: string;
  authorName?: string | null | undefined;
}>;


export type AddPartnerApplicationNoteMutation = { addPartnerApplicationNote: { id: string, authorName: string, note: string, createdAt: string } };

export type PartnerApplicationStatisticsQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
  interval?: StatisticsInterval;
  timeZone?: string;
  industries?: number | null | undefined;
}>;


export type PartnerApplicationStatisticsQuery = { partnerApplicationStatistics: { total: number, approvalRate: number | null, medianHoursToDecision: number | null, byStatus: Array<{ status: ApplicationStatus, count: number }>, byPartnershipType: Array<{ partnershipType: PartnershipType, count: number }>, byCompanySize: Array<{ companySize: CompanySize, count: number }>, byIndustry: Array<{ industry: string, count: number }>, overTime: Array<{ periodStart: string, submitted: number, approved: number, rejected: number }> } };

export type ResendEmailMutationVariables = Exact<{
  id: string;
}>;


export type ResendEmailMutation = { resendEmail: { id: string, status: EmailStatus, tries: number, lastError: string | null } };

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
    confirmation
  }
}
    `) as unknown as TypedDocumentString<SubmitPartnerApplicationMutation, SubmitPartnerApplicationMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    accessToken
    expiresAt
    viewer {
      id
      name
      role
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
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
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
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
    version
    decidedAt
    createdAt
    updatedAt
    notes {
      id
      authorName
      note
      createdAt
    }
    statusHistory {
      from
      to
      changedBy
      message
      changedAt
    }
    emails {
      id
      template
      recipient
      status
      tries
      lastError
      createdAt
      sentAt
    }
  }
}
    `) as unknown as TypedDocumentString<PartnerApplicationDetailsQuery, PartnerApplicationDetailsQueryVariables>;
export const UpdatePartnerApplicationStatusDocument = new TypedDocumentString(`
    mutation UpdatePartnerApplicationStatus($id: ID!, $status: ApplicationStatus!, $message: String, $expectedVersion: Int) {
  updatePartnerApplicationStatus(
    id: $id
    status: $status
    message: $message
    expectedVersion: $expectedVersion
  ) {
    id
    status
    version
    decidedAt
    statusHistory {
      from
      to
      changedBy
      message
      changedAt
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePartnerApplicationStatusMutation, UpdatePartnerApplicationStatusMutationVariables>;
export const AddPartnerApplicationNoteDocument = new TypedDocumentString(`
    mutation AddPartnerApplicationNote($id: ID!, $note: String!, $authorName: String) {
  addPartnerApplicationNote(id: $id, note: $note, authorName: $authorName) {
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
    }
    approvalRate
    medianHoursToDecision
  }
}
    `) as unknown as TypedDocumentString<PartnerApplicationStatisticsQuery, PartnerApplicationStatisticsQueryVariables>;
export const ResendEmailDocument = new TypedDocumentString(`
    mutation ResendEmail($id: ID!) {
  resendEmail(id: $id) {
    id
    status
    tries
    lastError
  }
}
    `) as unknown as TypedDocumentString<ResendEmailMutation, ResendEmailMutationVariables>;