import type { Actor, Answer, Api } from './api.ts';

export interface KeyAnswer {
  id: string;
  name: string;
  prefix: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
}

const CREATE = `mutation CreateApiKey($name: String!, $expiresAt: DateTime) {
  createApiKey(name: $name, expiresAt: $expiresAt) { apiKey { id name prefix createdAt lastUsedAt expiresAt } secret }
}`;

export const createKey = (
  api: Api,
  actor: Actor | undefined,
  { name = 'Nightly import', expiresAt }: { name?: string; expiresAt?: string } = {},
): Promise<Answer<{ createApiKey: { apiKey: KeyAnswer; secret: string } }>> =>
  api.ask(actor, CREATE, { name, expiresAt });

export const revokeKey = (api: Api, actor: Actor | undefined, id: string): Promise<Answer<{ revokeApiKey: boolean }>> =>
  api.ask(actor, 'mutation RevokeApiKey($id: ID!) { revokeApiKey(id: $id) }', { id });

/** An API key that is there before the test begins, as somebody who calls. */
export async function givenKey(
  api: Api,
  actor: Actor,
  more: { name?: string; expiresAt?: string } = {},
): Promise<Actor & { apiKey: KeyAnswer }> {
  const { data, errors } = await createKey(api, actor, more);
  if (!data) throw new Error(`The API key could not be created: ${JSON.stringify(errors)}`);
  const { apiKey, secret } = data.createApiKey;
  return { accessToken: secret, apiKey };
}
