import { useState } from 'react';
import type { Row, Selection } from '../list.types.ts';

/**
 * Selected rows, also of other pages. Other filters start anew, because nobody sees what they hide.
 * @param rows the rows on this page
 * @param scope changes with the filters
 */
export function useSelection<Item extends Row>(rows: readonly Item[], scope: string): Selection<Item> {
  const [state, setState] = useState<{ scope: string; chosen: ReadonlyMap<string, Item>; last?: string }>({
    scope,
    chosen: new Map(),
  });
  const chosen: ReadonlyMap<string, Item> = state.scope === scope ? state.chosen : new Map<string, Item>();
  const select = (changed: readonly Item[], isOn: boolean, last?: string) => {
    const next = new Map(chosen);
    for (const item of changed) {
      if (isOn) next.set(item.id, item);
      else next.delete(item.id);
    }
    setState({ scope, chosen: next, ...(last === undefined ? {} : { last }) });
  };
  const indexOf = (id: string | undefined) => rows.findIndex((row) => row.id === id);
  return {
    // The rows of this page as they are now.
    items: Array.from(chosen.values(), (item) => rows.find(({ id }) => id === item.id) ?? item),
    has: (id) => chosen.has(id),
    toggle: (item) => select([item], !chosen.has(item.id), item.id),
    toggleTo: (item) => {
      const [from, to] = [indexOf(state.last), indexOf(item.id)].toSorted((one, other) => one - other);
      select(from === undefined || from < 0 ? [item] : rows.slice(from, (to ?? from) + 1), true, item.id);
    },
    set: (items) => setState({ scope, chosen: new Map(items.map((item) => [item.id, item])) }),
    remove: (ids) =>
      setState((now) => ({ ...now, chosen: new Map(Array.from(now.chosen).filter(([id]) => !ids.has(id))) })),
  };
}
