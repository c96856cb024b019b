import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconX } from '../../icons.tsx';
import { Kbd } from '../../keys/kbd.tsx';
import classes from '../list.module.css';
import type { RowAction, Selection } from '../list.types.ts';

interface BulkBarProps<Item> {
  selection: Selection<Item>;
  actions: readonly RowAction<Item>[];
  /** Rows of all pages. */
  total: number;
  /** All rows of this page are selected. */
  isPageFull: boolean;
  loadAll: (() => Promise<Item[]>) | undefined;
}

/** More rows than this cannot be selected at once. */
const MOST = 1000;

/** Floats above the foot while rows are selected. */
export function BulkBar<Item>({ selection, actions, total, isPageFull, loadAll }: BulkBarProps<Item>) {
  const { t } = useTranslation();
  const [isLoading, setIsLoading] = useState(false);
  const count = selection.items.length;
  const selectAll = async (load: () => Promise<Item[]>) => {
    setIsLoading(true);
    try {
      selection.set(await load());
    } finally {
      setIsLoading(false);
    }
  };
  return (
    <div className={classes['bulk']} role="region" aria-label={t('list.selection')}>
      <Text span fw={500} role="status" style={{ whiteSpace: 'nowrap' }}>
        {t('list.selected', { count })}
      </Text>
      {loadAll && isPageFull && count < total && total <= MOST && (
        <Button size="compact-sm" variant="subtle" loading={isLoading} onClick={() => void selectAll(loadAll)}>
          {t('list.selectAll', { count: total })}
        </Button>
      )}
      <Group gap={6} wrap="nowrap" className={classes['bulkActions'] ?? ''}>
        {actions.map(({ id, label, keys, isDanger, isSingle, applies, run }) => {
          const possible = selection.items.filter((item) => applies?.(item) ?? true);
          return (
            !isSingle &&
            possible.length > 0 && (
              <Button
                key={id}
                size="compact-sm"
                variant="default"
                {...(isDanger ? { c: 'var(--rg-red-text)' } : {})}
                rightSection={keys && <Kbd keys={keys} />}
                onClick={() => run(possible)}
              >
                {label}
              </Button>
            )
          );
        })}
      </Group>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('list.deselect')}
        onClick={() => selection.set([])}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
