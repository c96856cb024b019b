/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A new webhook endpoint. */
export type CreateWebhookEndpointInput = {
  /** The purpose of the endpoint. 1 to 200 characters. */
  description?: string | null | undefined;
  /** Types of the events that it gets, as in `eventTypes`. All types, including later ones, if omitted or empty. */
  types?: Array<string> | null | undefined;
  /** The URL that gets the events: https on port 443, with a host name that has public addresses only. At most 2,048 characters. */
  url: string;
};

/** Changes to a webhook endpoint. Omitted or null fields stay as they are, except `description`: null removes it. */
export type UpdateWebhookEndpointInput = {
  /** The purpose of the endpoint. 1 to 200 characters. Null removes it. */
  description?: string | null | undefined;
  /** Whether it gets events. If false, its open deliveries fail, and it gets no events until it is enabled again. */
  isEnabled?: boolean | null | undefined;
  /** Types of the events that it gets. All types if empty. */
  types?: Array<string> | null | undefined;
  /** The URL that gets the events, as for a new endpoint. */
  url?: string | null | undefined;
};

/** Filters a list of webhook deliveries. All given conditions must match. */
export type WebhookDeliveryFilter = {
  /** Deliveries prepared at or after this time. */
  createdFrom?: string | null | undefined;
  /** Deliveries prepared before this time. */
  createdTo?: string | null | undefined;
  /** Deliveries with any of these statuses. */
  status?: Array<WebhookDeliveryStatus> | null | undefined;
  /** Deliveries of events of any of these types. At most 20. */
  types?: Array<string> | null | undefined;
};

/** Status of a delivery. DELIVERED and FAILED are final. */
export const WebhookDeliveryStatus = {
  /** The endpoint answered with a status of 200 to 299. */
  Delivered: 'DELIVERED',
  /** There are no more tries. Use replayWebhookDelivery to send the event again. */
  Failed: 'FAILED',
  /** Waiting for the first or next try. */
  Pending: 'PENDING'
} as const;

export type WebhookDeliveryStatus = typeof WebhookDeliveryStatus[keyof typeof WebhookDeliveryStatus];
/** Whether a webhook endpoint gets events. */
export const WebhookEndpointStatus = {
  /** Ended permanently. No list has it. */
  Archived: 'ARCHIVED',
  /** A user disabled it. It gets no events. */
  Disabled: 'DISABLED',
  /** Gets events. */
  Enabled: 'ENABLED',
  /** We disabled it, because it failed for a day or answered 410. Its events are kept as FAILED deliveries. Enable it, and send them again. */
  FailingDisabled: 'FAILING_DISABLED'
} as const;

export type WebhookEndpointStatus = typeof WebhookEndpointStatus[keyof typeof WebhookEndpointStatus];
/** Why a delivery or one of its tries failed. Later versions can add values. */
export const WebhookFailure = {
  /** The certificate is not valid for this host. */
  Certificate: 'CERTIFICATE',
  /** The connection ended before the answer. */
  Closed: 'CLOSED',
  /** Held after a restore. */
  Held: 'HELD',
  /** The worker stopped during the try. */
  Interrupted: 'INTERRUPTED',
  /** The host name was not found. */
  NotFound: 'NOT_FOUND',
  /** The answer is not valid HTTP. */
  NotHttp: 'NOT_HTTP',
  /** Not a public address. */
  NotPublic: 'NOT_PUBLIC',
  /** No connection within 3 seconds. */
  NotReached: 'NOT_REACHED',
  /** The endpoint was not enabled. */
  Off: 'OFF',
  /** The connection was refused. */
  Refused: 'REFUSED',
  /** The status is not 200 to 299. */
  Status: 'STATUS',
  /** No complete answer within 10 seconds. */
  TooSlow: 'TOO_SLOW',
  /** Not an https address with a host name, on port 443. */
  Url: 'URL'
} as const;

