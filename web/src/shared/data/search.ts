/* Parses search parameters. Invalid values are ignored. */

type Search = Record<string, unknown>;

/** Earlier versions wrote search parameters as JSON: `?search=%22007%22`. */
const QUOTED = /^"(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)"$/;

/** Router option: every parameter is plain text. `?search=1e3` searches for "1e3". */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(new URLSearchParams(search), ([name, value]) => [name, QUOTED.exec(value)?.[1] ?? value] as const),
  );

/** Between several values of one parameter. Rare in names. */
const BETWEEN = '~';

/** Router option: omits undefined and empty values. */
export function stringifySearch(search: Search): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(BETWEEN) : String(value)]),
  ).toString();
  return text === '' ? '' : `?${text}`;
}

export const oneOf = <Value extends string>(allowed: Record<string, Value>, value: unknown): Value | undefined =>
  Object.values(allowed).find((each) => each === value);

export const text = (value: unknown, max = 200): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, max).toWellFormed() : undefined;

/** One or more values of a parameter. */
export type Several<Value extends string> = Value | readonly Value[] | undefined;

export const listOf = <Value extends string>(values: Several<Value>): Value[] | undefined =>
  typeof values === 'string' ? [values] : values?.slice();

/** At most 20 different texts, as the API accepts. */
export function texts(value: unknown, max = 200): string[] | undefined {
  const given: unknown[] = typeof value === 'string' ? value.split(BETWEEN) : Array.isArray(value) ? value : [];
  const found = new Set(given.map((each) => text(each, max)).filter((each) => each !== undefined));
  return found.size > 0 ? [...found].slice(0, 20) : undefined;
}

export function severalOf<Value extends string>(allowed: Record<string, Value>, value: unknown): Value[] | undefined {
  const found = texts(value)?.flatMap((each) => oneOf(allowed, each) ?? []) ?? [];
  return found.length > 0 ? found : undefined;
}

/** The API accepts the years 1 to 9999 in UTC. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Time parameter in the API's format. */
export function moment(value: unknown): string | undefined {
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return time >= EARLIEST && time <= LATEST ? new Date(time).toISOString() : undefined;
}

/** Flag parameter: `?reset=true`. */
export const isOn = (value: unknown): true | undefined => value === true || value === 'true' || undefined;

/** Digits in a URL, a number in our own links. */
const wholeNumber = (value: unknown, min: number, max: number): number | undefined => {
  const found = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return Number.isInteger(found) && Number(found) >= min && Number(found) <= max ? Number(found) : undefined;
};

/** A path of this site, so that no link redirects to another one. */
export const localPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

/** Search parameters of every list. Defaults are omitted. */
export interface PageSearch<Sort extends string> {
  page?: number | undefined;
  limit?: number | undefined;
  sortBy?: Sort | undefined;
  sortOrder?: 'ASC' | 'DESC' | undefined;
  /** ID of the saved view that the list started from. */
  view?: string | undefined;
}

export const pageSearch = <Sort extends string>(search: Search, sorts: Record<string, Sort>): PageSearch<Sort> => ({
  page: wholeNumber(search['page'], 2, 1_000_000),
  limit: wholeNumber(search['limit'], 1, 100),
  sortBy: oneOf(sorts, search['sortBy']),
  sortOrder: oneOf({ ASC: 'ASC', DESC: 'DESC' } as const, search['sortOrder']),
  view: text(search['view'], 36),
});

/** Search parameters of a list with a text to search for and a status. */
export interface ListSearch<Sort extends string, Status extends string> extends PageSearch<Sort> {
  search?: string | undefined;
  status?: Status | undefined;
}

/** `validateSearch` of such a list. */
export const listSearch =
  <Sort extends string, Status extends string>(sorts: Record<string, Sort>, statuses: Record<string, Status>) =>
  (search: Search): ListSearch<Sort, Status> => ({
    ...pageSearch(search, sorts),
    search: text(search['search']),
    status: oneOf(statuses, search['status']),
  });

/** Search parameter of a page with tabs. Undefined for the first tab. */
export const tabSearch = (search: Search): { tab?: string | undefined } => ({ tab: text(search['tab'], 40) });

/** Search parameters of a page about one object of a list. */
export interface ObjectSearch {
  tab?: string | undefined;
  /** Search parameters of the list that the user came from, as text, so that they do not mix with those of a tab. */
  list?: string | undefined;
}

export const objectSearch = (search: Search): ObjectSearch => ({
  ...tabSearch(search),
  list: text(search['list'], 2000),
});

/** The `list` parameter of a link from a list to one of its objects. */
export const fromList = (search: object): Pick<ObjectSearch, 'list'> => ({
  list: stringifySearch({ ...search, peek: undefined }).slice(1) || undefined,
});
