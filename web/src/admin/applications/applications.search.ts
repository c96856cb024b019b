import {
  ApplicationStatus,
  CompanySize,
  PartnerApplicationSortField as Sort,
  PartnershipType,
} from '../../generated/enums.ts';
import { moment, oneOf, pageSearch, text, type PageSearch } from '../../shared/search.ts';

/** In place of an admin's id: applications that nobody looks after. */
export const NOBODY = 'nobody';

export interface ApplicationsSearch extends PageSearch<Sort> {
  search?: string | undefined;
  status?: ApplicationStatus | undefined;
  type?: PartnershipType | undefined;
  size?: CompanySize | undefined;
  industry?: string | undefined;
  /** The id of an admin, or `nobody`. */
  assignee?: string | undefined;
  createdFrom?: string | undefined;
}

export const applicationsSearch = (search: Record<string, unknown>): ApplicationsSearch => ({
  ...pageSearch(search, Sort),
  search: text(search['search']),
  status: oneOf(ApplicationStatus, search['status']),
  type: oneOf(PartnershipType, search['type']),
  size: oneOf(CompanySize, search['size']),
  industry: text(search['industry']),
  assignee: text(search['assignee'], 36),
  createdFrom: moment(search['createdFrom']),
});

export const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

/** What the API is asked for: the list's filter and order, without its page. */
export const orderVariables = (search: ApplicationsSearch) => ({
  sortBy: search.sortBy ?? NEWEST_FIRST.sortBy,
  sortOrder: search.sortOrder ?? NEWEST_FIRST.sortOrder,
  filter: {
    search: search.search,
    status: search.status && [search.status],
    partnershipType: search.type && [search.type],
    companySize: search.size && [search.size],
    industry: search.industry === undefined ? undefined : [search.industry],
    assigneeId: search.assignee === NOBODY ? undefined : search.assignee,
    unassigned: search.assignee === NOBODY ? true : undefined,
    createdFrom: search.createdFrom,
  },
});
