import { queryOptions } from '@tanstack/react-query';
import type { Document } from './document.ts';
import { confirmed } from '../session/confirmation.ts';
import { accessToken, renewedToken } from '../session/session.ts';
import { hasCode } from './api.error.ts';
import { post } from './transport.ts';

/**
 * Calls the API as the signed-in user. Renews a refused access token and repeats the call.
 * If the session is lost or a recent sign-in is required, waits for the user.
 */
export async function ask<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const token = await accessToken();
  try {
    return await post(document, variables, { token, signal });
  } catch (error) {
    if (token === undefined) throw error;
    const isUnconfirmed = hasCode(error, 'FORBIDDEN') && error.reason === 'RECENT_SIGN_IN_REQUIRED';
    if (isUnconfirmed) return post(document, variables, { token: await confirmed(error), signal });
    if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
    return post(document, variables, { token: await renewedToken(token), signal });
  }
}

/** Options for useQuery and route loaders, keyed by document and variables. */
export const query = <Data, Variables>(document: Document<Data, Variables>, variables: Variables) =>
  queryOptions({
    queryKey: [document.toString(), variables] as const,
    queryFn: async ({ signal }) => ask(document, variables, signal),
  });
