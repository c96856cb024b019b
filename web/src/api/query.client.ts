import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.error.ts';
import { isConnected, subscribe } from './connection.ts';

const PASSING = new Set(['UNREACHABLE', 'UNAVAILABLE']);

/** Retries queries only, and only if waiting helps. Offline, everything fails immediately, so that pages can show it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 && navigator.onLine && error instanceof ApiError && PASSING.has(error.code),
    },
    mutations: { networkMode: 'always' },
  },
});

// Reloads failed queries after reconnecting.
subscribe(() => {
  if (isConnected())
    void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.error !== null });
});
