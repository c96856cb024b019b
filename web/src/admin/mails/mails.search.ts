import { moment, pageSearch, text, type PageSearch } from '../../shared/data/search.ts';

export const FAILED = 'FAILED';

const STATES = [FAILED, 'QUEUED', 'SENT', 'HELD_BACK', 'ALL'] as const;

export interface MailsSearch extends PageSearch<string> {
  /** Failed emails by default. */
  status?: (typeof STATES)[number] | undefined;
  search?: string | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  /** Email in the peek panel. */
  peek?: string | undefined;
}

export const mailsSearch = (search: Record<string, unknown>): MailsSearch => ({
  ...pageSearch<string>(search, {}),
  status: STATES.find((state) => state === search['status']),
  search: text(search['search']),
  createdFrom: moment(search['createdFrom']),
  createdTo: moment(search['createdTo']),
  peek: text(search['peek'], 36),
});
