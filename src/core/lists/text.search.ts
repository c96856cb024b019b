import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { readRows } from '../database/transaction.ts';

/** So many trigrams together are in hardly any other text, and each more is one more list of the index to walk. */
const LOOKED_FOR = 3;
/** In more of the sample than this, even the rarest trigram would lead to too many rows. */
const RARE = 0.01;
const SAMPLE = 1_000;
/** What is frequent changes slowly, and a search that goes by an old sample finds the same. */
const KNOWN_FOR_MS = 10 * 60_000;
/**
 * Of letters and digits that pg_trgm takes as they are, so that a pattern of it is one entry of the index. Folding changes nothing
 * but their case: trigrams of a text are in the folded text too.
 */
const TRIGRAM = /^[a-z0-9]{3}$/i;

/**
 * Whether the column `search` has a text somewhere, taken literally and in any spelling (see the migration 20261130-02-text-search). Escaped once
 * folded, which makes a plain % of the full-width one. A text that folds to nothing is in no row.
 */
export const contains = (text: string): RawBuilder<unknown> =>
  sql`search like '%' || regexp_replace(nullif(fold_text(${text}), ''), '[\\\\%_]', '\\\\\\&', 'g') || '%'`;

/**
 * Finds a text anywhere in the folded column `search` of a large table, which has a trigram index (pg_trgm). PostgreSQL looks
 * a pattern up by all of its trigrams, also by those that every row has, whose lists are as long as the table. So a text that
 * no row of a sample has is looked up by its rarest trigrams only, and compared as a whole where these are found. Any other one
 * is left to the planner, which finds what is frequent faster by the order of the list.
 */
export class TextSearch {
  /** By database. */
  readonly #known = new WeakMap<object, { sample: Sample; until: number }>();

  constructor(private readonly table: string) {}

  async conditions(em: EntityManager, text: string): Promise<RawBuilder<unknown>[]> {
    const rarest = rarestTrigrams(text, await this.#sample(em));
    return rarest ? [...rarest.map(contains), sql`strpos(search, fold_text(${text})) > 0`] : [contains(text)];
  }

  async #sample(em: EntityManager): Promise<Sample> {
    const known = this.#known.get(em.getDriver());
    if (known && performance.now() < known.until) return known.sample;
    const rows = await readRows(
      em,
      sql<{ search: string }>`select search from ${sql.table(this.table)} tablesample system (
        (select least(100, ${100 * SAMPLE} / greatest(reltuples, 1)) from pg_class where oid = ${this.table}::regclass)
      ) limit ${SAMPLE}`,
    );
    const sample = sampleOf(rows.map(({ search }) => search));
    this.#known.set(em.getDriver(), { sample, until: performance.now() + KNOWN_FOR_MS });
    return sample;
  }
}

interface Sample {
  texts: readonly string[];
  /** How many of the texts have a trigram; those that none has are left out. */
  counts: ReadonlyMap<string, number>;
}

export function sampleOf(texts: readonly string[]): Sample {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const trigram of trigramsOf(text)) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  return { texts, counts };
}

/** Undefined where they are no help: the text is frequent itself, or none of its trigrams is rare, or it has too few of them. */
export function rarestTrigrams(text: string, { texts, counts }: Sample): string[] | undefined {
  const wanted = text.toLowerCase();
  if (texts.length === 0 || texts.some((sampled) => sampled.includes(wanted))) return undefined;
  const countOf = (trigram: string) => counts.get(trigram.toLowerCase()) ?? 0;
  const rarest = [...trigramsOf(text)].toSorted((one, other) => countOf(one) - countOf(other));
  const [first] = rarest;
  if (first === undefined || rarest.length < LOOKED_FOR || countOf(first) > RARE * texts.length) return undefined;
  // Of equally rare ones from all over the text: neighbors are often of one word, which occurs as a whole.
  const equals = rarest.filter((trigram) => countOf(trigram) === countOf(first)).length;
  const step = Math.max(1, (equals - 1) / (LOOKED_FOR - 1));
  return Array.from({ length: LOOKED_FOR }, (_, index) => rarest[Math.floor(index * step)] ?? '');
}

function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (let end = 3; end <= text.length; end++) {
    const trigram = text.slice(end - 3, end);
    if (TRIGRAM.test(trigram)) trigrams.add(trigram);
  }
  return trigrams;
}
