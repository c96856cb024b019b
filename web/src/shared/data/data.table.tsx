import { Button, Paper, Text } from '@mantine/core';
import { DataTable as Table, type DataTableColumn } from 'mantine-datatable';
import 'mantine-datatable/styles.css';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data.table.module.css';
import { EmptyState } from './empty.state.tsx';
import { useFormat } from '../format.ts';
import { Problem } from '../problem.tsx';
import type { PageSearch } from './search.ts';

export interface Column<Item, Sort extends string> {
  id: string;
  title: string;
  /** The API's `sortBy` value. Without it the column is not sortable. */
  sortBy?: Sort;
  /** Smallest window width that shows the column. */
  from?: 'xs' | 'sm' | 'md' | 'lg';
  /** Keeps short values on one line. */
  noWrap?: boolean;
  render: (item: Item) => ReactNode;
}

interface List<Item> {
  items: Item[];
  pageInfo: { totalItems: number };
}

interface Answer {
  isFetching: boolean;
  /** True while the rows of the previous page or filter are still shown. */
  isPlaceholderData: boolean;
  /** Milliseconds since 1970. */
  dataUpdatedAt: number;
  error: unknown;
  refetch: () => unknown;
}

interface DataTableProps<Item, Sort extends string> {
  /** Accessible name of the list. */
  label: string;
  columns: Column<Item, Sort>[];
  /** Undefined until the first response. */
  list: List<Item> | undefined;
  /** Result of useQuery with `keepPreviousData`. */
  answer: Answer;
  /** Search parameters and their setter. */
  search: PageSearch<Sort>;
  onSearch: (change: PageSearch<Sort>) => void;
  /** Default order. */
  defaultSort: { sortBy: Sort; sortOrder: 'ASC' | 'DESC' };
  /** Shown if the list is empty. */
  empty?: ReactNode;
  /** Makes rows selectable. */
  selection?: Selection<Item>;
}

interface Selection<Item> {
  selected: Item[];
  onSelect: (items: Item[]) => void;
  /** Accessible name of a row's checkbox. */
  nameOf: (item: Item) => string;
}

/** Search parameters that are not filters. */
const PAGING = new Set(['page', 'limit', 'sortBy', 'sortOrder']);

const LIMIT = 20;
const LIMITS = [10, 20, 50, 100];
const WIDTHS = { xs: '36em', sm: '48em', md: '62em', lg: '75em' } as const;

/** Query variables of a list, from its search parameters. */
export const pageVariables = <Sort extends string>(
  search: PageSearch<Sort>,
  defaults: { sortBy: Sort; sortOrder: 'ASC' | 'DESC' },
) => ({
  page: search.page ?? 1,
  limit: search.limit ?? LIMIT,
  sortBy: search.sortBy ?? defaults.sortBy,
  sortOrder: search.sortOrder ?? defaults.sortOrder,
});

/**
 * Table that the API pages and sorts. Page, size and order are in the URL, so that links show the same.
 * While other rows load, or if that fails, the last ones stay, dimmed.
 */
