import { query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { ApplicationDetailsDocument, PossibleDuplicatesDocument } from '../../generated/admin/graphql.ts';

/** The page shows what fails. */
const ignored = () => undefined;

/** Loads an application ahead of its page or panel, unless it was loaded in the last seconds. */
export function loadApplication(id: string): void {
  queryClient.query(query(ApplicationDetailsDocument, { id })).catch(ignored);
  queryClient.query(query(PossibleDuplicatesDocument, { id })).catch(ignored);
}
