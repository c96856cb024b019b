import type { SearchChange } from '../list.types.ts';

/** Parameters that are no part of a view. */
const PASSING = new Set(['view', 'peek', 'page']);

/** The part of a list's search parameters that a view keeps, as JSON in one order. */
export function viewOf(search: object): string {
  const kept = Object.entries(search).filter(
    ([name, value]) => value !== undefined && value !== null && !PASSING.has(name),
  );
  return JSON.stringify(Object.fromEntries(kept.toSorted(([one], [other]) => one.localeCompare(other))));
}

/** The change that shows a view, or the whole list. */
export function shownBy(current: object, view?: { id: string; search: string }): SearchChange {
  const none = Object.fromEntries(Object.keys(current).map((name) => [name, undefined]));
  return view ? { ...none, ...parse(view.search), view: view.id } : none;
}

/** Whether the parameters differ from those of a view. */
export const isChanged = (search: object, view: { search: string }): boolean =>
  viewOf(search) !== viewOf(parse(view.search));

function parse(text: string): object {
  try {
    const search: unknown = JSON.parse(text);
    return typeof search === 'object' && search !== null ? search : {};
  } catch {
    return {};
  }
}
