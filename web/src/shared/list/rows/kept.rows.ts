import { useState } from 'react';
import type { ListAnswer, ListOf } from '../list.types.ts';

/** The last loaded list and its time. Failed responses have none. */
export function useKept<Item>(list: ListOf<Item> | undefined, { isPlaceholderData, dataUpdatedAt }: ListAnswer) {
  const [kept, setKept] = useState({ list, loadedAt: 0 });
  if (list && !isPlaceholderData && (kept.list !== list || kept.loadedAt !== dataUpdatedAt)) {
    setKept({ list, loadedAt: dataUpdatedAt });
  }
  return list ? { list, loadedAt: dataUpdatedAt } : kept;
}
