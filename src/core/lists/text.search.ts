import { Property } from '@mikro-orm/decorators/legacy';
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { readRows } from '../database/transaction.ts';

/** Three trigrams rarely occur together in another text, and each one is another index list to read. */
const LOOKED_FOR = 3;
/** Share of the sample. A more frequent trigram would match too many rows. */
const RARE = 0.01;
const SAMPLE = 1_000;
/** Frequencies change slowly, and an old sample affects only speed. */
const KNOWN_FOR_MS = 10 * 60_000;
/** ASCII letters and digits, which pg_trgm and folding keep, so that a pattern is one index entry. */
const TRIGRAM = /^[a-z0-9]{3}$/i;

/** The column with the text of an SQL expression, prepared for `contains`: see the migration 20261130-02-text-search. */
export const SearchText = (expression: string): ReturnType<typeof Property> =>
  Property({ type: 'text', lazy: true, hidden: true, generated: `(search_text(${expression})) stored` });

/** Matches literal text in any spelling (see the migration of text search). Folding turns ％ into %, so escape later. */
export const contains = (text: string, searched: RawBuilder<unknown> = sql`search`): RawBuilder<unknown> =>
  sql`${searched} like '%' || regexp_replace(nullif(fold_text(${text}), ''), '[\\\\%_]', '\\\\\\&', 'g') || '%'`;

/** Letters and digits. A trigram index cannot look up fewer, and reads the whole table. */
const FEWEST_LETTERS = 3;
const LETTER = /[\p{L}\p{N}]/gu;

/** Whether the trigram index can look a text up. Otherwise, only the beginnings of names can be searched quickly. */
export const isInTrigrams = (text: string): boolean => (text.match(LETTER)?.length ?? 0) >= FEWEST_LETTERS;

/** Looks rare texts up by their rarest trigrams, because PostgreSQL reads every trigram's list, however long. */
export class TextSearch {
  readonly #known = new WeakMap<object, { sample: Sample; until: number }>();

  constructor(private readonly table: string) {}

  async conditions(reader: Reader, text: string): Promise<RawBuilder<unknown>[]> {
    const rarest = rarestTrigrams(text, await this.#sample(reader));
    return rarest
      ? [...rarest.map((trigram) => contains(trigram)), sql`strpos(search, fold_text(${text})) > 0`]
      : [contains(text)];
  }

  async #sample(reader: Reader): Promise<Sample> {
    const known = this.#known.get(reader.getDriver());
    if (known && performance.now() < known.until) return known.sample;
    const rows = await readRows(
      reader,
      sql<{ search: string }>`select search from ${sql.table(this.table)} tablesample system (
        (select least(100, ${100 * SAMPLE} / greatest(reltuples, 1)) from pg_class where oid = ${this.table}::regclass)
      ) limit ${SAMPLE}`,
    );
    const sample = sampleOf(rows.map(({ search }) => search));
    this.#known.set(reader.getDriver(), { sample, until: performance.now() + KNOWN_FOR_MS });
    return sample;
  }
}

interface Sample {
  texts: readonly string[];
  counts: ReadonlyMap<string, number>;
}

export function sampleOf(texts: readonly string[]): Sample {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const trigram of trigramsOf(text)) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  return { texts, counts };
}

/** Undefined if the text is frequent, or has too few or no rare trigrams. */
export function rarestTrigrams(text: string, { texts, counts }: Sample): string[] | undefined {
  const wanted = text.toLowerCase();
  if (texts.length === 0 || texts.some((sampled) => sampled.includes(wanted))) return undefined;
  const countOf = (trigram: string) => counts.get(trigram.toLowerCase()) ?? 0;
  const rarest = [...trigramsOf(text)].toSorted((one, other) => countOf(one) - countOf(other));
  const [first] = rarest;
  if (first === undefined || rarest.length < LOOKED_FOR || countOf(first) > RARE * texts.length) return undefined;
  // Picks equally rare trigrams from across the text, because neighbors often come from one word.
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
