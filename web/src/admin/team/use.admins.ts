import { useQuery } from '@tanstack/react-query';
import { query } from '../../api/ask.ts';
import { AdminsDocument } from '../../generated/admin/graphql.ts';

/** Up to 100 active admins; empty while loading. */
export function useAdmins() {
  const { data, error, isFetching, refetch } = useQuery(query(AdminsDocument, { page: 1, limit: 100 }));
  return { admins: data?.admins.items ?? [], error, isFetching, refetch };
}
