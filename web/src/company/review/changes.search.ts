import { CompanyChangeStatus } from '../../generated/enums.ts';
import { oneOf, pageSearch, parseSearch, text, type PageSearch } from '../../shared/data/search.ts';

const ALL = 'ALL';

export interface ChangesSearch extends PageSearch<string> {
  /** Pending ones by default. */
  status?: CompanyChangeStatus | typeof ALL | undefined;
  /** Change in the peek panel. */
  peek?: string | undefined;
}

export const changesSearch = (search: Record<string, unknown>): ChangesSearch => ({
  ...pageSearch<string>(search, {}),
  status: oneOf({ ...CompanyChangeStatus, [ALL]: ALL } as const, search['status']),
  peek: text(search['peek'], 36),
});

/** The list that a change was opened from. */
export const changesOf = (list: string | undefined): ChangesSearch => changesSearch(parseSearch(list ?? ''));

/** Filter and order for the API. What waits comes oldest first. */
export function listed({ status = CompanyChangeStatus.Pending }: ChangesSearch) {
  return {
    filter: status === ALL ? {} : { status: [status] },
    sortOrder: status === CompanyChangeStatus.Pending ? ('ASC' as const) : ('DESC' as const),
  };
}
