import { useTranslation } from 'react-i18next';
import { useKeys } from '../keys/keys.ts';
import type { Row, RowAction, Selection } from './list.types.ts';

interface ListKeys<Item extends Row> {
  active: Item | undefined;
  onMove: (by: -1 | 1) => void;
  onPeek: (() => void) | undefined;
  onOpen: ((id: string) => void) | undefined;
  onFind: (() => void) | undefined;
  /** Closes the topmost thing. */
  onEscape: () => void;
  /** The peek panel is open, and has the keys of its row. */
  isPeeking: boolean;
  actions: readonly RowAction<Item>[];
  selection: Selection<Item> | undefined;
  /** J and K move the page around the list. */
  isPart: boolean;
}

/**
 * Keys of a list. Those of actions take the selected rows, or else the row with the keyboard's place, unless its panel
 * is open.
 */
export function useListKeys<Item extends Row>(list: ListKeys<Item>): void {
  const { active, onMove, onPeek, onOpen, onFind, onEscape, isPeeking, actions, selection, isPart } = list;
  const { t } = useTranslation();
  const selected = selection?.items ?? [];
  const isSelecting = selected.length > 0;
  const targets = isSelecting ? selected : active ? [active] : [];
  useKeys([
    ...(isPart
      ? []
      : [
          { keys: 'j', label: t('list.next'), run: () => onMove(1) },
          { keys: 'k', label: t('list.previous'), run: () => onMove(-1) },
        ]),
    { keys: 'arrowdown', run: () => onMove(1) },
    { keys: 'arrowup', run: () => onMove(-1) },
    { keys: 'escape', label: t('list.keys.close'), run: onEscape },
    ...(onPeek ? [{ keys: 'space', label: t('list.keys.peek'), run: onPeek }] : []),
    ...(onOpen ? [{ keys: 'enter', label: t('list.openPage'), run: () => active && onOpen(active.id) }] : []),
    ...(onFind ? [{ keys: '/', label: t('list.keys.find'), run: onFind }] : []),
    ...(selection
      ? [
          { keys: 'x', label: t('list.keys.select'), run: () => active && selection.toggle(active) },
          { keys: 'shift+x', label: t('list.keys.selectTo'), run: () => active && selection.toggleTo(active) },
        ]
      : []),
  ]);
  useKeys(
    (isSelecting || !isPeeking ? actions : []).flatMap(({ keys, label, applies, run }) => {
      const possible = targets.filter((item) => applies?.(item) ?? true);
      return keys ? [{ keys, label, run: () => possible.length > 0 && run(possible) }] : [];
    }),
    isSelecting ? 'selection' : 'page',
  );
}
