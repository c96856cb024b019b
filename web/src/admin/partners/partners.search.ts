import { PartnershipType, PartnerTier } from '../../generated/enums.ts';
import {
  isOn,
  listOf,
  moment,
  oneOf,
  pageSearch,
  parseSearch,
  severalOf,
  text,
  texts,
  type PageSearch,
  type Several,
} from '../../shared/data/search.ts';

const STATES = { ACTIVE: 'ACTIVE', DEACTIVATED: 'DEACTIVATED' } as const;

export interface PartnersSearch extends PageSearch<string> {
  search?: string | undefined;
  status?: keyof typeof STATES | undefined;
  tier?: Several<PartnerTier>;
  type?: Several<PartnershipType>;
  /** IDs of admins. */
  manager?: Several<string>;
  /** Only partners that should have a manager and have none. */
  lacksManager?: true | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  /** Partner in the peek panel. */
  peek?: string | undefined;
}

export const partnersSearch = (search: Record<string, unknown>): PartnersSearch => ({
  ...pageSearch<string>(search, {}),
  search: text(search['search']),
  status: oneOf(STATES, search['status']),
  tier: severalOf(PartnerTier, search['tier']),
  type: severalOf(PartnershipType, search['type']),
  manager: texts(search['manager'], 36),
  lacksManager: isOn(search['lacksManager']),
  createdFrom: moment(search['createdFrom']),
  createdTo: moment(search['createdTo']),
  peek: text(search['peek'], 36),
});

/** The list that a partner was opened from. */
export const partnersOf = (list: string | undefined): PartnersSearch => partnersSearch(parseSearch(list ?? ''));

/** Filter for the API. */
export const filterOf = (search: PartnersSearch) => ({
  search: search.search,
  tier: listOf(search.tier),
  partnershipType: listOf(search.type),
  isActive: search.status && search.status === 'ACTIVE',
  managerIds: listOf(search.manager),
  lacksManager: search.lacksManager,
  createdFrom: search.createdFrom,
  createdTo: search.createdTo,
});
