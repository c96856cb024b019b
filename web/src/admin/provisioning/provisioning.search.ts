import { pageSearch, text, type PageSearch } from '../../shared/data/search.ts';

const STATES = ['FAILED', 'OVERTAKEN'] as const;

export interface ProvisioningSearch extends PageSearch<string> {
  /** Both by default. */
  status?: (typeof STATES)[number] | undefined;
  /** Client in the peek panel. */
  peek?: string | undefined;
}

export const provisioningSearch = (search: Record<string, unknown>): ProvisioningSearch => ({
  ...pageSearch<string>(search, {}),
  status: STATES.find((state) => state === search['status']),
  peek: text(search['peek'], 36),
});

export const filterOf = ({ status }: ProvisioningSearch) =>
  status === undefined ? {} : { isOvertaken: status === 'OVERTAKEN' };
