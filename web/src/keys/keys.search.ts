import { pageSearch, text, type PageSearch } from '../shared/data/search.ts';

/** All keys of an account come in one answer, so the page itself sorts and searches them. */
export const KeySort = { NAME: 'NAME', LAST_USED: 'LAST_USED', EXPIRES: 'EXPIRES' } as const;
type KeySort = (typeof KeySort)[keyof typeof KeySort];

export interface KeysSearch extends PageSearch<KeySort> {
  search?: string | undefined;
  /** Key in the peek panel. */
  peek?: string | undefined;
}

export const keysSearch = (search: Record<string, unknown>): KeysSearch => ({
  ...pageSearch(search, KeySort),
  search: text(search['search']),
  peek: text(search['peek'], 36),
});
