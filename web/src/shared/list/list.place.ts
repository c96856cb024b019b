import { useEffect, useState } from 'react';
import type { ListParams, Row, SearchChange } from './list.types.ts';

interface PlaceOptions {
  search: ListParams;
  onSearch: (change: SearchChange) => void;
  page: number;
  lastPage: number;
}

/** The keyboard's place in a list, and the row in the peek panel. Moving goes on to the next page. */
export function usePlace<Item extends Row>(rows: readonly Item[], options: PlaceOptions) {
  const { search, onSearch, page, lastPage } = options;
  const [chosen, setChosen] = useState<string>();
  const [at, setAt] = useState(-1);
  const peekId = resolved(rows, search.peek);
  const activeId = peekId ?? resolved(rows, chosen);
  const index = rows.findIndex(({ id }) => id === activeId);
  // The place stays if its row leaves the list, after a decision.
  if (index >= 0 && index !== at) setAt(index);
  useEffect(() => {
    if (activeId) document.getElementById(`row-${activeId}`)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const go = (id: string | undefined, to = page) => {
    setChosen(id);
    const turn = to === page ? {} : { page: to === 1 ? undefined : to };
    if (search.peek !== undefined) onSearch({ ...turn, peek: id });
    else if (to !== page) onSearch(turn);
  };
  const move = (by: -1 | 1) => {
    const next = index >= 0 ? index + by : at >= 0 && by > 0 ? at : at + by;
    const row = rows[Math.max(next, index < 0 ? 0 : next)];
    if (row) go(row.id);
    else if (next >= rows.length && page < lastPage) go('first', page + 1);
    else if (next < 0 && page > 1) go('last', page - 1);
  };
  return { activeId, active: rows[index], peekId, index, move, go };
}

function resolved<Item extends Row>(rows: readonly Item[], id: string | undefined): string | undefined {
  if (id === 'first') return rows[0]?.id;
  return id === 'last' ? rows.at(-1)?.id : id;
}