export type WebhookFailure = typeof WebhookFailure[keyof typeof WebhookFailure];
export type EndpointPartsFragment = { id: string, url: string, description: string | null, types: Array<string>, status: WebhookEndpointStatus, failuresInARow: number, failingSince: string | null, previousUntil: string | null, version: number, createdAt: string };

export type EndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type EndpointsQuery = { webhookEndpoints: Array<{ id: string, url: string, description: string | null, types: Array<string>, status: WebhookEndpointStatus, failuresInARow: number, failingSince: string | null, previousUntil: string | null, version: number, createdAt: string }> };

export type EventCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type EventCatalogueQuery = { eventTypes: Array<{ type: string, description: string, example: string }> };

export type CreateEndpointMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type CreateEndpointMutation = { createWebhookEndpoint: { secret: string } };

export type UpdateEndpointMutationVariables = Exact<{
  id: string;
  input: UpdateWebhookEndpointInput;
  expectedVersion?: number | null | undefined;
}>;


export type UpdateEndpointMutation = { updateWebhookEndpoint: { id: string } };

export type RotateSecretMutationVariables = Exact<{
  id: string;
  overlapHours: number;
}>;


export type RotateSecretMutation = { rotateWebhookSecret: { secret: string } };

export type ArchiveEndpointMutationVariables = Exact<{
  id: string;
}>;


export type ArchiveEndpointMutation = { archiveWebhookEndpoint: { id: string } };

export type TestEndpointMutationVariables = Exact<{
  id: string;
}>;


export type TestEndpointMutation = { testWebhookEndpoint: { id: string } };

export type DeliveryPartsFragment = { id: string, type: string, status: WebhookDeliveryStatus, failure: WebhookFailure | null, replayOf: string | null, replayedAs: string | null, nextTryAt: string | null, createdAt: string, tries: Array<{ at: string, milliseconds: number | null, status: number | null, failure: WebhookFailure | null }> };

