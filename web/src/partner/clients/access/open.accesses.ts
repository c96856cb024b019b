import { useQuery } from '@tanstack/react-query';
import { query } from '../../../api/ask.ts';
import { LatestAccessesDocument, type AccessPartsFragment } from '../../../generated/partner/graphql.ts';

/** Milliseconds between updates. */
const LOOK_AGAIN = 30_000;

export const isOpen = ({ revokedAt, expiresAt }: Pick<AccessPartsFragment, 'revokedAt' | 'expiresAt'>): boolean =>
  !revokedAt && Date.parse(expiresAt) > Date.now();

/** Open client accesses of a user. */
export function useOpenAccesses(userEmail: string) {
  const { data, error, isFetching, refetch } = useQuery({
    ...query(LatestAccessesDocument, {}),
    refetchInterval: LOOK_AGAIN,
  });
  const all = data?.clientAccessSessions.items ?? [];
  const accesses = all.filter((access) => access.userEmail === userEmail && isOpen(access));
  // Keeps the last result if an update fails.
  return { accesses, error: data ? null : error, isFetching, refetch };
}
