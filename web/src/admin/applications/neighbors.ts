import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { query } from '../../api/ask.ts';
import { ApplicationNeighborsDocument } from '../../generated/admin/graphql.ts';
import { orderVariables, type ApplicationsSearch } from './list/applications.search.ts';

/** The applications before and after one in the list that the user came from, and its position there. */
export function useNeighbors(id: string, search: ApplicationsSearch) {
  const { data, ...answer } = useQuery({
    ...query(ApplicationNeighborsDocument, { id, ...orderVariables(search) }),
    placeholderData: keepPreviousData,
  });
  return { answer, neighbors: data?.partnerApplicationNeighbors };
}
