import { beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../../src/schema.ts';
import { useApi } from '../../support/api.ts';
import { placesOf } from '../../support/oracles/argument.places.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';

const api = useApi();
const texts = placesOf(await createSchema()).filter(({ type }) => type === 'String');
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

/** These arguments are not written by people and only compared, or checked later. */
const AS_THEY_ARE: Record<string, string> = {
  after: 'a cursor of ours',
  timeZone: 'one of a list',
  'updateCompany(input.countryCode)': 'one of a list',
  'signIn(password)': 'compared with its hash: any password that was ever set',
  'changePassword(currentPassword)': 'compared with its hash: any password that was ever set',
  'confirmIdentity(password)': 'compared with its hash: any password that was ever set',
  ...Object.fromEntries(
    ['companyName', 'contactName', 'contactEmail', 'contactPhone', 'subscriptionTier'].map((name) => [
      `importClientAccounts(input.rows.0.${name})`,
      'a value of a file, whose result names the character: see its own test file',
    ]),
  ),
};

test.each(texts.filter(({ path, argument }) => !(argument in AS_THEY_ARE) && !(path in AS_THEY_ARE)))(
  'F1: has a rule for texts, which names a forbidden character: $path',
  async ({ query, argument }) => {
    const actors = [undefined, api.admin, reseller.actor];

    const answers = await Promise.all(actors.map((actor) => api.ask(actor, query, { value: 'abc\u0007defghijkl' })));

    const fields = answers.flatMap(({ errors }) => errors?.flatMap(({ extensions }) => extensions.fields ?? []) ?? []);
    expect(fields).toContainEqual({
      path: argument,
      message: 'must not contain U+0007 (bell): remove it',
      rule: 'CHARACTER',
      params: { character: 'U+0007 (bell)', codePoint: 'U+0007' },
    });
  },
);

test.each(Object.keys(AS_THEY_ARE))('every exception is in the schema: %s', (name) => {
  expect(texts.some(({ path, argument }) => name === path || name === argument)).toBe(true);
});
