import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.error.ts';

const PASSING = new Set(['UNREACHABLE', 'UNAVAILABLE']);

/** Tried again are only questions, and only where waiting helps. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && PASSING.has(error.code),
    },
  },
});
