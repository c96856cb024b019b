import { ClientAccountSortField, SubscriptionStatus } from '../../generated/enums.ts';
import { listSearch, moment, oneOf, parseSearch, text, type ListSearch } from '../../shared/data/search.ts';

const BILLING = { OURS: 'OURS', REACHGENIE: 'REACHGENIE' } as const;

const ONBOARDING = { OVERDUE: 'OVERDUE' } as const;

export interface ClientsSearch extends ListSearch<ClientAccountSortField, SubscriptionStatus> {
  billing?: keyof typeof BILLING | undefined;
  onboarding?: keyof typeof ONBOARDING | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  /** Client in the peek panel. */
  peek?: string | undefined;
}

const common = listSearch(ClientAccountSortField, SubscriptionStatus);

export const clientsSearch = (search: Record<string, unknown>): ClientsSearch => ({
  ...common(search),
  billing: oneOf(BILLING, search['billing']),
  onboarding: oneOf(ONBOARDING, search['onboarding']),
  createdFrom: moment(search['createdFrom']),
  createdTo: moment(search['createdTo']),
  peek: text(search['peek'], 36),
});

/** The list that a client was opened from. */
export const clientsOf = (list: string | undefined): ClientsSearch => clientsSearch(parseSearch(list ?? ''));

export const NEWEST_FIRST = { sortBy: ClientAccountSortField.CreatedAt, sortOrder: 'DESC' } as const;

/** Filter and order for the API, without the page. */
export const orderVariables = ({ billing, onboarding, ...search }: ClientsSearch) => ({
  sortBy: search.sortBy ?? NEWEST_FIRST.sortBy,
  sortOrder: search.sortOrder ?? NEWEST_FIRST.sortOrder,
  filter: {
    search: search.search,
    status: search.status && [search.status],
    billingOwnedByReseller: billing && billing === 'OURS',
    onboardingOverdue: onboarding && true,
    createdFrom: search.createdFrom,
    createdTo: search.createdTo,
  },
});
