import { ClientAccountSortField, SubscriptionStatus } from '../../generated/enums.ts';
import { listSearch, moment, objectSearch, type ListSearch, type ObjectSearch } from '../../shared/data/search.ts';

/** The tab of a partner, and the state of the list in it. */
export interface PartnerSearch extends ListSearch<ClientAccountSortField, SubscriptionStatus>, ObjectSearch {
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
}

const list = listSearch(ClientAccountSortField, SubscriptionStatus);

export const partnerSearch = (search: Record<string, unknown>): PartnerSearch => ({
  ...list(search),
  ...objectSearch(search),
  createdFrom: moment(search['createdFrom']),
  createdTo: moment(search['createdTo']),
});
