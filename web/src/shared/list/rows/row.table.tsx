import { Checkbox, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconChevronDown, IconChevronUp } from '../../icons.tsx';
import type { Column, Row, RowAction, SearchChange, Selection, Sort } from '../list.types.ts';
import { RowMenu } from './row.menu.tsx';
import classes from './row.table.module.css';

interface RowTableProps<Item extends Row> {
  caption: string;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  sort: Sort | undefined;
  onSearch: (change: SearchChange) => void;
  nameOf: (item: Item) => string;
  /** The row with the keyboard's place. */
  activeId: string | undefined;
  /** The row in the peek panel. */
  peekId: string | undefined;
  onPick: (item: Item) => void;
  onAhead: ((id: string) => void) | undefined;
  actions: readonly RowAction<Item>[];
  selection: Selection<Item> | undefined;
}

/** Parts of a row that act themselves. */
const ACTS = 'a, button, input, label, [role=menu]';

/** The rows as a table of one line each. */
export function RowTable<Item extends Row>(props: RowTableProps<Item>) {
  const { caption, columns, items, nameOf, activeId, peekId, onPick, onAhead, actions, selection } = props;
  const { t } = useTranslation();
  const pick = (item: Item) => (event: MouseEvent) => {
    const isText = (window.getSelection()?.toString() ?? '') !== '';
    if (!isText && event.target instanceof Element && !event.target.closest(ACTS)) onPick(item);
  };
  return (
    <table className={classes['table']}>
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <Head {...props} />
      <tbody>
        {items.map((item) => (
          <tr
            key={item.id}
            id={`row-${item.id}`}
            aria-current={item.id === peekId ? 'true' : undefined}
            data-active={item.id === activeId || undefined}
            data-selected={selection?.has(item.id) || undefined}
            onClick={pick(item)}
            onPointerDown={() => onAhead?.(item.id)}
          >
            {selection && (
              <td className={classes['check']}>
                <Checkbox
                  size="xs"
                  aria-label={t('list.select', { name: nameOf(item) })}
                  checked={selection.has(item.id)}
                  onChange={({ nativeEvent }) =>
                    nativeEvent instanceof PointerEvent && nativeEvent.shiftKey
                      ? selection.toggleTo(item)
                      : selection.toggle(item)
                  }
                />
              </td>
            )}
            {columns.map(({ id, isNumber, from, render }) => (
              <td key={id} data-number={isNumber} data-from={from}>
                {render(item)}
              </td>
            ))}
            {actions.length > 0 && (
              <td className={classes['menu']}>
                <RowMenu name={nameOf(item)} item={item} actions={actions} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head<Item extends Row>({ columns, items, sort, onSearch, actions, selection }: RowTableProps<Item>) {
  const { t } = useTranslation();
  const isAll = items.length > 0 && items.every(({ id }) => selection?.has(id));
  const isSome = !isAll && items.some(({ id }) => selection?.has(id));
  const toggleAll = () => {
    const others = selection?.items.filter((each) => !items.some(({ id }) => id === each.id)) ?? [];
    selection?.set(isAll ? others : [...others, ...items]);
  };
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" className={classes['check']}>
            <Checkbox
              size="xs"
              aria-label={t('list.selectPage')}
              checked={isAll}
              indeterminate={isSome}
              onChange={toggleAll}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSearch={onSearch} />
        ))}
        {actions.length > 0 && (
          <th scope="col" className={classes['menu']}>
            <VisuallyHidden>{t('list.actions')}</VisuallyHidden>
          </th>
        )}
      </tr>
    </thead>
  );
}

interface HeadCellProps<Item> {
  column: Column<Item>;
  sort: Sort | undefined;
  onSearch: (change: SearchChange) => void;
}

function HeadCell<Item>({ column, sort, onSearch }: HeadCellProps<Item>) {
  const { title, sortBy, width, isNumber, from } = column;
  const isSorted = sortBy !== undefined && sort?.sortBy === sortBy;
  const isUp = sort?.sortOrder === 'ASC';
  const Arrow = isUp ? IconChevronUp : IconChevronDown;
  const sortOrder = isSorted && isUp ? 'DESC' : 'ASC';
  return (
    <th
      scope="col"
      style={{ width }}
      data-number={isNumber}
      data-from={from}
      aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : undefined}
    >
      {sortBy === undefined ? (
        title
      ) : (
        <UnstyledButton
          className={classes['sort'] ?? ''}
          data-on={isSorted || undefined}
          onClick={() => onSearch({ sortBy, sortOrder, page: undefined })}
        >
          {title} {isSorted && <Arrow size={12} aria-hidden />}
        </UnstyledButton>
      )}
    </th>
  );
}
