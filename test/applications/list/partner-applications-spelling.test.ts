import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { NOT_FOUND, SPELLINGS } from '../../support/texts/spellings.ts';

const api = useApi();

const SEARCH = `query ($search: String!) {
  partnerApplications(filter: { search: $search }) { items { companyName } }
}`;

interface Found {
  partnerApplications: { items: { companyName: string }[] };
}

async function search(text: string): Promise<string[] | undefined> {
  const { data } = await api.ask<Found>(api.admin, SEARCH, { search: text });
  return data?.partnerApplications.items.map(({ companyName }) => companyName);
}

/** Names in several spellings, past the rules of the product, because rows can be older than a rule. */
const rename = (id: string, companyName: string) =>
  api.rows('update partner_application set company_name = $1 where id = $2', [companyName, id]);

let renamed = '';

beforeAll(async () => {
  for (const spelling of SPELLINGS) {
    const id = await givenApplication(api, { companyName: 'Unnamed', contactName: 'Ada' });
    await rename(id, spelling.name);
  }
  renamed = await givenApplication(api, { companyName: 'Unnamed', contactName: 'Ada' });
});

test.each(SPELLINGS.flatMap(({ name, found }) => found.map((text) => ({ name, text }))))(
  '$text finds $name',
  async ({ name, text }) => {
    expect(await search(text)).toEqual([name]);
  },
);

test.each(NOT_FOUND)('%s matches no name', async (text) => {
  expect(await search(text)).toEqual([]);
});

/** Other spellings, each of the whole text. */
const REWRITES: Record<string, (text: string) => string> = {
  'capital letters': (text) => text.toUpperCase(),
  'small letters': (text) => text.toLowerCase(),
  'accents apart': (text) => text.normalize('NFD'),
  'accents joined': (text) => text.normalize('NFC'),
  'no accents': (text) =>
    text
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .normalize('NFC'),
  'full width': (text) =>
    text.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xff01 - 0x21)),
  'wide spaces': (text) => text.replaceAll(' ', ' \u00a0\u2003'),
  'curly quotes': (text) => text.replaceAll("'", '’').replaceAll('"', '“'),
  'long dashes': (text) => text.replaceAll('-', '–'),
  'ss for ß': (text) => text.replaceAll('ß', 'ss'),
  'soft hyphens': (text) => text.replaceAll('e', 'e\u00ad'),
};

const WORDS = [
  'Müller',
  'Straße',
  "O'Neil",
  'Nord-Süd',
  'smørrebrød',
  'Łódź',
  'Ωmega',
  'Ёлка',
  'ガス',
  'Noël',
  '24',
  'A&B',
];
const rewrite = fc.constantFrom(...Object.keys(REWRITES));
const rewrites = fc.array(rewrite, { maxLength: 3 });
const rewritten = (text: string, ways: string[]) => ways.reduce((so, way) => REWRITES[way]?.(so) ?? so, text);

test('any spelling of a name finds any other', async () => {
  const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(words, rewrites, rewrites, async (parts, stored, asked) => {
      const text = `Qqzz ${parts.join(' ')}`;
      const companyName = rewritten(text, stored);
      await rename(renamed, companyName);

      expect(await search(rewritten(text, asked))).toEqual([companyName]);
    }),
    { seed: 11, numRuns: 120 },
  );
});
