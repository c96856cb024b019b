import type { Document } from './document.ts';
import { ApiError, type Problem } from './api.error.ts';

interface Sending {
  token?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Carried to its end also where the page is left meanwhile. */
  keepalive?: boolean;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: Problem[];
}

/** Asks the API as nobody, or as whoever the token stands for; throws ApiError where anything is refused. */
export async function post<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  { token, signal, keepalive = false }: Sending = {},
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query: document, variables }),
    keepalive,
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw ApiError.unreachable(cause);
  });
  const { data, errors }: Answer<Data> = await response.json().catch((cause: unknown) => {
    throw ApiError.unreachable(cause);
  });
  if (errors?.[0]) throw new ApiError(errors[0]);
  if (!data) throw ApiError.unreachable(response.status);
  return data;
}
