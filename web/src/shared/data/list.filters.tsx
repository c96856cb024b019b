import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchInput } from './search.input.tsx';
import type { ListSearch } from './search.ts';

interface ListFiltersProps<Status extends string> {
  search: ListSearch<string, Status>;
  /** `replace` continues the same search: it replaces the history entry. */
  onSearch: (change: ListSearch<never, Status>, replace?: boolean) => void;
  /** The texts that a search finds. */
  searchHint: string;
  statusLabel: string;
  anyStatus: string;
  /** Every status and its text, in order. */
  statuses: readonly (readonly [Status, string])[];
}

/** Filters above a list: a search and a status. */
export function ListFilters<Status extends string>({
  search,
  onSearch,
  searchHint,
  statusLabel,
  anyStatus,
  statuses,
}: ListFiltersProps<Status>) {
  const { t } = useTranslation();
  return (
    <Group mb="md" align="flex-end">
      <SearchInput
        label={t('table.search')}
        placeholder={searchHint}
        value={search.search}
        onSearch={(text, isSame) => onSearch({ search: text, page: undefined }, isSame)}
      />
      <NativeSelect
        label={statusLabel}
        value={search.status ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onSearch({ status: statuses.find(([status]) => status === value)?.[0], page: undefined })
        }
        data={[{ value: '', label: anyStatus }, ...statuses.map(([value, label]) => ({ value, label }))]}
      />
    </Group>
  );
}
