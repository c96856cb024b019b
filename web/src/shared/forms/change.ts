import { useState } from 'react';
import { ApiError } from '../../api/api.error.ts';
import { queryClient } from '../../api/query.client.ts';

export interface Versioned {
  id: string;
  version: number;
}

/** Versions that another user saved first: after `from`, up to `to`. */
export interface Missed {
  id: string;
  from: number;
  to: number;
}

/**
 * Saves a change at the version that the user saw. If another user was faster, reloads the page behind the form and sets
 * `missed` (see Conflict). The next try uses the version shown then.
 */
export function useChange({ id, version }: Versioned) {
  const [shown, setShown] = useState({ id, version });
  const [missed, setMissed] = useState<Missed>();
  const seen = shown.id === id ? Math.max(version, shown.version) : version;
  const send = async <Result>(change: (expectedVersion: number) => Promise<Result>): Promise<Result> => {
    try {
      const result = await change(seen);
      setMissed(undefined);
      return result;
    } catch (error) {
      const isStale = error instanceof ApiError && error.reason === 'STALE_VERSION';
      const to = isStale ? (error.version ?? seen + 1) : seen;
      if (isStale) await queryClient.invalidateQueries();
      setShown({ id, version: to });
      setMissed(isStale ? { id, from: seen, to } : undefined);
      throw error;
    }
  };
  return { missed: missed?.id === id ? missed : undefined, send, reset: () => setMissed(undefined) };
}
