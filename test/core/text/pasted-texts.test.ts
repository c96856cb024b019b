import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { forbiddenIn, tidyLine, tidyLines } from '../../../src/core/text/text.tidy.ts';
import { useApi } from '../../support/api.ts';
import { counts, givenApplication, submit, validInput } from '../../support/given/applications.ts';
import { givenPartner, mailedToken } from '../../support/given/partners.ts';
import { anyText, FORBIDDEN, PASTED, SHOWS_NOTHING } from '../../support/texts/pasted.texts.ts';

const api = useApi({ WORKER: 'on' });

test.each(PASTED)('F6: %s: stores the visible text', async (_from, pasted, line, lines = line) => {
  const { data, errors } = await submit(api, validInput({ companyName: pasted, motivation: pasted }));

  expect(errors).toBeUndefined();
  const id = data?.submitPartnerApplication.applicationId;
  const [row] = await api.rows('select company_name, motivation from partner_application where id = $1', [id]);
  expect(row).toEqual({ company_name: line, motivation: lines });
});

test.each(SHOWS_NOTHING)('F6: %s: refused as blank', async (_name, text) => {
  const before = await counts(api);

  const { errors } = await submit(api, validInput({ companyName: text, motivation: text, website: text }));

  expect(errors?.[0]?.extensions.fields).toEqual(
    expect.arrayContaining([
      {
        path: 'input.companyName',
        message: 'must have 1 to 200 characters',
        rule: 'LENGTH',
        params: { min: 1, max: 200 },
      },
      {
        path: 'input.motivation',
        message: 'must have 1 to 5000 characters',
        rule: 'LENGTH',
        params: { min: 1, max: 5000 },
      },
      {
        path: 'input.website',
        message: 'must have 1 to 2048 characters',
        rule: 'LENGTH',
        params: { min: 1, max: 2048 },
      },
    ]),
  );
  expect(await counts(api)).toEqual(before);
});

const paramsOf = (character: string) => ({ character, codePoint: character.split(' ', 1)[0] });

describe('F6: names a meaningless or deceptive character at its field, and stores nothing', () => {
  test.each(FORBIDDEN)('%j: %s', async (text, name) => {
    const before = await counts(api);

    const { errors } = await submit(
      api,
      validInput({ companyName: text, motivation: text, website: `https://b.example/${text}` }),
    );

    const message = `must not contain ${name}: remove it`;
    const problem = { message, rule: 'CHARACTER', params: paramsOf(name) };
    expect(errors?.[0]?.extensions.fields).toEqual(
      ['website', 'companyName', 'motivation']
        .map((field) => ({ path: `input.${field}`, ...problem }))
        .toSorted(byInput),
    );
    expect(await counts(api)).toEqual(before);
  });
});

const ORDER = ['input.companyName', 'input.website', 'input.motivation'];
const byInput = (one: { path: string }, other: { path: string }) => ORDER.indexOf(one.path) - ORDER.indexOf(other.path);

test('a search and a filter use the visible text, too', async () => {
  const id = await givenApplication(api, { companyName: 'Fähre Nord', industry: 'Zoe\u0308 & Co' });
  const query = `query ($filter: PartnerApplicationFilter) { partnerApplications(filter: $filter) { items { id } } }`;
  const found = async (filter: object) => (await api.ask(api.admin, query, { filter })).data;

  const one = { partnerApplications: { items: [{ id }] } };
  expect(await found({ search: '\u2068Fa\u0308hre\u00a0Nord\u2069\n' })).toEqual(one);
  expect(await found({ industry: ['\tZoë\u00a0& Co\u200b'] })).toEqual(one);
  await api.rows(`update partner_application set industry = U&'Zo\\00eb\\00a0& Co' where id = $1`, [id]); // as before this was tidied
  expect(await found({ industry: ['Zoë\u00a0& Co'] })).toEqual(one);
});

test('a filter names the character that it refuses', async () => {
  const query = `{ partnerApplications(filter: { industry: ["ok", "a\\u0007"] }) { items { id } } }`;

  const { errors } = await api.ask(api.admin, query);

  expect(errors?.[0]?.extensions.fields).toEqual([
    {
      path: 'filter.industry',
      message: 'must not contain U+0007 (bell): remove it',
      rule: 'CHARACTER',
      params: { character: 'U+0007 (bell)', codePoint: 'U+0007' },
    },
  ]);
});

describe('a new password is never changed', () => {
  let accept: (password: string) => Promise<{ fields: unknown; email: string }>;
  beforeAll(() => {
    accept = async (password) => {
      const { email } = await givenPartner(api);
      await api.ask(undefined, 'mutation ($email: String!) { requestPasswordReset(email: $email) }', { email });
      const token = await mailedToken(api, email, 'user.password_reset_requested');
      const query = 'mutation ($t: String!, $p: String!) { resetPassword(token: $t, password: $p) }';
      const { errors } = await api.ask(undefined, query, { t: token, p: password });
      return { fields: errors?.[0]?.extensions.fields, email };
    };
  });
  const signIn = 'mutation ($email: String!, $p: String!) { signIn(email: $email, password: $p) { accessToken } }';

  test.each([
    ' two  spaces\u00a0and ë ',
    'Zoe\u0308 Zoe\u0308 Zoe\u0308',
    '👨\u200d👩\u200d👧 ❤\ufe0f 12345678',
    'نرم\u200cافزار نرم\u200cافزار',
  ])('accepts %j unchanged', async (password) => {
    const { fields, email } = await accept(password);

    expect(fields).toBeUndefined();
    expect((await api.ask(undefined, signIn, { email, p: password })).errors).toBeUndefined();
    const other = await api.ask(undefined, signIn, { email, p: `${password} ` });
    expect(other.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test.each([
    ['correct horse\u200b battery', 'U+200B (zero width space)'],
    ['\ufeffcorrect horse battery', 'U+FEFF (byte order mark)'],
    ['correct horse battery\n', 'U+000A (line feed)'],
    ['correct\thorse battery', 'U+0009 (tab)'],
    ['correct \u2068horse\u2069 battery', 'U+2068 (an invisible character)'],
    ['correct horse\u0000battery', 'U+0000 (null)'],
    ['correct horse \ud800 battery', 'U+D800 (half a character)'],
  ])('refuses %j, which cannot be retyped', async (password, name) => {
    const { fields } = await accept(password);

    expect(fields).toEqual([
      {
        path: 'password',
        message: `must not contain ${name}: remove it`,
        rule: 'CHARACTER',
        params: paramsOf(name),
      },
    ]);
  });
});

test.each([
  ['one line', tidyLine],
  ['several lines', tidyLines],
])('tidying %s is idempotent, and creates no forbidden character', (_, tidy) => {
  fc.assert(
    fc.property(anyText, (given) => {
      const once = tidy(given);

      expect(tidy(once)).toBe(once);
      expect(once).toBe(once.trim());
      expect(forbiddenIn(once) === undefined || forbiddenIn(given) !== undefined).toBe(true);
    }),
    { numRuns: 5_000, seed: 76 },
  );
});
