import { Checkbox } from '@mantine/core';
import { Fragment, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Row, RowAction, Selection } from '../list.types.ts';
import classes from './row.cards.module.css';
import { RowMenu } from './row.menu.tsx';

interface RowCardsProps<Item extends Row> {
  label: string;
  /** All columns: those with a place on a card show. */
  columns: readonly Column<Item>[];
  items: readonly Item[];
  nameOf: (item: Item) => string;
  actions: readonly RowAction<Item>[];
  selection: Selection<Item> | undefined;
  /** Peeks at a row. Without it, the name's link opens the page. */
  onPick: ((item: Item) => void) | undefined;
}

/** The rows on a phone: name and age, then what matters most. */
export function RowCards<Item extends Row>(props: RowCardsProps<Item>) {
  const { label, columns, items, nameOf, actions, selection, onPick } = props;
  const { t } = useTranslation();
  const [name] = columns;
  const lines = columns.filter(({ card }) => card === 'line');
  const sides = columns.filter(({ card }) => card === 'side');
  return (
    <ul className={classes['cards']} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={classes['card']} data-selected={selection?.has(item.id) || undefined}>
          {selection && (
            <Checkbox
              aria-label={t('list.select', { name: nameOf(item) })}
              checked={selection.has(item.id)}
              onChange={() => selection.toggle(item)}
            />
          )}
          <div className={classes['main']} onClickCapture={onPick && peek(() => onPick(item))}>
            <div className={classes['name']}>{name?.render(item)}</div>
            <div className={classes['line']}>
              {lines.map(({ id, render }, index) => (
                <Fragment key={id}>
                  {index > 0 && <span aria-hidden>·</span>}
                  <span>{render(item)}</span>
                </Fragment>
              ))}
            </div>
          </div>
          <div className={classes['side']}>
            {sides.map(({ id, render }) => (
              <span key={id}>{render(item)}</span>
            ))}
          </div>
          {actions.length > 0 && <RowMenu name={nameOf(item)} item={item} actions={actions} />}
        </li>
      ))}
    </ul>
  );
}

/** The name covers the card. Its link keeps the address for a new tab. */
const peek = (open: () => void) => (event: MouseEvent) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  open();
};
