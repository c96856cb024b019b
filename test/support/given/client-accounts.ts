import { v7 as uuid } from 'uuid';
import type { Actor, Answer, Api, GraphQLProblem } from '../api.ts';

export interface Client {
  id: string;
  companyName: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string | null;
  subscriptionTier: string;
  subscriptionStatus: string;
  billingOwnedByReseller: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

const FIELDS = `id companyName contactName contactEmail contactPhone subscriptionTier subscriptionStatus
  billingOwnedByReseller version createdAt updatedAt`;

export const CREATE = `mutation Create($input: CreateClientAccountInput!, $key: String) {
  createClientAccount(input: $input, idempotencyKey: $key) { ${FIELDS} }
}`;

const UPDATE = `mutation Update($id: ID!, $input: UpdateClientAccountInput!, $expectedVersion: Int) {
  updateClientAccount(id: $id, input: $input, expectedVersion: $expectedVersion) { ${FIELDS} }
}`;

const CHANGE = `mutation Change($id: ID!, $input: ClientSubscriptionInput!, $expectedVersion: Int) {
  updateClientSubscription(id: $id, input: $input, expectedVersion: $expectedVersion) { ${FIELDS} }
}`;

/** A valid input with a unique address. */
export const validClient = (more: object = {}) => ({
  companyName: 'Acme',
  contactName: 'Ada',
  contactEmail: `ada-${uuid()}@acme.example`,
  subscriptionTier: 'BASIC',
  ...more,
});

export const create = (
  api: Api,
  actor: Actor | undefined,
  input: object,
  key?: string,
): Promise<Answer<{ createClientAccount: Client }>> => api.ask(actor, CREATE, { input, key });

interface Change {
  id: string;
  input: object;
  expectedVersion?: number;
}

export const update = (
  api: Api,
  actor: Actor | undefined,
  variables: Change,
): Promise<Answer<{ updateClientAccount: Client }>> => api.ask(actor, UPDATE, variables);

export const changeSubscription = (
  api: Api,
  actor: Actor | undefined,
  variables: Change,
): Promise<Answer<{ updateClientSubscription: Client }>> => api.ask(actor, CHANGE, variables);

/** Creates a client and returns it. */
export async function givenClient(api: Api, actor: Actor, more: object = {}): Promise<Client> {
  const { data, errors } = await create(api, actor, validClient(more));
  if (!data) throw new Error(`The client could not be created: ${JSON.stringify(errors)}`);
  return data.createClientAccount;
}

/** Creates a client with this subscription status. */
export async function givenClientThatIs(api: Api, actor: Actor, subscriptionStatus: string): Promise<Client> {
  const { id } = await givenClient(api, actor);
  const { data, errors } = await changeSubscription(api, actor, { id, input: { subscriptionStatus } });
  if (!data) throw new Error(`The subscription could not be changed: ${JSON.stringify(errors)}`);
  return data.updateClientSubscription;
}

/** All stored data of a client, to prove that a refusal changed nothing. */
export const stored = async (api: Api, id: string): Promise<unknown> => [
  await api.rows('select * from client_account where id = $1', [id]),
  await api.rows('select * from client_access_session where client_id = $1 order by id', [id]),
  await api.rows('select * from audit_event where target_id = $1 order by sequence', [id]),
];

/** The number of clients and of their audit events, to prove that a refusal added nothing. */
export const counts = (api: Api): Promise<Record<string, unknown>[]> =>
  api.rows(`select (select count(*) from client_account) as clients, (select count(*) from client_access_session) as accesses,
    (select count(*) from audit_event where target_type = 'ClientAccount') as events,
    (select count(*) from idempotency_key) as keys`);

/** Removes the parts that differ between requests. Two equal answers then tell a caller nothing. */
export const withoutRequestId = <Data>({ data, errors }: Answer<Data>) => ({
  data,
  errors: errors?.map((error: GraphQLProblem) => ({
    ...error,
    extensions: { ...error.extensions, requestId: undefined },
  })),
});
