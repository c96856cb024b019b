import { v7 as uuid } from 'uuid';
import type { Actor, Answer, Api } from '../api.ts';
import type { Partner } from './partners.ts';
import type { Samples } from './samples.types.ts';

export interface Endpoint {
  id: string;
  url: string;
  description: string | null;
  types: string[];
  status: string;
  failuresInARow: number;
  failingSince: string | null;
  previousUntil: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface Delivery {
  id: string;
  endpointId: string;
  messageId: string;
  replayOf: string | null;
  replayedAs: string | null;
  type: string;
  status: string;
  failure: string | null;
  error: string | null;
  payload: string;
  nextTryAt: string | null;
  createdAt: string;
  tries: {
    at: string;
    milliseconds: number | null;
    status: number | null;
    failure: string | null;
    error: string | null;
    answer: string | null;
  }[];
}

const ENDPOINT = `id url description types status failuresInARow failingSince previousUntil version createdAt updatedAt`;

const DELIVERY = `id endpointId messageId replayOf replayedAs type status failure error payload nextTryAt createdAt
  tries { at milliseconds status failure error answer }`;

interface Made {
  endpoint: Endpoint;
  secret: string;
}

/** Nothing listens there. */
export const NOWHERE = 'http://localhost:9/hook';

export const createEndpoint = (
  api: Api,
  actor: Actor | undefined,
  input: object = {},
): Promise<Answer<{ createWebhookEndpoint: Made }>> =>
  api.ask(
    actor,
    `mutation ($input: CreateWebhookEndpointInput!) {
      createWebhookEndpoint(input: $input) { endpoint { ${ENDPOINT} } secret }
    }`,
    { input: { url: NOWHERE, ...input } },
  );

export async function givenEndpoint(api: Api, actor: Actor, input: object = {}): Promise<Made> {
  const { data, errors } = await createEndpoint(api, actor, input);
  if (!data) throw new Error(`The endpoint could not be created: ${JSON.stringify(errors)}`);
  return data.createWebhookEndpoint;
}

export const updateEndpoint = (
  api: Api,
  actor: Actor | undefined,
  variables: { id: string; input: object; expectedVersion?: number },
): Promise<Answer<{ updateWebhookEndpoint: Endpoint }>> =>
  api.ask(
    actor,
    `mutation ($id: ID!, $input: UpdateWebhookEndpointInput!, $expectedVersion: Int) {
      updateWebhookEndpoint(id: $id, input: $input, expectedVersion: $expectedVersion) { ${ENDPOINT} }
    }`,
    variables,
  );

export const rotateSecret = (
  api: Api,
  actor: Actor | undefined,
  id: string,
  overlapHours = 24,
): Promise<Answer<{ rotateWebhookSecret: Made }>> =>
  api.ask(
    actor,
    `mutation ($id: ID!, $overlapHours: Int!) {
      rotateWebhookSecret(id: $id, overlapHours: $overlapHours) { endpoint { ${ENDPOINT} } secret }
    }`,
    { id, overlapHours },
  );

export const archiveEndpoint = (
  api: Api,
  actor: Actor | undefined,
  id: string,
): Promise<Answer<{ archiveWebhookEndpoint: Endpoint }>> =>
  api.ask(actor, `mutation ($id: ID!) { archiveWebhookEndpoint(id: $id) { ${ENDPOINT} } }`, { id });

export const testEndpoint = (
  api: Api,
  actor: Actor | undefined,
  id: string,
): Promise<Answer<{ testWebhookEndpoint: Delivery }>> =>
  api.ask(actor, `mutation ($id: ID!) { testWebhookEndpoint(id: $id) { ${DELIVERY} } }`, { id });

export const replay = (
  api: Api,
  actor: Actor | undefined,
  id: string,
): Promise<Answer<{ replayWebhookDelivery: Delivery }>> =>
  api.ask(actor, `mutation ($id: ID!) { replayWebhookDelivery(id: $id) { ${DELIVERY} } }`, { id });

export const replayAll = (
  api: Api,
  actor: Actor | undefined,
  variables: { endpointId: string; from?: string; to?: string; onlyFailed?: boolean },
): Promise<Answer<{ replayWebhookDeliveries: number }>> =>
  api.ask(
    actor,
    `mutation ($endpointId: ID!, $from: DateTime, $to: DateTime, $onlyFailed: Boolean! = true) {
      replayWebhookDeliveries(endpointId: $endpointId, from: $from, to: $to, onlyFailed: $onlyFailed)
    }`,
    variables,
  );

export async function endpointsOf(api: Api, actor: Actor): Promise<Endpoint[]> {
  const { data } = await api.ask<{ webhookEndpoints: Endpoint[] }>(actor, `{ webhookEndpoints { ${ENDPOINT} } }`);
  return data?.webhookEndpoints ?? [];
}

export async function endpointOf(api: Api, actor: Actor, id: string): Promise<Endpoint | undefined> {
  return (await endpointsOf(api, actor)).find((endpoint) => endpoint.id === id);
}

/** Oldest first. */
export async function deliveriesOf(api: Api, actor: Actor, endpointId: string, filter = {}): Promise<Delivery[]> {
  const query = `query ($endpointId: ID!, $filter: WebhookDeliveryFilter) {
    webhookDeliveries(endpointId: $endpointId, filter: $filter, limit: 100) { items { ${DELIVERY} } }
  }`;
  const variables = { endpointId, filter };
  const { data } = await api.ask<{ webhookDeliveries: { items: Delivery[] } }>(actor, query, variables);
  return (data?.webhookDeliveries.items ?? []).toReversed();
}

export async function deliveryOf(api: Api, actor: Actor, id: string): Promise<Delivery | null | undefined> {
  const query = `query ($id: ID!) { webhookDelivery(id: $id) { ${DELIVERY} } }`;
  return (await api.ask<{ webhookDelivery: Delivery | null }>(actor, query, { id })).data?.webhookDelivery;
}

/** All stored data of webhooks, to prove that a refusal changed nothing. */
export const storedWebhooks = (api: Api): Promise<Record<string, unknown>[]> =>
  api.rows(`select (select jsonb_agg(endpoint order by id) from webhook_endpoint as endpoint) as endpoints,
    (select jsonb_agg(delivery order by id) from webhook_delivery as delivery) as deliveries,
    (select count(*) from webhook_message) as messages,
    (select count(*) from audit_event where action like 'webhook.%') as events`);

/** Adds an endpoint past the API, which has a limit, and returns its ID. Null: of the platform. */
async function givenEndpointRow(api: Api, resellerId: string | null): Promise<string> {
  const id = uuid();
  await api.rows(
    `with event as (
       insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id, hash)
       values (gen_random_uuid(), $2, now(), 'webhook.endpoint_created', 'given@reachgenie.example', $1, 'ADMIN', 'given', 'WebhookEndpoint', $1, '')
     )
     insert into webhook_endpoint (id, reseller_id, url, created_at, updated_at) values ($1, $2, $3, clock_timestamp(), now())`,
    [id, resellerId, NOWHERE],
  );
  return id;
}

/** Adds an endpoint with failed deliveries, and returns its ID. */
export async function givenDeliveries(
  api: Api,
  { resellerId }: { resellerId: string | null },
  count: number,
): Promise<string> {
  const endpointId = await givenEndpointRow(api, resellerId);
  await api.rows(
    `with message as (
       insert into webhook_message (id, event_id, reseller_id, type, payload, created_at)
       select gen_random_uuid(), gen_random_uuid(), $2, 'client.created', '{"type":"client.created"}', clock_timestamp() - interval '1 second' + place * interval '1 millisecond'
       from generate_series(1, $3) as place returning *
     )
     insert into webhook_delivery (id, endpoint_id, message_id, reseller_id, type, status, failure, tries, created_at)
     select gen_random_uuid(), $1, id, reseller_id, type, 'FAILED', 'REFUSED',
       '[{"at": "2026-12-01 10:30:00.12+00", "milliseconds": 4, "failure": "REFUSED"}]', created_at from message`,
    [endpointId, resellerId, count],
  );
  return endpointId;
}

const oneFailed = async (api: Api, partner: Partner): Promise<string> => {
  const endpointId = await givenDeliveries(api, partner, 1);
  const [row] = await api.rows('select id from webhook_delivery where endpoint_id = $1', [endpointId]);
  return String(row?.['id']);
};

const ofNewEndpoint = async (api: Api, { resellerId }: Partner) => ({ id: await givenEndpointRow(api, resellerId) });

/** Makes room past the API, for an address that needs no look-up. */
const ofNewcomer = async (api: Api, { resellerId }: Partner) => {
  await api.rows(
    `with gone as (update webhook_endpoint set status = 'ARCHIVED' where reseller_id = $1 returning id)
     insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id, hash)
     select gen_random_uuid(), $1, now(), 'webhook.endpoint_archived', 'given@reachgenie.example', id, 'ADMIN', 'given', 'WebhookEndpoint', id, '' from gone`,
    [resellerId],
  );
  return { input: { url: NOWHERE } };
};

export const webhookSamples: Samples = {
  row: async (api, { resellerId }) => {
    await givenDeliveries(api, { resellerId }, 1);
    await givenDeliveries(api, { resellerId: null }, 1);
  },
  variables: {
    CreateWebhookEndpoint: ofNewcomer,
    UpdateWebhookEndpoint: ofNewEndpoint,
    RotateWebhookSecret: ofNewEndpoint,
    TestWebhookEndpoint: ofNewEndpoint,
    ArchiveWebhookEndpoint: ofNewEndpoint,
    ListWebhookDeliveries: async (api, partner, rows) => ({ endpointId: await givenDeliveries(api, partner, rows) }),
    WebhookDeliveryDetails: async (api, partner) => ({ id: await oneFailed(api, partner) }),
    ReplayWebhookDelivery: async (api, partner) => ({ id: await oneFailed(api, partner) }),
    ReplayWebhookDeliveries: async (api, partner, rows) => ({ endpointId: await givenDeliveries(api, partner, rows) }),
  },
  changes: {
    updateWebhookEndpoint: {
      given: async (api, { resellerId }) => ({ id: await givenEndpointRow(api, resellerId), version: 1 }),
      with: 'input: { types: ["client.created"] }',
      by: 'owner',
    },
  },
};
