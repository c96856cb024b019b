import type { Document } from './document.ts';
import { ApiError, type Problem } from './api.error.ts';
import { connectionLost, connectionWorks } from './connection.ts';

interface Sending {
  token?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Completes even if the user leaves the page. */
  keepalive?: boolean;
  /** The same call, if it was already sent. */
  sent?: Promise<Response> | undefined;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: Problem[];
}

/** Milliseconds. */
const PATIENCE = 30_000;

/** Calls the API, signed in if a token is given. Throws ApiError on any error or missing response. */
export async function post<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  { token, signal, keepalive = false, sent }: Sending = {},
): Promise<Data> {
  const patience = AbortSignal.timeout(PATIENCE);
  const failed = (cause: unknown) => {
    signal?.throwIfAborted();
    if (patience.aborted) throw ApiError.unanswered('TIMEOUT', cause);
    connectionLost();
    throw ApiError.unanswered('UNREACHABLE', cause);
  };
  const send = () =>
    fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query: document, variables }),
      keepalive,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  const response = await (sent ?? send()).catch(failed);
  const body = await response.text().catch(failed);
  connectionWorks();
  const { data, errors } = parsed<Data>(body);
  if (errors?.[0]) throw new ApiError(errors[0]);
  if (!data) throw ApiError.ofStatus(response);
  return data;
}

/** Proxies and captive portals may answer with anything. */
function parsed<Data>(body: string): Answer<Data> {
  try {
    const answer = JSON.parse(body) as Answer<Data> | null;
    return answer ?? {};
  } catch {
    return {};
  }
}
