import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { IconChevronLeft, IconChevronRight } from '../icons.tsx';
import { Kbd } from '../keys/kbd.tsx';
import classes from './list.module.css';
import type { SearchChange } from './list.types.ts';

interface ListFootProps {
  page: number;
  limit: number;
  /** Undefined until loaded. */
  total: number | undefined;
  /** In words. */
  order: string | undefined;
  /** Whether Enter opens a page of the row, and whether Space shows its panel. */
  opens: boolean;
  peeks: boolean;
  onSearch: (change: SearchChange) => void;
}

/** Place, order and pages. */
export function ListFoot({ page, limit, total, order, opens, peeks, onSearch }: ListFootProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const last = Math.ceil((total ?? 0) / limit);
  const go = (to: number) => onSearch({ page: to === 1 ? undefined : to, peek: undefined });
  const range =
    total !== undefined && total > 0 && page <= last
      ? t('list.range', {
          from: number((page - 1) * limit + 1),
          to: number(Math.min(page * limit, total)),
          total: number(total),
        })
      : '';
  return (
    <div className={classes['foot']}>
      <span role="status">{range}</span>
      {order && <span className={classes['wide']}>{order}</span>}
      <span className={classes['hints']}>
        <Hint keys="j k" text={t('list.keys.move')} />
        {peeks && <Hint keys="space" text={t('list.keys.look')} />}
        {opens && <Hint keys="enter" text={t('list.keys.open')} />}
        <Hint keys="?" text={t('list.keys.all')} />
      </span>
      <span className={classes['pages']}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('list.previousPage')}
          disabled={page <= 1}
          onClick={() => go(Math.min(page - 1, Math.max(last, 1)))}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('list.nextPage')}
          disabled={page >= last}
          onClick={() => go(page + 1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  );
}

const Hint = ({ keys, text }: { keys: string; text: string }) => (
  <>
    <Kbd keys={keys} /> {text}{' '}
  </>
);
