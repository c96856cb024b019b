import { useQuery } from '@tanstack/react-query';
import { query } from '../../api/ask.ts';
import { LatestAccessesDocument, type AccessPartsFragment } from '../../generated/partner/graphql.ts';

/** Milliseconds between two looks at what still lasts. */
const LOOK_AGAIN = 30_000;

export const isOpen = ({ revokedAt, expiresAt }: Pick<AccessPartsFragment, 'revokedAt' | 'expiresAt'>): boolean =>
  !revokedAt && Date.parse(expiresAt) > Date.now();

/** The accesses to clients that somebody of this name has open now. */
export function useOpenAccesses(userEmail: string): AccessPartsFragment[] {
  const { data } = useQuery({
    ...query(LatestAccessesDocument, {}),
    refetchInterval: LOOK_AGAIN,
  });
  return (data?.clientAccessSessions.items ?? []).filter((access) => access.userEmail === userEmail && isOpen(access));
}
