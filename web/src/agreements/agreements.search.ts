import { AcceptanceStatus } from '../generated/enums.ts';
import { oneOf, pageSearch, tabSearch, text, type PageSearch } from '../shared/data/search.ts';

/** The list of all agreements. `status` is its tab. */
export interface AgreementsSearch extends PageSearch<string> {
  status?: 'GENERAL' | 'NEGOTIATED' | undefined;
}

const KINDS = { GENERAL: 'GENERAL', NEGOTIATED: 'NEGOTIATED' } as const;

export const agreementsSearch = (search: Record<string, unknown>): AgreementsSearch => ({
  ...pageSearch<string>(search, {}),
  status: oneOf(KINDS, search['status']),
});

/** The tab of an agreement's page, and its acceptances. */
export interface AcceptancesSearch extends PageSearch<string> {
  tab?: string | undefined;
  status?: AcceptanceStatus | undefined;
  search?: string | undefined;
}

export const acceptancesSearch = (search: Record<string, unknown>): AcceptancesSearch => ({
  ...pageSearch<string>(search, {}),
  ...tabSearch(search),
  status: oneOf(AcceptanceStatus, search['status']),
  search: text(search['search']),
});
