import { expect, vi } from 'vitest';
import type { Actor, Answer, Api } from '../api.ts';

export interface KeyAnswer {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  allowedAddresses: string[];
  createdBy: string;
  createdByName: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  replacedBy: string | null;
}

/** The input of a new key. By default it reads and changes clients, from anywhere, without an end. */
export interface KeyInput {
  name?: string;
  expiresAt?: string | null;
  scopes?: string[];
  allowedAddresses?: string[];
}

export interface NewKey {
  apiKey: KeyAnswer;
  secret: string;
}

export type Key = Actor & { apiKey: KeyAnswer };

const KEY_FIELDS =
  'id name prefix scopes allowedAddresses createdBy createdByName createdAt lastUsedAt expiresAt replacedBy';

const CREATE = `mutation CreateApiKey($name: String!, $expiresAt: DateTime, $scopes: [ApiKeyScope!], $allowedAddresses: [String!]) {
  createApiKey(name: $name, expiresAt: $expiresAt, scopes: $scopes, allowedAddresses: $allowedAddresses) {
    apiKey { ${KEY_FIELDS} } secret
  }
}`;

const ROTATE = `mutation RotateApiKey($id: ID!, $overlapHours: Int! = 24, $expiresAt: DateTime) {
  rotateApiKey(id: $id, overlapHours: $overlapHours, expiresAt: $expiresAt) { apiKey { ${KEY_FIELDS} } secret }
}`;

export const createKey = (
  api: Api,
  actor: Actor | undefined,
  { name = 'Nightly import', ...more }: KeyInput = {},
): Promise<Answer<{ createApiKey: NewKey }>> => api.ask(actor, CREATE, { name, ...more });

export const rotateKey = (
  api: Api,
  actor: Actor | undefined,
  id: string,
  more: { overlapHours?: number; expiresAt?: string | null } = {},
): Promise<Answer<{ rotateApiKey: NewKey }>> => api.ask(actor, ROTATE, { id, ...more });

export const revokeKey = (api: Api, actor: Actor | undefined, id: string): Promise<Answer<{ revokeApiKey: boolean }>> =>
  api.ask(actor, 'mutation RevokeApiKey($id: ID!) { revokeApiKey(id: $id) }', { id });

export const listKeys = (api: Api, actor: Actor | undefined): Promise<Answer<{ apiKeys: KeyAnswer[] }>> =>
  api.ask(actor, `{ apiKeys { ${KEY_FIELDS} } }`);

/** Creates an API key, and returns it as an actor. */
export async function givenKey(api: Api, actor: Actor, more: KeyInput = {}): Promise<Key> {
  const { data, errors } = await createKey(api, actor, more);
  if (!data) throw new Error(`The API key could not be created: ${JSON.stringify(errors)}`);
  const { apiKey, secret } = data.createApiKey;
  return { accessToken: secret, apiKey };
}

/** Marks a key as used. The API only records a use after the response, once a minute, so this does it now. */
export async function used<Caller extends Key>(api: Api, key: Caller): Promise<Caller> {
  await api.ask(key, '{ viewer { id } }');
  const sql = 'select from api_key where id = $1 and last_used_at is not null';
  await vi.waitFor(async () => expect(await api.rows(sql, [key.apiKey.id])).toHaveLength(1));
  return key;
}

/** An admin's API key that ends in a month. */
export const givenAdminKey = (api: Api, actor: Actor = api.admin, more: KeyInput = {}): Promise<Key> =>
  givenKey(api, actor, { expiresAt: inDays(30), ...more });

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/**
 * All keys without the time of last use, which changes after the response, and the number of audit events and emails.
 */
export const storedKeys = (api: Api): Promise<Record<string, unknown>[]> =>
  api.rows(
    `select to_jsonb(api_key) - 'last_used_at' as key, (select count(*) from audit_event) as events,
       (select count(*) from email_message) as mails from api_key order by id`,
  );

/** The emails about a key, by its prefix, in order. */
export const mailsAbout = (api: Api, prefix: string): Promise<Record<string, unknown>[]> =>
  api.rows(
    `select recipient, data ->> 'change' as change, data::text as data from email_message
     where template = 'user.credentials_changed' and data ->> 'keyPrefix' = $1 order by created_at, recipient`,
    [prefix],
  );

/** Adds uses of a partner's key from several networks. */
export const givenUses = (api: Api, apiKeyId: string, networks = 1): Promise<unknown> =>
  api.rows(
    `insert into api_key_use select gen_random_uuid(), id, reseller_id, current_date, host::text, now(), now(), 1, 0
     from api_key, generate_series(1, $2) as host where id = $1`,
    [apiKeyId, networks],
  );
