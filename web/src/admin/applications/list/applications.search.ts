import {
  ApplicationStatus,
  CompanySize,
  PartnerApplicationSortField as Sort,
  PartnershipType,
} from '../../../generated/enums.ts';
import type { PartnerApplicationFilter } from '../../../generated/admin/graphql.ts';
import type { ApplicationState } from '../../../shared/data/application.state.ts';
import {
  listOf,
  moment,
  pageSearch,
  severalOf,
  text,
  texts,
  type PageSearch,
  type Several,
} from '../../../shared/data/search.ts';

/** Status filters and the API statuses they stand for. The first is all undecided. */
const ASKED = {
  UNDECIDED: { status: [ApplicationStatus.Pending, ApplicationStatus.Reviewing] },
  PENDING: { status: [ApplicationStatus.Pending] },
  REVIEWING: { status: [ApplicationStatus.Reviewing] },
  APPROVED: { status: [ApplicationStatus.Approved] },
  REJECTED: { status: [ApplicationStatus.Rejected], withdrawn: false },
  WITHDRAWN: { withdrawn: true },
  // For the figures of the home page.
  REVIEWED: {
    status: [ApplicationStatus.Reviewing, ApplicationStatus.Approved, ApplicationStatus.Rejected],
    withdrawn: false,
  },
  DECIDED: { status: [ApplicationStatus.Approved, ApplicationStatus.Rejected], withdrawn: false },
} satisfies Record<ApplicationState | 'UNDECIDED' | 'REVIEWED' | 'DECIDED', PartnerApplicationFilter>;

export type AskedState = keyof typeof ASKED;
const ALL = Object.keys(ASKED) as AskedState[];

/** Those that users choose. */
export const STATES = ALL.filter((state) => state !== 'REVIEWED' && state !== 'DECIDED');

const askedState = (value: unknown): AskedState | undefined => ALL.find((state) => state === value);

/** Replaces an admin's ID: unassigned applications. */
export const NOBODY = 'nobody';

export interface ApplicationsSearch extends PageSearch<Sort> {
  search?: string | undefined;
  status?: AskedState | undefined;
  type?: Several<PartnershipType>;
  size?: Several<CompanySize>;
  industry?: Several<string>;
  /** Admin IDs or `nobody`. */
  assignee?: Several<string>;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  /** Application in the peek panel. */
  peek?: string | undefined;
}

export const applicationsSearch = (search: Record<string, unknown>): ApplicationsSearch => ({
  ...pageSearch(search, Sort),
  search: text(search['search']),
  status: askedState(search['status']),
  type: severalOf(PartnershipType, search['type']),
  size: severalOf(CompanySize, search['size']),
  industry: texts(search['industry']),
  assignee: texts(search['assignee'], 36),
  createdFrom: moment(search['createdFrom']),
  createdTo: moment(search['createdTo']),
  peek: text(search['peek'], 36),
});

const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;
const OLDEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'ASC' } as const;

const WAITING: readonly (AskedState | undefined)[] = ['UNDECIDED', 'PENDING', 'REVIEWING'];

/** Open applications: oldest first. Decided ones: newest first. */
export const defaultSort = ({ status }: ApplicationsSearch) => (WAITING.includes(status) ? OLDEST_FIRST : NEWEST_FIRST);

/** Filter and order for the API, without the page. */
export const orderVariables = (search: ApplicationsSearch) => ({
  sortBy: search.sortBy ?? defaultSort(search).sortBy,
  sortOrder: search.sortOrder ?? defaultSort(search).sortOrder,
  filter: {
    search: search.search,
    ...(search.status && ASKED[search.status]),
    partnershipType: listOf(search.type),
    companySize: listOf(search.size),
    industry: listOf(search.industry),
    assigneeIds: listOf(search.assignee)?.map((id) => (id === NOBODY ? null : id)),
    createdFrom: search.createdFrom,
    createdTo: search.createdTo,
  },
});
