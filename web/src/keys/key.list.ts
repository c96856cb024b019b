import type { ApiKeysQuery } from '../generated/keys/graphql.ts';
import { sortOf } from '../shared/list/list.tsx';
import type { ListOf } from '../shared/list/list.types.ts';
import { KeySort, type KeysSearch } from './keys.search.ts';
import type { ApiKey } from './scopes.ts';

export const BY_NAME = { sortBy: KeySort.NAME, sortOrder: 'ASC' } as const;

/** Never used and never expiring come first. */
const VALUE_OF: Record<keyof typeof KeySort, (key: ApiKey) => string> = {
  NAME: ({ name }) => name,
  LAST_USED: ({ lastUsedAt }) => lastUsedAt ?? '',
  EXPIRES: ({ expiresAt }) => expiresAt ?? '',
};

/** The page of keys that the search parameters ask for. */
export function listOfKeys(
  data: ApiKeysQuery | undefined,
  search: KeysSearch,
  { page, limit }: { page: number; limit: number },
): ListOf<ApiKey> | undefined {
  if (!data) return undefined;
  const wanted = search.search?.toLocaleLowerCase() ?? '';
  const { sortBy, sortOrder } = sortOf(search, BY_NAME);
  const valueOf = VALUE_OF[sortBy];
  const found = data.apiKeys
    .filter(({ name, prefix }) => `${name} ${prefix}`.toLocaleLowerCase().includes(wanted))
    .toSorted(
      (one, other) => (sortOrder === 'ASC' ? 1 : -1) * valueOf(one).localeCompare(valueOf(other), undefined, NATURAL),
    );
  return { items: found.slice((page - 1) * limit, page * limit), pageInfo: { totalItems: found.length } };
}

const NATURAL = { numeric: true, sensitivity: 'base' } as const;
