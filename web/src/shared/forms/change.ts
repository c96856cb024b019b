import { useState } from 'react';
import { ApiError } from '../../api/api.error.ts';
import { queryClient } from '../../api/query.client.ts';

export interface Versioned {
  id: string;
  version: number;
}

/** What somebody else changed before us: all after one version, up to another. */
export interface Missed {
  id: string;
  from: number;
  to: number;
}

/**
 * Changes a thing at the version that the reader has seen. If somebody else was faster, the page is loaded again behind the form,
 * `missed` says what there is to show (see Conflict), and the next try is made at the version that was shown.
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
