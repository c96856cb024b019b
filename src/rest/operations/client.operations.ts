import type { RestOperation } from '../rest.operation.ts';

const CLIENT = `
    id
    companyName
    contactName
    contactEmail
    contactPhone
    subscriptionTier
    subscriptionStatus
    billingOwnedByReseller
    createdAt
    updatedAt
    version`;

const ONE_CLIENT = '/api/partner/clients/{id}';

export const clientOperations: readonly RestOperation[] = [
  {
    method: 'GET',
    path: '/api/partner/clients',
    operationName: 'RestClientAccounts',
    document: `query RestClientAccounts($filter: ClientAccountFilter, $page: Int! = 1, $limit: Int! = 20) {
  clientAccounts(filter: $filter, page: $page, limit: $limit) {
    items {${CLIENT}
    }
    pageInfo { page limit totalItems totalPages hasNextPage hasPreviousPage }
  }
}`,
    query: { status: 'filter.status', page: 'page', limit: 'limit' },
    success: 200,
  },
  {
    method: 'POST',
    path: '/api/partner/clients',
    operationName: 'RestCreateClientAccount',
    document: `mutation RestCreateClientAccount($input: CreateClientAccountInput!, $idempotencyKey: String) {
  createClientAccount(input: $input, idempotencyKey: $idempotencyKey) {${CLIENT}
  }
}`,
    body: {
      companyName: 'input.companyName',
      contactName: 'input.contactName',
      contactEmail: 'input.contactEmail',
      contactPhone: 'input.contactPhone',
      subscriptionTier: 'input.subscriptionTier',
      billingOwnedByReseller: 'input.billingOwnedByReseller',
    },
    headers: { 'Idempotency-Key': 'idempotencyKey' },
    success: 201,
    location: ONE_CLIENT,
    hasVersion: true,
  },
  {
    method: 'GET',
    path: ONE_CLIENT,
    operationName: 'RestClientAccount',
    document: `query RestClientAccount($id: ID!) {
  clientAccount(id: $id) {${CLIENT}
  }
}`,
    parameters: { id: 'id' },
    success: 200,
    hasVersion: true,
    isCacheable: true,
  },
  {
    method: 'PUT',
    path: ONE_CLIENT,
    operationName: 'RestUpdateClientAccount',
    document: `mutation RestUpdateClientAccount($id: ID!, $input: UpdateClientAccountInput!, $expectedVersion: Int) {
  updateClientAccount(id: $id, input: $input, expectedVersion: $expectedVersion) {${CLIENT}
  }
}`,
    parameters: { id: 'id' },
    body: {
      companyName: 'input.companyName',
      contactName: 'input.contactName',
      contactEmail: 'input.contactEmail',
      contactPhone: 'input.contactPhone',
      billingOwnedByReseller: 'input.billingOwnedByReseller',
    },
    required: ['companyName', 'contactName', 'contactEmail', 'billingOwnedByReseller'],
    isWhole: true,
    note: 'The body is whole: an omitted `contactPhone` is removed, and any other omitted field is 400.',
    headers: { 'If-Match': 'expectedVersion' },
    success: 200,
    hasVersion: true,
  },
  {
    method: 'PATCH',
    path: '/api/partner/clients/{id}/subscription',
    operationName: 'RestUpdateClientSubscription',
    document: `mutation RestUpdateClientSubscription($id: ID!, $input: ClientSubscriptionInput!, $expectedVersion: Int) {
  updateClientSubscription(id: $id, input: $input, expectedVersion: $expectedVersion) {
    id
    subscriptionTier
    subscriptionStatus
    billingOwnedByReseller
    updatedAt
    version
  }
}`,
    parameters: { id: 'id' },
    body: { subscriptionTier: 'input.subscriptionTier', subscriptionStatus: 'input.subscriptionStatus' },
    headers: { 'If-Match': 'expectedVersion' },
    success: 200,
    hasVersion: true,
  },
  {
    method: 'POST',
    path: '/api/partner/clients/{id}/access',
    operationName: 'RestAccessClientAccount',
    document: `mutation RestAccessClientAccount($id: ID!, $reason: String!) {
  accessClientAccount(id: $id, reason: $reason) {
    sessionId
    accessToken
    url
    expiresAt
  }
}`,
    parameters: { id: 'id' },
    body: { reason: 'reason' },
    admits: 'users',
    note: 'Unlike the requirements, `reason` is required: the audit log tells the client why someone used the account.',
    success: 201,
  },
];
