import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { ApiKeyDirectory } from './api-key.directory.ts';

const DENIED = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED']);

/** Counts the use of an API key after its request. A denied request costs no SQL. */
export const noteKeyUse = (apiKeys: ApiKeyDirectory): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async ({ contextValue: { caller, address } }) => ({
    willSendResponse: async ({ response: { body } }) => {
      if (!caller) return;
      const { errors = [] } = body.kind === 'single' ? body.singleResult : {};
      const codes = errors.map(({ extensions }) => extensions?.['code']);
      apiKeys.noteUse(caller, address, codes.some((code) => DENIED.has(code)) ? 'refused' : 'requests');
      // The database refused the cached data.
      if (codes.includes('UNAUTHENTICATED')) apiKeys.forget(caller);
    },
  }),
});
