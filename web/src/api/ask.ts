import { queryOptions } from '@tanstack/react-query';
import type { Document } from './document.ts';
import { confirmed } from '../session/confirmation.ts';
import { accessToken, renewedToken } from '../session/session.ts';
import { hasCode } from './api.error.ts';
import { post } from './transport.ts';

/**
 * Asks the API as whoever is signed in. An access token that is refused is renewed, unseen, and the question is asked once more;
 * where the session is lost, it waits until somebody has signed in again; where the sign-in must be
 * recent, until the user has confirmed it.
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

/** For useQuery and route loaders: the document and its variables are the key. */
export const query = <Data, Variables>(document: Document<Data, Variables>, variables: Variables) =>
  queryOptions({
    queryKey: [document.toString(), variables] as const,
    queryFn: async ({ signal }) => ask(document, variables, signal),
  });
