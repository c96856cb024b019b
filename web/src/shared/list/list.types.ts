import type { ReactNode } from 'react';
import type { InterfaceKey } from '../../generated/enums.ts';
import type { PageSearch } from '../data/search.ts';

export interface Row {
  id: string;
}

/** Search parameters that every list has. Filters add their own. */
export interface ListParams extends PageSearch<string> {
  search?: string | undefined;
  status?: string | undefined;
  /** ID of the row in the peek panel. `first` and `last` stand for those of the page. */
  peek?: string | undefined;
}

/** Parameters to change. Undefined removes one. */
export type SearchChange = Record<string, unknown>;

export interface Column<Item> {
  id: string;
  title: string;
  /** The API's `sortBy` value. Without it the column is not sortable. */
  sortBy?: string;
  /** Pixels. The first column takes the rest. */
  width?: number;
  isNumber?: boolean;
  /** Smallest width of the list that shows the column. */
  from?: 'sm' | 'md' | 'lg';
  /** Place on a phone's card: in the second line, or at the right. */
  card?: 'line' | 'side';
  /** Hidden until chosen. */
  isExtra?: boolean;
  render: (item: Item) => ReactNode;
}

export interface Tab {
  /** Value of `status` in the URL. Undefined for the first tab. */
  id: string | undefined;
  label: string;
  /** Undefined until loaded, or if not counted. */
  count?: number | undefined;
}

export interface Option {
  value: string;
  label: string;
}

interface AnyFilter {
  id: string;
  label: string;
}

export interface ChoiceFilter extends AnyFilter {
  kind: 'choices';
  options: readonly Option[];
  values: readonly string[];
  change: (values: string[] | undefined) => SearchChange;
  /** One value at most. */
  isSingle?: boolean;
  /** Replaces the options if they failed to load. */
  problem?: ReactNode;
}

/** A range of days. Times are in the API's format, and the end is not included. */
export interface RangeFilter extends AnyFilter {
  kind: 'range';
  from: string | undefined;
  to: string | undefined;
  change: (from: string | undefined, to: string | undefined) => SearchChange;
}

export type Filter = ChoiceFilter | RangeFilter;

/** An action on rows: in the bar of the selection, in each row's menu, and by its key. */
export interface RowAction<Item> {
  id: string;
  label: string;
  keys?: string;
  icon?: ReactNode;
  isDanger?: boolean;
  /** For one row only: not in the bar. */
  isSingle?: boolean;
  /** Whether it is possible for a row. Default: yes. */
  applies?: (item: Item) => boolean;
  run: (items: readonly Item[]) => void;
}

export interface ListOf<Item> {
  items: Item[];
  pageInfo: { totalItems: number };
}

/** Result of useQuery with `keepPreviousData`. */
export interface ListAnswer {
  isFetching: boolean;
  /** True while the rows of the previous page or filter are still shown. */
  isPlaceholderData: boolean;
  /** Milliseconds since 1970. */
  dataUpdatedAt: number;
  error: unknown;
  refetch: () => unknown;
}

export interface Sort {
  sortBy: string;
  sortOrder: 'ASC' | 'DESC';
}

interface NextRow<Item> {
  item: Item;
  open: () => void;
}

export interface ListProps<Item extends Row> {
  /** Heading of the page and caption of the table. */
  title: string;
  /** A part of a page that has its own heading, such as a tab. */
  isPart?: boolean;
  /** Keeps the user's columns. */
  columnsKey: InterfaceKey;
  /** Saved views, beside the title. */
  views?: ReactNode;
  /** At the right of the head. */
  buttons?: ReactNode;
  /** The first one is the name, with its link. */
  columns: readonly Column<Item>[];
  tabs?: readonly Tab[];
  filters?: readonly Filter[];
  /** The texts that a search finds. Without it there is no search. */
  searchHint?: string;
  /** Undefined until the first response. */
  list: ListOf<Item> | undefined;
  answer: ListAnswer;
  search: ListParams;
  /** `replace` adds no step that Back undoes. */
  onSearch: (change: SearchChange, replace?: boolean) => void;
  defaultSort?: Sort;
  nameOf: (item: Item) => string;
  /** Opens the page of a row. */
  onOpen?: (id: string) => void;
  /** Loads what a row opens, as soon as a pointer presses it. */
  onAhead?: (id: string) => void;
  /** Content of the peek panel. `next` goes on with the row below, if there is one. */
  renderPeek?: (id: string, next: NextRow<Item> | undefined) => ReactNode;
  actions?: readonly RowAction<Item>[];
  selection?: Selection<Item>;
  /** Reads all rows of all pages, for "Select all". */
  loadAll?: () => Promise<Item[]>;
  /** Shown if there is nothing yet. */
  empty: ReactNode;
}

export interface Selection<Item> {
  items: readonly Item[];
  has: (id: string) => boolean;
  toggle: (item: Item) => void;
  /** All rows from the last toggled one up to this. */
  toggleTo: (item: Item) => void;
  set: (items: readonly Item[]) => void;
  /** Deselects rows, also when others were selected in the meantime. */
  remove: (ids: ReadonlySet<string>) => void;
}
