import type { ApplicationsSearch } from '../applications/list/applications.search.ts';
import type { Range } from './period.ts';

/** The link to the applications that a figure counts. */
export type ListOf = (search: ApplicationsSearch) => { to: '/admin/applications'; search: ApplicationsSearch };

/** Links to applications of a period, unless a search says other times. */
export const listOfRange =
  ({ from, to }: Pick<Range, 'from' | 'to'>): ListOf =>
  (search) => ({
    to: '/admin/applications',
    search: { createdFrom: from.toISOString(), createdTo: to.toISOString(), ...search },
  });
