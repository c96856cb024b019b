import {
  ApplicationStatus,
  CompanySize,
  PartnerApplicationSortField as Sort,
  PartnershipType,
} from '../../../generated/enums.ts';
import type { PartnerApplicationFilter } from '../../../generated/admin/graphql.ts';
import type { ApplicationState } from '../../../shared/data/application.state.ts';
import { moment, oneOf, pageSearch, text, type PageSearch } from '../../../shared/data/search.ts';

/** Status filters and the API statuses they stand for. The first is all undecided. */
const ASKED = {
  UNDECIDED: { status: [ApplicationStatus.Pending, ApplicationStatus.Reviewing] },
  PENDING: { status: [ApplicationStatus.Pending] },
  REVIEWING: { status: [ApplicationStatus.Reviewing] },
  APPROVED: { status: [ApplicationStatus.Approved] },
  REJECTED: { status: [ApplicationStatus.Rejected], withdrawn: false },
  WITHDRAWN: { withdrawn: true },
} satisfies Record<ApplicationState | 'UNDECIDED', PartnerApplicationFilter>;

export type AskedState = keyof typeof ASKED;
export const STATES = Object.keys(ASKED) as AskedState[];

const askedState = (value: unknown): AskedState | undefined => STATES.find((state) => state === value);

/** Replaces an admin's ID: unassigned applications. */
export const NOBODY = 'nobody';

export interface ApplicationsSearch extends PageSearch<Sort> {
  search?: string | undefined;
  status?: AskedState | undefined;
  type?: PartnershipType | undefined;
  size?: CompanySize | undefined;
  industry?: string | undefined;
  /** Admin ID or `nobody`. */
  assignee?: string | undefined;
  createdFrom?: string | undefined;
}

export const applicationsSearch = (search: Record<string, unknown>): ApplicationsSearch => ({
  ...pageSearch(search, Sort),
  search: text(search['search']),
  status: askedState(search['status']),
  type: oneOf(PartnershipType, search['type']),
  size: oneOf(CompanySize, search['size']),
  industry: text(search['industry']),
  assignee: text(search['assignee'], 36),
  createdFrom: moment(search['createdFrom']),
});

export const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

/** Filter and order for the API, without the page. */
export const orderVariables = (search: ApplicationsSearch) => ({
  sortBy: search.sortBy ?? NEWEST_FIRST.sortBy,
  sortOrder: search.sortOrder ?? NEWEST_FIRST.sortOrder,
  filter: {
    search: search.search,
    ...(search.status && ASKED[search.status]),
    partnershipType: search.type && [search.type],
    companySize: search.size && [search.size],
    industry: search.industry === undefined ? undefined : [search.industry],
    assigneeId: search.assignee === NOBODY ? undefined : search.assignee,
    unassigned: search.assignee === NOBODY ? true : undefined,
    createdFrom: search.createdFrom,
  },
});