export function DataTable<Item extends { id: string }, Sort extends string>(props: DataTableProps<Item, Sort>) {
  const { label, columns, answer, search, onSearch, defaultSort, empty, selection } = props;
  const { t } = useTranslation();
  const { number, clock } = useFormat();
  const { page, limit, sortBy, sortOrder } = pageVariables(search, defaultSort);
  const { list, loadedAt } = useKept(props.list, answer);
  const { error, isFetching, refetch } = answer;
  const isOld = Boolean(error) || answer.isPlaceholderData;
  const problem = (
    <Problem error={error} retry={refetch} isRetrying={isFetching}>
      {list && loadedAt > 0 && (
        <Text size="sm" mt="xs">
          {t('table.old', { time: clock(new Date(loadedAt)) })}
        </Text>
      )}
    </Problem>
  );
  if (error && !list) return problem;
  const sorted = columns.find((column) => column.sortBy === sortBy);
  return (
    <Paper withBorder radius="lg" className={classes['paper'] ?? ''} aria-busy={isFetching} mod={{ old: isOld }}>
      {problem}
      <Table<Item>
        aria-label={label}
        minHeight={list && list.items.length > 0 ? 0 : 280}
        verticalSpacing="sm"
        horizontalSpacing="md"
        highlightOnHover
        records={list?.items ?? []}
        fetching={isFetching && (!list || answer.isPlaceholderData)}
        loadingText={t('loading')}
        columns={columns.map((column) => columnOf(column))}
        sortStatus={{ columnAccessor: sorted?.id ?? '', direction: sortOrder === 'ASC' ? 'asc' : 'desc' }}
        onSortStatusChange={({ columnAccessor, direction }) =>
          onSearch({
            page: undefined,
            sortBy: columns.find(({ id }) => id === columnAccessor)?.sortBy,
            sortOrder: direction === 'asc' ? 'ASC' : 'DESC',
          })
        }
        emptyState={
          list && list.items.length === 0 ? (
            <Nothing search={search} totalItems={list.pageInfo.totalItems} onSearch={onSearch} empty={empty} />
          ) : (
            <span />
          )
        }
        totalRecords={list?.pageInfo.totalItems ?? 0}
        recordsPerPage={limit}
        recordsPerPageOptions={LIMITS}
        recordsPerPageLabel={t('table.pageSize')}
        onRecordsPerPageChange={(size) => onSearch({ page: undefined, limit: size === LIMIT ? undefined : size })}
        page={page}
        onPageChange={(next) => onSearch({ page: next === 1 ? undefined : next })}
        paginationText={({ from, to, totalRecords }) =>
          t('table.range', { from: number(from), to: number(to), total: number(totalRecords) })
        }
        {...(selection && {
          selectedRecords: selection.selected,
          onSelectedRecordsChange: selection.onSelect,
          allRecordsSelectionCheckboxProps: { 'aria-label': t('table.selectAll') },
          getRecordSelectionCheckboxProps: (item: Item) => ({ 'aria-label': selection.nameOf(item) }),
        })}
        getPaginationControlProps={(control) => ({ 'aria-label': t(`table.${control}`) })}
      />
    </Paper>
  );
}

function columnOf<Item, Sort extends string>({
  id,
  title,
  sortBy,
  from,
  noWrap = false,
  render,
}: Column<Item, Sort>): DataTableColumn<Item> {
  return {
    accessor: id,
    title,
    sortable: sortBy !== undefined,
    noWrap,
    render,
    ...(from ? { visibleMediaQuery: `(min-width: ${WIDTHS[from]})` } : {}),
  };
}

/** The last loaded list and its time. Failed responses have none. */
function useKept<Item>(list: List<Item> | undefined, { isPlaceholderData, dataUpdatedAt }: Answer) {
  const [kept, setKept] = useState({ list, loadedAt: 0 });
  if (list && !isPlaceholderData && (kept.list !== list || kept.loadedAt !== dataUpdatedAt)) {
    setKept({ list, loadedAt: dataUpdatedAt });
  }
  return list ? { list, loadedAt: dataUpdatedAt } : kept;
}

interface NothingProps<Sort extends string> extends Pick<DataTableProps<never, Sort>, 'search' | 'onSearch' | 'empty'> {
  totalItems: number;
}

/** Replaces the rows: page past the end, no match, or nothing yet. */
function Nothing<Sort extends string>({ search, totalItems, onSearch, empty }: NothingProps<Sort>) {
  const { t } = useTranslation();
  const button = (text: string, change: PageSearch<Sort>) => (
    <Button variant="default" size="xs" onClick={() => onSearch(change)}>
      {text}
    </Button>
  );
  if (totalItems > 0) {
    const last = Math.ceil(totalItems / (search.limit ?? LIMIT));
    return (
      <EmptyState title={t('table.pageGone')}>
        <Text size="sm">{t('table.pages', { count: last })}</Text>
        {button(t('table.toLast'), { page: last === 1 ? undefined : last })}
      </EmptyState>
    );
  }
  const filters = Object.entries(search).filter(([name, value]) => value !== undefined && !PAGING.has(name));
  if (filters.length === 0 || empty) return empty ?? <EmptyState title={t('table.empty')} />;
  const cleared = Object.fromEntries(filters.map(([name]) => [name, undefined]));
  return (
    <EmptyState title={t('table.emptyFiltered')}>
      {button(t('table.clearFilters'), { ...cleared, page: undefined })}
    </EmptyState>
  );
}
