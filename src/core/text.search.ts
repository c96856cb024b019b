import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { readRows } from './transaction.ts';

/** So many together are in hardly any other text, and each more is one more list of the index to walk. */
const LOOKED_FOR = 3;
/** They change slowly, and a search that goes by old ones finds the same. */
const KNOWN_FOR_MS = 10 * 60_000;
/** Of letters and digits that pg_trgm takes as they are, so that a pattern of it is one entry of the index. */
const TRIGRAM = /^[a-z0-9]{3}$/i;

/** Whether the column `search` has a text somewhere, taken literally and in any case: what that means is PostgreSQL's to say. */
export const contains = (text: string): RawBuilder<unknown> =>
  sql`search like lower(${`%${text.replace(/[\\%_]/g, '\\$&')}%`})`;

/**
 * Finds a text anywhere in the lower-case column `search`, which has a trigram index (pg_trgm). PostgreSQL looks a pattern up by
 * all of its trigrams, also by those that every row has, whose lists are as long as the table. So where a text has one that is
 * rare, it is looked up by its rarest ones only, and compared as a whole where they are found.
 */
export class TextSearch {
  readonly #frequent: RawBuilder<Frequent>;
  /** By database. */
  readonly #known = new WeakMap<object, { frequencies: ReadonlyMap<string, number>; until: number }>();

  /** @param frequent rows of the trigrams that occur most: all others are rare */
  constructor(frequent: RawBuilder<Frequent>) {
    this.#frequent = frequent;
  }

  async conditions(em: EntityManager, text: string): Promise<RawBuilder<unknown>[]> {
    const rarest = rarestOf(text, await this.#frequencies(em));
    return rarest ? [...rarest.map(contains), sql`strpos(search, lower(${text})) > 0`] : [contains(text)];
  }

  /** As PostgreSQL last analyzed the table; none where it has not yet. */
  async #frequencies(em: EntityManager): Promise<ReadonlyMap<string, number>> {
    const known = this.#known.get(em.getDriver());
    if (known && performance.now() < known.until) return known.frequencies;
    const rows = await readRows(em, this.#frequent);
    const frequencies = new Map(rows.map(({ trigram, frequency }) => [trigram, frequency]));
    this.#known.set(em.getDriver(), { frequencies, until: performance.now() + KNOWN_FOR_MS });
    return frequencies;
  }
}

interface Frequent {
  trigram: string;
  /** The share of rows that have it. */
  frequency: number;
}

/** Undefined where none is known to be rare, and where there are fewer than are looked for: their lists are few anyway. */
export function rarestOf(text: string, frequencies: ReadonlyMap<string, number>): string[] | undefined {
  if (frequencies.size === 0) return undefined;
  const trigrams = new Set<string>();
  for (let end = 3; end <= text.length; end++) {
    const trigram = text.slice(end - 3, end);
    if (TRIGRAM.test(trigram)) trigrams.add(trigram);
  }
  const frequencyOf = (trigram: string) => frequencies.get(trigram.toLowerCase()) ?? 0;
  const rarest = [...trigrams].toSorted((one, other) => frequencyOf(one) - frequencyOf(other));
  const rare = rarest.filter((trigram) => frequencyOf(trigram) === 0).length;
  if (rare === 0 || rarest.length < LOOKED_FOR) return undefined;
  // From all over the text: neighbours are often of one word, which occurs as a whole.
  const step = Math.max(1, (rare - 1) / (LOOKED_FOR - 1));
  return Array.from({ length: LOOKED_FOR }, (_, index) => rarest[Math.floor(index * step)] ?? '');
}
