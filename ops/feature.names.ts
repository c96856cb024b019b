/** The spellings of a feature's noun. The template uses those of `sample thing`, in German `Musterstück`. */
export interface FeatureNames {
  /** Singular, as in the command: `deal`, `price-list`. */
  singular: string;
  /** Plural: `deals`, `price-lists`. */
  plural: string;
  /** In German, as in a sentence: `Preisliste`, `Preislisten`. */
  german: string;
  germanPlural: string;
}

const NOUN = /^[a-z][a-z\d]*(-[a-z\d]+)*$/;

interface Options {
  plural?: string | undefined;
  german?: string | undefined;
  'german-plural'?: string | undefined;
}

/** The names of a feature. @throws Error if a noun is not in lower case with hyphens, or its plural is the same */
export function namesOf(singular: string, options: Options): FeatureNames {
  const plural = options.plural ?? pluralOf(singular);
  for (const noun of [singular, plural]) {
    if (!NOUN.test(noun)) throw new Error(`"${noun}" is not a valid name. Use lower case and hyphens: price-list.`);
  }
  if (plural === singular) throw new Error(`The plural of "${singular}" must differ from it. Use --plural.`);
  const german = options.german ?? title(singular);
  const germanPlural = options['german-plural'] ?? (options.german === undefined ? title(plural) : german);
  return { singular, plural, german, germanPlural };
}

/** By English rules. `--plural` is for exceptions. */
function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const pascal = (noun: string) => noun.split('-').map(upperFirst).join('');
const title = (noun: string) => noun.split('-').map(upperFirst).join(' ');

/** All spellings of a noun in code. */
const spellingsOf = (noun: string): string[] => [
  noun,
  noun.replaceAll('-', '_'),
  noun.replaceAll('-', '_').toUpperCase(),
  pascal(noun),
  pascal(noun).charAt(0).toLowerCase() + pascal(noun).slice(1),
  noun.replaceAll('-', ' '),
  upperFirst(noun.replaceAll('-', ' ')),
];

const SAMPLE: FeatureNames = {
  singular: 'sample-thing',
  plural: 'sample-things',
  german: 'Musterstück',
  germanPlural: 'Musterstücke',
};

/** Replaces the names of the template in a text or path with those of a feature. */
export function renamed(text: string, names: FeatureNames): string {
  const article = /^[aeiou]/.test(names.singular) ? 'an' : 'a';
  let result = text.replaceAll(/\b([Aa]) (?=sample thing\b)/g, (_, a: string) => `${a}${article.slice(1)} `);
  // Plural first, because it contains the singular.
  for (const number of ['plural', 'singular'] as const) {
    const spellings = spellingsOf(names[number]);
    for (const [index, sample] of spellingsOf(SAMPLE[number]).entries()) {
      result = result.replaceAll(sample, () => spellings[index] ?? '');
    }
  }
  return result.replaceAll(SAMPLE.germanPlural, () => names.germanPlural).replaceAll(SAMPLE.german, () => names.german);
}
