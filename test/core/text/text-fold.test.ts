import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

/** Characters of the first two planes, which have all letters, between two others, because the place in a word matters. */
const CHARACTERS = `select chr(code) as letter from generate_series(1, x'1ffff'::int) as code
  where code not between x'd800'::int and x'dfff'::int`;

test('folding is idempotent for every character', async () => {
  const changed = await database.rows(
    `select letter from (select letter, fold_text('b ' || letter || 'd') as once from (${CHARACTERS}) as characters) as folded
     where fold_text(once) <> once`,
  );

  expect(changed).toEqual([]);
});

test('a letter folds like its capital', async () => {
  // Iota below a Greek letter becomes a separate letter in capitals. Some old Slavonic letters share a capital.
  const different = await database.rows(
    `select letter from (${CHARACTERS}) as characters where fold_text(upper(letter collate natural_order)) <> fold_text(letter)
     and letter !~ '[\\u0345\\u1c80-\\u1c88\\u1f80-\\u1ffc]'`,
  );

  expect(different).toEqual([]);
});

test('plain ASCII folds like all other text', async () => {
  const [folded] = await database.rows(
    `select fold_text(ascii) as ascii, fold_text(ascii || 'é') as more from
     (select string_agg(chr(code), '' order by code) || 'B' as ascii from generate_series(32, 126) as code) as characters`,
  );

  expect(folded?.['more']).toBe(`${String(folded?.['ascii'])}e`);
});

test.each([
  ['Bauer', 'Bauer'], // the umlaut of Baur would not be written so
  ['Quelle', 'Quelle'],
])('ue after a vowel or q is not an umlaut: %s', async (text) => {
  const [row] = await database.rows('select search_text($1) as search', [text]);

  expect(row).toEqual({ search: text.toLowerCase() });
});
