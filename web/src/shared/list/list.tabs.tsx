import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import classes from './list.module.css';
import type { SearchChange, Tab } from './list.types.ts';

interface ListTabsProps {
  tabs: readonly Tab[];
  status: string | undefined;
  /** Name of the navigation. Default: statuses. */
  label?: string;
  onSearch: (change: SearchChange) => void;
}

/** Statuses with their counts under all other filters, or other groups of rows. */
export function ListTabs({ tabs, status, label, onSearch }: ListTabsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const current = tabs.find(({ id }) => id === status) ?? tabs[0];
  return (
    <nav className={classes['tabs']} aria-label={label ?? t('list.status')}>
      {tabs.map((tab) => (
        <UnstyledButton
          key={tab.label}
          className={classes['tab'] ?? ''}
          aria-current={tab === current ? 'true' : undefined}
          onClick={() => onSearch({ status: tab.id, page: undefined, peek: undefined })}
        >
          {tab.label}
          {tab.count !== undefined && <span className={classes['count']}>{number(tab.count)}</span>}
        </UnstyledButton>
      ))}
    </nav>
  );
}
