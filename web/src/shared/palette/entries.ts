import type { ReactNode } from 'react';
import { stringifySearch } from '../data/search.ts';
import { folded } from './found.letters.tsx';

/** A line of the palette. */
export interface Entry {
  /** Unique in the palette. */
  id: string;
  name: string;
  /** Beside the name, such as the contact. */
  detail?: string | undefined;
  icon: ReactNode;
  right?: ReactNode;
  /** Keys of a command, as in `g a`. */
  keys?: string;
  /** The path of the page to open. */
  path?: string;
  /** A key of that page, to run once it is open. */
  pageKey?: string;
  /** Whether it is an object, which the palette remembers. */
  isObject?: true;
  /** Runs a command instead. */
  run?: () => void;
}

export interface EntryGroup {
  label: string;
  entries: Entry[];
}

/** Groups with those entries whose name has the text. Empty groups are left out. */
export const matching = (groups: EntryGroup[], text: string): EntryGroup[] =>
  withEntries(
    groups.map(({ label, entries }) => ({
      label,
      entries: entries.filter(({ name }) => folded(name).includes(folded(text))),
    })),
  );

const PEEKED = /^(\/admin\/applications|\/admin\/partners|\/partner\/clients)\/([^/?]+)$/;

/** The list of an object with its panel open. Undefined if there is no panel. */
export function peekOf({ path = '' }: Entry): string | undefined {
  const [, list, id] = PEEKED.exec(path) ?? [];
  return list && id && list + stringifySearch({ peek: id });
}

export const withEntries = (groups: EntryGroup[]): EntryGroup[] => groups.filter(({ entries }) => entries.length > 0);
