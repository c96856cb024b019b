import { registerEnumType } from 'type-graphql';

export enum Language {
  EN = 'EN',
  DE = 'DE',
}
registerEnumType(Language, {
  name: 'Language',
  description: 'Language of texts for people.',
  valuesConfig: { EN: { description: 'English.' }, DE: { description: 'German.' } },
});

/** Names languages and their weight, such as `de-AT;q=0.9`. */
const PREFERENCE = /^\s*(en|de)(?:-[\w-]+)?\s*(?:;\s*q=([\d.]+))?\s*$/i;

/** Returns the language of an `Accept-Language` header that its sender likes most, English by default. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const preferences = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .flatMap((text) => {
      const [, tag, weight = '1'] = PREFERENCE.exec(text) ?? [];
      return tag ? [{ language: Language[tag.toUpperCase() as Language], weight: Number(weight) || 0 }] : [];
    });
  const [most] = preferences.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight);
  return most?.language ?? Language.EN;
}
