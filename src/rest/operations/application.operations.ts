import type { RestOperation } from '../rest.operation.ts';

const LISTED = `
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
    language
    status
    withdrawnAt
    decidedAt
    createdAt
    updatedAt
    version`;

const ONE_APPLICATION = '/api/admin/partner-applications/{id}';

export const applicationOperations: readonly RestOperation[] = [
  {
    method: 'POST',
    path: '/api/partner-applications',
    operationName: 'RestSubmitPartnerApplication',
    document: `mutation RestSubmitPartnerApplication($input: SubmitPartnerApplicationInput!, $idempotencyKey: String) {
  submitPartnerApplication(input: $input, idempotencyKey: $idempotencyKey) {
    applicationId
    statusUrl
    confirmation
  }
}`,
    body: {
      companyName: 'input.companyName',
      contactName: 'input.contactName',
      contactEmail: 'input.contactEmail',
      contactPhone: 'input.contactPhone',
      website: 'input.website',
      partnershipType: 'input.partnershipType',
      companySize: 'input.companySize',
      industry: 'input.industry',
      currentSolutions: 'input.currentSolutions',
      targetMarket: 'input.targetMarket',
      motivation: 'input.motivation',
      additionalInformation: 'input.additionalInformation',
      language: 'input.language',
    },
    headers: { 'Idempotency-Key': 'idempotencyKey' },
    admits: 'anyone',
    success: 201,
    location: '/api/admin/partner-applications/{applicationId}',
  },
  {
    method: 'GET',
    path: '/api/admin/partner-applications',
    operationName: 'RestPartnerApplications',
    document: `query RestPartnerApplications(
  $filter: PartnerApplicationFilter
  $page: Int! = 1
  $limit: Int! = 20
  $sortBy: PartnerApplicationSortField! = CREATED_AT
  $sortOrder: SortOrder! = DESC
) {
  partnerApplications(filter: $filter, page: $page, limit: $limit, sortBy: $sortBy, sortOrder: $sortOrder) {
    items {${LISTED}
    }
    pageInfo { page limit totalItems totalPages hasNextPage hasPreviousPage }
  }
}`,
    query: {
      status: 'filter.status',
      partnershipType: 'filter.partnershipType',
      page: 'page',
      limit: 'limit',
      sortBy: 'sortBy',
      sortOrder: 'sortOrder',
    },
    success: 200,
  },
  {
    method: 'GET',
    path: '/api/admin/partner-applications/statistics',
    operationName: 'RestPartnerApplicationStatistics',
    document: `query RestPartnerApplicationStatistics {
  partnerApplicationStatistics {
    total
    withdrawn
    approvalRate
    medianHoursToDecision
    byStatus { status count }
    byPartnershipType { partnershipType count }
    byCompanySize { companySize count }
    byIndustry { industry count }
  }
}`,
    success: 200,
  },
  {
    method: 'GET',
    path: ONE_APPLICATION,
    operationName: 'RestPartnerApplication',
    document: `query RestPartnerApplication($id: ID!) {
  partnerApplication(id: $id) {${LISTED}
    nextStatuses
    assignee { id name }
    partnerAccount { id companyName }
    notes { id authorName note createdAt }
    statusHistory { from to withdrawn message changedBy changedAt }
  }
}`,
    parameters: { id: 'id' },
    success: 200,
    hasVersion: true,
  },
  {
    method: 'PATCH',
    path: '/api/admin/partner-applications/{id}/status',
    operationName: 'RestUpdatePartnerApplicationStatus',
    document: `mutation RestUpdatePartnerApplicationStatus(
  $id: ID!
  $status: ApplicationStatus!
  $message: String
  $ownerEmail: String
  $ownerName: String
  $reopenWithdrawn: Boolean
  $expectedVersion: Int
) {
  updatePartnerApplicationStatus(
    id: $id
    status: $status
    message: $message
    ownerEmail: $ownerEmail
    ownerName: $ownerName
    reopenWithdrawn: $reopenWithdrawn
    expectedVersion: $expectedVersion
  ) {${LISTED}
    nextStatuses
  }
}`,
    parameters: { id: 'id' },
    body: {
      status: 'status',
      message: 'message',
      ownerEmail: 'ownerEmail',
      ownerName: 'ownerName',
      reopenWithdrawn: 'reopenWithdrawn',
    },
    headers: { 'If-Match': 'expectedVersion' },
    success: 200,
    hasVersion: true,
  },
  {
    method: 'POST',
    path: '/api/admin/partner-applications/{id}/notes',
    operationName: 'RestAddPartnerApplicationNote',
    document: `mutation RestAddPartnerApplicationNote($id: ID!, $authorName: String, $note: String!) {
  addPartnerApplicationNote(id: $id, authorName: $authorName, note: $note) {
    id
    authorName
    note
    createdAt
  }
}`,
    parameters: { id: 'id' },
    body: { authorName: 'authorName', note: 'note' },
    success: 201,
  },
];
