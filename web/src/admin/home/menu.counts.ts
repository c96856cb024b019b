import { useQuery } from '@tanstack/react-query';
import { query } from '../../api/ask.ts';
import { MenuCountsDocument, type MenuCountsQuery } from '../../generated/admin/graphql.ts';
import { Role } from '../../generated/enums.ts';
import { useSession } from '../../session/session.store.ts';

/** Work that waits, for the menu. Asked once a page load and after changes, not at each click. */
export function useMenuCounts(): MenuCountsQuery['waitingWork'] | undefined {
  const session = useSession();
  const enabled = session.state === 'in' && session.viewer.role === Role.Admin && !session.mustAddSecondFactor;
  return useQuery({ ...query(MenuCountsDocument, {}), staleTime: Infinity, enabled }).data?.waitingWork;
}
