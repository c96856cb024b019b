import { useQuery } from '@tanstack/react-query';
import { query } from '../../api/ask.ts';
import { AdminsDocument, type AdminsQuery } from '../../generated/admin/graphql.ts';

/** The active admins to choose from, up to a hundred; none while they are not known yet. */
export function useAdmins(): AdminsQuery['admins']['items'] {
  const { data } = useQuery(query(AdminsDocument, { page: 1, limit: 100 }));
  return data?.admins.items ?? [];
}