export type DeliveriesQueryVariables = Exact<{
  endpointId: string;
  filter?: WebhookDeliveryFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type DeliveriesQuery = { webhookDeliveries: { items: Array<{ id: string, type: string, status: WebhookDeliveryStatus, failure: WebhookFailure | null, replayOf: string | null, replayedAs: string | null, nextTryAt: string | null, createdAt: string, tries: Array<{ at: string, milliseconds: number | null, status: number | null, failure: WebhookFailure | null }> }>, pageInfo: { totalItems: number } } };

export type DeliveryDetailsQueryVariables = Exact<{
  id: string;
}>;


export type DeliveryDetailsQuery = { webhookDelivery: { messageId: string, payload: string, id: string, type: string, status: WebhookDeliveryStatus, failure: WebhookFailure | null, replayOf: string | null, replayedAs: string | null, nextTryAt: string | null, createdAt: string, tries: Array<{ answer: string | null, at: string, milliseconds: number | null, status: number | null, failure: WebhookFailure | null }> } | null };

export type ResendDeliveryMutationVariables = Exact<{
  id: string;
}>;


export type ResendDeliveryMutation = { replayWebhookDelivery: { id: string } };

export type ResendDeliveriesMutationVariables = Exact<{
  endpointId: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  onlyFailed: boolean;
}>;


export type ResendDeliveriesMutation = { replayWebhookDeliveries: number };

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
export const EndpointPartsFragmentDoc = new TypedDocumentString(`
    fragment EndpointParts on WebhookEndpoint {
  id
  url
  description
  types
  status
  failuresInARow
  failingSince
  previousUntil
  version
  createdAt
}
    `, {"fragmentName":"EndpointParts"}) as unknown as TypedDocumentString<EndpointPartsFragment, unknown>;
export const DeliveryPartsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryParts on WebhookDelivery {
  id
  type
  status
  failure
  replayOf
  replayedAs
  nextTryAt
  createdAt
  tries {
    at
    milliseconds
    status
    failure
  }
}
    `, {"fragmentName":"DeliveryParts"}) as unknown as TypedDocumentString<DeliveryPartsFragment, unknown>;
export const EndpointsDocument = new TypedDocumentString(`
    query Endpoints {
  webhookEndpoints {
    ...EndpointParts
  }
}
    fragment EndpointParts on WebhookEndpoint {
  id
  url
  description
  types
  status
  failuresInARow
  failingSince
  previousUntil
  version
  createdAt
}`) as unknown as TypedDocumentString<EndpointsQuery, EndpointsQueryVariables>;
export const EventCatalogueDocument = new TypedDocumentString(`
    query EventCatalogue {
  eventTypes {
    type
    description
    example
  }
}
    `) as unknown as TypedDocumentString<EventCatalogueQuery, EventCatalogueQueryVariables>;
export const CreateEndpointDocument = new TypedDocumentString(`
    mutation CreateEndpoint($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    secret
  }
}
    `) as unknown as TypedDocumentString<CreateEndpointMutation, CreateEndpointMutationVariables>;
export const UpdateEndpointDocument = new TypedDocumentString(`
    mutation UpdateEndpoint($id: ID!, $input: UpdateWebhookEndpointInput!, $expectedVersion: Int) {
  updateWebhookEndpoint(id: $id, input: $input, expectedVersion: $expectedVersion) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateEndpointMutation, UpdateEndpointMutationVariables>;
export const RotateSecretDocument = new TypedDocumentString(`
    mutation RotateSecret($id: ID!, $overlapHours: Int!) {
  rotateWebhookSecret(id: $id, overlapHours: $overlapHours) {
    secret
  }
}
    `) as unknown as TypedDocumentString<RotateSecretMutation, RotateSecretMutationVariables>;
export const ArchiveEndpointDocument = new TypedDocumentString(`
    mutation ArchiveEndpoint($id: ID!) {
  archiveWebhookEndpoint(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<ArchiveEndpointMutation, ArchiveEndpointMutationVariables>;
export const TestEndpointDocument = new TypedDocumentString(`
    mutation TestEndpoint($id: ID!) {
  testWebhookEndpoint(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<TestEndpointMutation, TestEndpointMutationVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $page: Int!, $limit: Int!) {
  webhookDeliveries(
    endpointId: $endpointId
    filter: $filter
    page: $page
    limit: $limit
  ) {
    items {
      ...DeliveryParts
    }
    pageInfo {
      totalItems
    }
  }
}
    fragment DeliveryParts on WebhookDelivery {
  id
  type
  status
  failure
  replayOf
  replayedAs
  nextTryAt
  createdAt
  tries {
    at
    milliseconds
    status
    failure
  }
}`) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const DeliveryDetailsDocument = new TypedDocumentString(`
    query DeliveryDetails($id: ID!) {
  webhookDelivery(id: $id) {
    ...DeliveryParts
    messageId
    payload
    tries {
      answer
    }
  }
}
    fragment DeliveryParts on WebhookDelivery {
  id
  type
  status
  failure
  replayOf
  replayedAs
  nextTryAt
  createdAt
  tries {
    at
    milliseconds
    status
    failure
  }
}`) as unknown as TypedDocumentString<DeliveryDetailsQuery, DeliveryDetailsQueryVariables>;
export const ResendDeliveryDocument = new TypedDocumentString(`
    mutation ResendDelivery($id: ID!) {
  replayWebhookDelivery(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<ResendDeliveryMutation, ResendDeliveryMutationVariables>;
export const ResendDeliveriesDocument = new TypedDocumentString(`
    mutation ResendDeliveries($endpointId: ID!, $from: DateTime, $to: DateTime, $onlyFailed: Boolean!) {
  replayWebhookDeliveries(
    endpointId: $endpointId
    from: $from
    to: $to
    onlyFailed: $onlyFailed
  )
}
    `) as unknown as TypedDocumentString<ResendDeliveriesMutation, ResendDeliveriesMutationVariables>;