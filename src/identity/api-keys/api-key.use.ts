import type { Served } from '../../feature.ts';
import type { ApiKeyDirectory } from './api-key.directory.ts';

const DENIED = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED']);

/** Counts the use of an API key after its request. A denied request costs no SQL. */
export const noteKeyUse =
  (apiKeys: ApiKeyDirectory): NonNullable<Served['answered']> =>
  ({ caller, address }, errors) => {
    if (!caller) return;
    const codes = errors.map(({ extensions }) => extensions?.['code']);
    apiKeys.noteUse(caller, address, codes.some((code) => DENIED.has(code)) ? 'refused' : 'requests');
    // The database refused the cached data.
    if (codes.includes('UNAUTHENTICATED')) apiKeys.forget(caller);
  };
