import { pageSearch, text, type PageSearch } from '../../shared/data/search.ts';

export interface JobsSearch extends PageSearch<string> {
  /** Job in the peek panel. */
  peek?: string | undefined;
}

export const jobsSearch = (search: Record<string, unknown>): JobsSearch => ({
  ...pageSearch<string>(search, {}),
  peek: text(search['peek'], 36),
});
