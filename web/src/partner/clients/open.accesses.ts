import { useQuery } from '@tanstack/react-query';
import { query } from '../../api/ask.ts';
import { LatestAccessesDocument, type AccessPartsFragment } from '../../generated/partner/graphql.ts';

/** Milliseconds between two looks at what still lasts. */
const LOOK_AGAIN = 30_000;

export const isOpen = ({ revokedAt, expiresAt }: Pick<AccessPartsFragment, 'revokedAt' | 'expiresAt'>): boolean =>
  !revokedAt && Date.parse(expiresAt) > Date.now();

/** The accesses to clients that somebody of this name has open now. */
export function useOpenAccesses(userEmail: string) {
  const { data, error, isFetching, refetch } = useQuery({
    ...query(LatestAccessesDocument, {}),
    refetchInterval: LOOK_AGAIN,
  });
  const all = data?.clientAccessSessions.items ?? [];
  const accesses = all.filter((access) => access.userEmail === userEmail && isOpen(access));
  // What was known stays, also if a later look fails.
  return { accesses, error: data ? null : error, isFetching, refetch };
}
