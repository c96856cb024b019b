import type { InterfaceKey } from '../../generated/enums.ts';
import { useInterfaceState } from '../workspace/interface.state.ts';
import type { Column } from './list.types.ts';

interface Choice {
  /** IDs of all columns but the first, in order. */
  order: string[];
  hidden: string[];
}

export interface ChosenColumns<Item> {
  /** The columns to show, in order. */
  shown: Column<Item>[];
  /** All columns but the first, in order. */
  all: Column<Item>[];
  isShown: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Moves a column by one place. */
  move: (id: string, by: -1 | 1) => void;
  reset: () => void;
  isChanged: boolean;
}

/** The columns of a list as the user chose them, on any device. */
export function useColumns<Item>(part: InterfaceKey, columns: readonly Column<Item>[]): ChosenColumns<Item> {
  const { state, keep } = useInterfaceState<Partial<Choice>>(part, {});
  const kept = chosen(state);
  const [first, ...others] = columns;
  const rank = (id: string) => kept?.order.indexOf(id) ?? -1;
  // Columns that came later stand at their own place.
  const all = kept
    ? others.toSorted((one, other) => (rank(one.id) < 0 || rank(other.id) < 0 ? 0 : rank(one.id) - rank(other.id)))
    : others;
  const hidden = kept?.hidden ?? others.filter(({ isExtra }) => isExtra).map(({ id }) => id);
  const order = all.map(({ id }) => id);
  return {
    shown: [...(first ? [first] : []), ...all.filter(({ id }) => !hidden.includes(id))],
    all,
    isShown: (id) => !hidden.includes(id),
    toggle: (id) =>
      keep({ order, hidden: hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id] }),
    move: (id, by) => {
      const from = order.indexOf(id);
      const to = from + by;
      if (to < 0 || to >= order.length) return;
      keep({ order: order.toSpliced(from, 1).toSpliced(to, 0, id), hidden });
    },
    reset: () => keep({}),
    isChanged: kept !== undefined,
  };
}

const chosen = ({ order, hidden }: Partial<Choice>): Choice | undefined =>
  Array.isArray(order) && Array.isArray(hidden) ? { order, hidden } : undefined;
