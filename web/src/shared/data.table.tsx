import { Paper } from '@mantine/core';
import { DataTable as Table, type DataTableColumn } from 'mantine-datatable';
import 'mantine-datatable/styles.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty.state.tsx';
import { useFormat } from './format.ts';
import { Problem } from './problem.tsx';
import type { PageSearch } from './search.ts';

export interface Column<Item, Sort extends string> {
  id: string;
  title: string;
  /** What the API calls the order by this column; none: it cannot be sorted by. */
  sortBy?: Sort;
  /** From which width of the window on it is shown. */
  from?: 'xs' | 'sm' | 'md' | 'lg';
  /** Where what is short would break into many lines. */
  noWrap?: boolean;
  render: (item: Item) => ReactNode;
}

interface DataTableProps<Item, Sort extends string> {
  /** What the list is of: read out before its content. */
  label: string;
  columns: Column<Item, Sort>[];
  /** The answer of useQuery; undefined while there is none yet. */
  list: { items: Item[]; pageInfo: { totalItems: number } } | undefined;
  isFetching: boolean;
  error: unknown;
  /** What stands in the address, and how to change it. */
  search: PageSearch<Sort>;
  onSearch: (change: PageSearch<Sort>) => void;
  /** How the list is ordered where the address says nothing. */
  defaultSort: { sortBy: Sort; sortOrder: 'ASC' | 'DESC' };
  /** In place of the list where nothing is in it. */
  empty?: ReactNode;
  /** Where rows can be chosen. */
  selection?: Selection<Item>;
}

interface Selection<Item> {
  selected: Item[];
  onSelect: (items: Item[]) => void;
  /** How a row's box is called. */
  nameOf: (item: Item) => string;
}

/** What of an address filters nothing. */
const PAGING = new Set(['page', 'limit', 'sortBy', 'sortOrder']);

const LIMIT = 20;
const LIMITS = [10, 20, 50, 100];
const WIDTHS = { xs: '36em', sm: '48em', md: '62em', lg: '75em' } as const;

/** The variables of a list, from its address. */
export const pageVariables = <Sort extends string>(
  search: PageSearch<Sort>,
  defaults: { sortBy: Sort; sortOrder: 'ASC' | 'DESC' },
) => ({
  page: search.page ?? 1,
  limit: search.limit ?? LIMIT,
  sortBy: search.sortBy ?? defaults.sortBy,
  sortOrder: search.sortOrder ?? defaults.sortOrder,
});

/** A list that the API pages and sorts. Page, size and order are in the address, so that a link shows the same. */
export function DataTable<Item extends { id: string }, Sort extends string>(props: DataTableProps<Item, Sort>) {
  const { label, columns, list, isFetching, error, search, onSearch, defaultSort, empty, selection } = props;
  const { t } = useTranslation();
  const { number } = useFormat();
  const { page, limit, sortBy, sortOrder } = pageVariables(search, defaultSort);
  if (error) return <Problem error={error} />;
  const isFiltered = Object.entries(search).some(([name, value]) => value !== undefined && !PAGING.has(name));
  const nothing = isFiltered ? t('table.emptyFiltered') : t('table.empty');
  const sorted = columns.find((column) => column.sortBy === sortBy);
  return (
    <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
      <Table<Item>
        aria-label={label}
        minHeight={list && list.items.length > 0 ? 0 : 280}
        verticalSpacing="sm"
        horizontalSpacing="md"
        highlightOnHover
        records={list?.items ?? []}
        fetching={isFetching}
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
        emptyState={list && list.items.length === 0 ? (empty ?? <EmptyState title={nothing} />) : <span />}
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
