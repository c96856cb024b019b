import { DEVELOPMENT_CLIENT_APP_SECRET } from '../../../../src/config.settings.ts';
import type { Actor, Answer, Api } from '../../api.ts';

export interface Access {
  sessionId: string;
  accessToken: string;
  url: string;
  expiresAt: string;
}

const ACCESS = `mutation Access($id: ID!, $reason: String!) {
  accessClientAccount(id: $id, reason: $reason) { sessionId accessToken url expiresAt }
}`;

export const access = (
  api: Api,
  actor: Actor | undefined,
  id: string,
  reason = 'They cannot find their invoices.',
): Promise<Answer<{ accessClientAccount: Access }>> => api.ask(actor, ACCESS, { id, reason });

/** Opens an access to a client account. */
export async function givenAccess(api: Api, actor: Actor, clientId: string): Promise<Access> {
  const { data, errors } = await access(api, actor, clientId);
  if (!data) throw new Error(`The client could not be accessed: ${JSON.stringify(errors)}`);
  return data.accessClientAccount;
}

export const revoke = (
  api: Api,
  actor: Actor | undefined,
  sessionId: string,
): Promise<Answer<{ revokeClientAccess: boolean }>> =>
  api.ask(actor, 'mutation Revoke($sessionId: ID!) { revokeClientAccess(sessionId: $sessionId) }', { sessionId });

/** The default secret in tests. */
export const CLIENT_APP_SECRET = DEVELOPMENT_CLIENT_APP_SECRET;

export const AS_CLIENT_APP = { authorization: `Bearer ${CLIENT_APP_SECRET}` };

/** Sends a request as the client application does. */
export const askAsClientApp = (
  api: Api,
  path: 'introspect' | 'revoke',
  form: Record<string, string>,
  headers: Record<string, string> = AS_CLIENT_APP,
): Promise<Response> =>
  fetch(`${api.url}/client-access/${path}`, { method: 'POST', headers, body: new URLSearchParams(form) });

/** Returns the answer of the introspection endpoint about a token. */
export async function introspect(
  api: Api,
  token: string,
  form: { exchange?: 'true' } = {},
): Promise<Record<string, unknown>> {
  const response = await askAsClientApp(api, 'introspect', { token, ...form });
  return (await response.json()) as Record<string, unknown>;
}

export const exchange = (api: Api, token: string): Promise<Record<string, unknown>> =>
  introspect(api, token, { exchange: 'true' });

/** The answer for every token that is not valid. */
export const INACTIVE = { active: false };
