import { Button, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { PageTitle } from '../layout/page/page.title.tsx';
import { useProblemText } from '../problem.text.ts';
import { BulkBar } from './bulk/bulk.bar.tsx';
import { useColumns } from './columns.ts';
import { ColumnsMenu } from './columns.menu.tsx';
import { Chips, ended, isSet } from './filters/chips.tsx';
import { FilterDrawer } from './filters/filter.drawer.tsx';
import { SearchField } from './filters/search.field.tsx';
import { useKept } from './rows/kept.rows.ts';
import { ListFoot } from './list.foot.tsx';
import { useListKeys } from './list.keys.ts';
import classes from './list.module.css';
import { usePlace } from './list.place.ts';
import { ListTabs } from './list.tabs.tsx';
import type { ListParams, ListProps, Row, SearchChange, Sort } from './list.types.ts';
import { Nothing } from './nothing.tsx';
import { Peek } from './peek/peek.tsx';
import { PlaceStatus } from './place.status.tsx';
import { RowCards } from './rows/row.cards.tsx';
import { RowTable } from './rows/row.table.tsx';
import { Skeletons } from './rows/skeletons.tsx';

const LIMIT = 50;

/** Query variables of a page, from its search parameters. */
export const pageOf = ({ page, limit }: ListParams) => ({ page: page ?? 1, limit: limit ?? LIMIT });

/** The order of a list, from its search parameters. */
export const sortOf = <By extends string>(
  { sortBy, sortOrder }: { sortBy?: By | undefined; sortOrder?: 'ASC' | 'DESC' | undefined },
  defaults: { sortBy: By; sortOrder: 'ASC' | 'DESC' },
) => ({ sortBy: sortBy ?? defaults.sortBy, sortOrder: sortOrder ?? defaults.sortOrder });

/**
 * The list of every page: tabs, filters, rows, selection and peek panel. The URL holds its state, so links show the
 * same and Back undoes each step. While other rows load, or if that fails, the last ones stay, dimmed.
 */
export function List<Item extends Row>(props: ListProps<Item>) {
  const { title, columnsKey, views, buttons, tabs, filters = [], searchHint, answer, search, onSearch, nameOf } = props;
  const { actions = [], selection, renderPeek: peek, onOpen, defaultSort } = props;
  const { t } = useTranslation();
  const columns = useColumns(columnsKey, props.columns);
  const isPhone = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  const field = useRef<HTMLInputElement>(null);
  const { list, loadedAt } = useKept(props.list, answer);
  const { page, limit } = pageOf(search);
  const items = list?.items ?? [];
  const total = list?.pageInfo.totalItems;
  const place = usePlace(items, { search, onSearch, page, lastPage: Math.ceil((total ?? 0) / limit) });
  const peeked = items.find(({ id }) => id === place.peekId);
  const following = peeked && items[place.index + 1];
  // On a phone the panel is a screen of its own: Back after it was closed must not show it again.
  const close = () => onSearch({ peek: undefined }, isPhone);
  const open = peek ? (id: string) => (place.peekId === id ? close() : onSearch({ peek: id })) : onOpen;
  const cleared: SearchChange = Object.assign({ search: undefined, page: undefined }, ...filters.map(ended));
  const clear = () => onSearch(cleared);
  const change = (changes: SearchChange, replace?: boolean) => onSearch({ page: undefined, ...changes }, replace);
  useListKeys({
    active: place.active,
    onMove: place.move,
    onPeek: peek && (() => place.active && open?.(place.active.id)),
    onOpen,
    onFind: searchHint === undefined ? undefined : () => field.current?.focus(),
    isPeeking: peek !== undefined && place.peekId !== undefined,
    onEscape: () => (place.peekId ? close() : selection?.set([])),
    actions,
    selection,
    isPart: props.isPart ?? false,
  });
  const isFiltered = search.search !== undefined || filters.some(isSet);
  const sort = defaultSort && sortOf(search as Partial<Sort>, defaultSort);
  const sorted = columns.shown.find(({ sortBy }) => sortBy !== undefined && sortBy === sort?.sortBy);
  const columnsMenu = !isPhone && <ColumnsMenu columns={columns} />;
  const shared = { columns: isPhone ? props.columns : columns.shown, items, nameOf, actions, selection };
  return (
    <div className={classes['list']} data-part={props.isPart}>
      <section className={classes['main']} aria-label={title} aria-busy={answer.isFetching}>
        {!props.isPart && (
          <>
            <PageTitle title={title} />
            <header className={classes['head']}>
              <h1 className={classes['title']}>{title}</h1>
              {views}
              <div className={classes['buttons']}>
                {columnsMenu}
                {buttons}
              </div>
            </header>
          </>
        )}
        {tabs && <ListTabs tabs={tabs} status={search.status} onSearch={onSearch} />}
        {(filters.length > 0 || searchHint !== undefined) && (
          <div className={classes['tools']}>
            {searchHint !== undefined && (
              <SearchField hint={searchHint} value={search.search} fieldRef={field} onSearch={change} />
            )}
            {isPhone && filters.length > 0 ? (
              <FilterDrawer filters={filters} onSearch={change} onClear={clear} total={total} />
            ) : (
              <Chips filters={filters} onSearch={change} />
            )}
            {isFiltered && !isPhone && (
              <UnstyledButton className={classes['tab'] ?? ''} onClick={clear}>
                {t('list.clear')}
              </UnstyledButton>
            )}
            {props.isPart && <div className={classes['buttons']}>{columnsMenu}</div>}
          </div>
        )}
        <ErrorStrip answer={answer} loadedAt={list ? loadedAt : 0} />
        <div
          className={classes['rows']}
          data-old={Boolean(answer.error) || answer.isPlaceholderData || undefined}
          tabIndex={-1}
        >
          {!list && !answer.error && <Skeletons />}
          {items.length > 0 &&
            (isPhone ? (
              <RowCards label={title} {...shared} onPick={peek && ((item: Item) => open?.(item.id))} />
            ) : (
              <RowTable
                caption={title}
                {...shared}
                sort={sort}
                onSearch={onSearch}
                activeId={place.activeId}
                peekId={place.peekId}
                onPick={({ id }) => open?.(id)}
                onAhead={props.onAhead}
              />
            ))}
          {list &&
            items.length === 0 &&
            (total === 0 && !isFiltered && search.status === undefined && !tabs?.some(({ count }) => count) ? (
              props.empty
            ) : (
              <Nothing
                filters={filters}
                wanted={search.search}
                tabs={tabs}
                status={search.status}
                total={total ?? 0}
                limit={limit}
                onSearch={onSearch}
                onClear={() => onSearch({ ...cleared, status: undefined })}
              />
            ))}
        </div>
        {selection && selection.items.length > 0 && (
          <BulkBar
            selection={selection}
            actions={actions}
            total={total ?? 0}
            isPageFull={items.every(({ id }) => selection.has(id))}
            loadAll={props.loadAll}
          />
        )}
        <PlaceStatus
          name={place.active && nameOf(place.active)}
          place={(page - 1) * limit + place.index + 1}
          total={total ?? 0}
        />
        <ListFoot
          page={page}
          limit={limit}
          total={total}
          order={sorted && t(sort?.sortOrder === 'ASC' ? 'list.orderUp' : 'list.orderDown', { name: sorted.title })}
          opens={onOpen !== undefined}
          peeks={peek !== undefined}
          onSearch={onSearch}
        />
      </section>
      {peek && place.peekId && (
        <Peek
          title={peeked ? nameOf(peeked) : title}
          place={
            peeked && total !== undefined
              ? t('list.place', { place: (page - 1) * limit + place.index + 1, total })
              : undefined
          }
          onMove={place.move}
          onOpen={onOpen && (() => place.peekId && onOpen(place.peekId))}
          onClose={close}
        >
          {peek(place.peekId, following && { item: following, open: () => place.go(following.id) })}
        </Peek>
      )}
    </div>
  );
}

interface ErrorStripProps {
  answer: ListProps<Row>['answer'];
  /** Milliseconds since 1970, or 0 if nothing was loaded. */
  loadedAt: number;
}

/** Says what is old since when, and loads again. */
function ErrorStrip({ answer: { error, isFetching, refetch }, loadedAt }: ErrorStripProps) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const problemText = useProblemText();
  if (!error) return null;
  return (
    <div className={classes['strip']} role="alert">
      <span>
        {problemText(error)} {loadedAt > 0 && t('list.old', { time: clock(new Date(loadedAt)) })}
      </span>
      <Button size="compact-xs" variant="default" loading={isFetching} onClick={() => void refetch()}>
        {t('tryAgain')}
      </Button>
    </div>
  );
}
