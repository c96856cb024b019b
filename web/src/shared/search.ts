/* Checks what stands in an address after the `?`: whatever is not right is as if it were not there. */

type Search = Record<string, unknown>;

export const oneOf = <Value extends string>(allowed: Record<string, Value>, value: unknown): Value | undefined =>
  Object.values(allowed).find((each) => each === value);

export const text = (value: unknown, max = 200): string | undefined => {
  const found = typeof value === 'number' ? String(value) : value; // "7" in an address is read as a number
  return typeof found === 'string' && found !== '' ? found.slice(0, max) : undefined;
};

/** A moment after RFC 3339. */
export const moment = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

const wholeNumber = (value: unknown, min: number, max: number): number | undefined =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined;

/** A path of our own, not another site's address. */
export const localPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

/** What every list has in its address; the defaults are left out. */
export interface PageSearch<Sort extends string> {
  page?: number | undefined;
  limit?: number | undefined;
  sortBy?: Sort | undefined;
  sortOrder?: 'ASC' | 'DESC' | undefined;
}

export const pageSearch = <Sort extends string>(search: Search, sorts: Record<string, Sort>): PageSearch<Sort> => ({
  page: wholeNumber(search['page'], 2, 1_000_000),
  limit: wholeNumber(search['limit'], 1, 100),
  sortBy: oneOf(sorts, search['sortBy']),
  sortOrder: oneOf({ ASC: 'ASC', DESC: 'DESC' } as const, search['sortOrder']),
});
