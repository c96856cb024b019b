import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../core/request.context.ts';
import type { ApiKeyDirectory } from './api-key.directory.ts';

const DENIED = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED']);

/** Notes that an API key was used, once its request is done. A request that was denied is none: it costs no SQL. */
export const noteKeyUse = (apiKeys: ApiKeyDirectory): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async ({ contextValue: { caller } }) => ({
    willSendResponse: async ({ response: { body } }) => {
      const { errors = [] } = body.kind === 'single' ? body.singleResult : {};
      if (caller && !errors.some(({ extensions }) => DENIED.has(extensions?.['code']))) apiKeys.noteUse(caller);
    },
  }),
});
