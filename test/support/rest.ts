import type { Actor } from './api.ts';
import { expectDocumented } from './rest.document.ts';

export interface RestProblem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  reason?: string;
  version?: number;
  retryAfterSeconds?: number;
  fields?: { field: string; message: string; rule?: string; params?: object }[];
}

export interface RestAnswer<Body> {
  status: number;
  headers: Headers;
  /** Undefined without a body. */
  body: Body;
}

interface Sent {
  /** JSON, or a text as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends a request such as `GET /api/partner/clients` to the REST API at a URL. Fails if docs/openapi.json lacks the answer. */
export async function callRest<Body = Record<string, unknown>>(
  { url }: { url: string },
  actor: Actor | undefined,
  request: string,
  { body, headers = {} }: Sent = {},
): Promise<RestAnswer<Body>> {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(actor ? { authorization: `Bearer ${actor.accessToken}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  await expectDocumented(method, url + path, response.clone());
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
  };
}

/** The problem that a request got. */
export const refusedRest = (...call: Parameters<typeof callRest>): Promise<RestAnswer<RestProblem>> =>
  callRest<RestProblem>(...call);

/** Names of the fields in a problem, sorted. */
export const namesIn = ({ body }: RestAnswer<RestProblem>): string[] =>
  (body.fields ?? []).map(({ field }) => field).sort();
