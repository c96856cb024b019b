import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../data/empty.state.tsx';
import type { Filter, SearchChange, Tab } from './list.types.ts';
import { isSet } from './filters/chips.tsx';

interface NothingProps {
  filters: readonly Filter[];
  /** Text that was searched for. */
  wanted: string | undefined;
  tabs: readonly Tab[] | undefined;
  status: string | undefined;
  /** Rows in all pages of this list. */
  total: number;
  limit: number;
  onSearch: (change: SearchChange) => void;
  onClear: () => void;
}

/** Instead of rows that the filters or the page number exclude. */
export function Nothing({ filters, wanted, tabs, status, total, limit, onSearch, onClear }: NothingProps) {
  const { t } = useTranslation();
  if (total > 0) {
    const last = Math.ceil(total / limit);
    return (
      <EmptyState title={t('list.pageGone')}>
        <Button variant="default" onClick={() => onSearch({ page: last === 1 ? undefined : last })}>
          {t('list.toLast')}
        </Button>
      </EmptyState>
    );
  }
  const names = filters.filter(isSet).map(({ label }) => label);
  if (wanted) names.push(`“${wanted}”`);
  const current = tabs?.find(({ id }) => id === status) ?? tabs?.[0];
  // How near it was: rows with another status.
  const near = tabs?.reduce<Tab | undefined>(
    (most, tab) => (tab !== current && (tab.count ?? 0) > (most?.count ?? 0) ? tab : most),
    undefined,
  );
  return (
    <EmptyState title={names.length > 0 ? t('list.noMatch', { filters: names.join(', ') }) : t('list.noneHere')}>
      {near && <span>{t('list.near', { count: near.count ?? 0, status: near.label })}</span>}
      <Group gap="xs" justify="center">
        {near && (
          <Button variant="default" onClick={() => onSearch({ status: near.id, page: undefined })}>
            {t('list.showThose', { count: near.count ?? 0 })}
          </Button>
        )}
        {names.length > 0 && (
          <Button variant="subtle" onClick={onClear}>
            {t('list.clearAll')}
          </Button>
        )}
      </Group>
    </EmptyState>
  );
}
