import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { useApi } from '../support/api.ts';
import { counts, SUBMIT, submit, validInput } from '../support/given/applications.ts';
import { create, validClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

/** How each operation with an idempotency key is called. */
const OPERATIONS = {
  submitPartnerApplication: {
    input: () => validInput({ companyName: 'Zoë & Co', targetMarket: 'Shops\nand more' }),
    call: (input: object, key: string) => submit(api, input, key),
    literal: (input: string, key: string) =>
      `mutation { submitPartnerApplication(input: ${input}, idempotencyKey: "${key}") { applicationId statusUrl confirmation } }`,
  },
  createClientAccount: {
    input: () => validClient({ companyName: 'Zoë & Co' }),
    call: (input: object, key: string) => create(api, reseller.actor, input, key),
    literal: (input: string, key: string) =>
      `mutation { createClientAccount(input: ${input}, idempotencyKey: "${key}") { id } }`,
  },
};

type Input = Record<string, unknown>;
type Spelling = readonly [how: string, respell: (input: Input) => Input];

const BOTH: Spelling[] = [
  ['its fields in another order', (input) => Object.fromEntries(Object.entries(input).reverse())],
  ['null for omitted fields', (input) => ({ contactPhone: null, ...input })],
  ['text taken apart (NFD)', (input) => ({ ...input, companyName: 'Zoe\u0308 & Co' })],
  ['white space around and within', (input) => ({ ...input, companyName: ' Zoë \u00a0&\tCo\r\n' })],
  ['invisible characters', (input) => ({ ...input, companyName: '\u2068Zoë\u2069 &\u200b Co\ufeff' })],
  ['the address in capitals', (input) => ({ ...input, contactEmail: String(input['contactEmail']).toUpperCase() })],
];

const SPELLINGS: Record<keyof typeof OPERATIONS, Spelling[]> = {
  submitPartnerApplication: [
    ...BOTH,
    ['other line ends', (input) => ({ ...input, targetMarket: 'Shops\r\nand more\n' })],
    ['the website in another form', (input) => ({ ...input, website: 'HTTPS://Bright.Example./' })],
    ['the website without a scheme', (input) => ({ ...input, website: 'bright.example' })],
    ['all optional fields as null', (input) => ({ ...input, currentSolutions: null, additionalInformation: null })],
  ],
  createClientAccount: [
    ...BOTH,
    ['the default as a value', (input) => ({ ...input, billingOwnedByReseller: true })],
    ['null for the default', (input) => ({ ...input, billingOwnedByReseller: null })],
  ],
};

const OTHERS: Record<keyof typeof OPERATIONS, Spelling[]> = {
  submitPartnerApplication: [
    ['another name', (input) => ({ ...input, companyName: 'Zoe & Co' })],
    ['a name in capitals', (input) => ({ ...input, companyName: 'ZOË & CO' })],
    ['one value fewer', (input) => ({ ...input, targetMarket: undefined })],
    [
      'a value at another field',
      (input) => ({ ...input, targetMarket: null, currentSolutions: input['targetMarket'] }),
    ],
    ['http for https', (input) => ({ ...input, website: 'http://bright.example' })],
    ['another path', (input) => ({ ...input, website: 'https://bright.example/A' })],
    ['another size', (input) => ({ ...input, companySize: 'SIZE_1_10' })],
  ],
  createClientAccount: [
    ['another name', (input) => ({ ...input, companyName: 'Zoe & Co' })],
    ['billed by us', (input) => ({ ...input, billingOwnedByReseller: false })],
    ['a phone', (input) => ({ ...input, contactPhone: '1' })],
  ],
};

const tableOf = (table: Record<keyof typeof OPERATIONS, Spelling[]>) =>
  (Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]).flatMap((operation) =>
    table[operation].map(([how, respell]) => ({ operation, how, respell })),
  );

const stored = () =>
  Promise.all([
    counts(api),
    api.rows('select count(*) from client_account'),
    api.rows('select count(*) from audit_event'),
  ]);

describe('for an idempotency key, inputs that mean the same are the same', () => {
  test.each(tableOf(SPELLINGS))('$operation with $how', async ({ operation, respell }) => {
    const { input, call } = OPERATIONS[operation];
    const [given, key] = [input(), uuid()];
    const first = await call(given, key);
    const before = await stored();

    const again = await call(respell(given), key);

    expect(first.errors).toBeUndefined();
    expect(again).toEqual(first);
    expect(await stored()).toEqual(before);
  });

  test.each(Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[])(
    '%s with its values in the document',
    async (operation) => {
      const { input, call, literal } = OPERATIONS[operation];
      const [given, key] = [input(), uuid()];
      const first = await call(given, key);

      const fields = Object.entries(given).map(([name, value]) => {
        const text = /^(RESELLER|SIZE_)/.test(value) ? value : JSON.stringify(value);
        return `${name}: ${text}`;
      });
      const actor = operation === 'createClientAccount' ? reseller.actor : undefined;
      const again = await api.ask(actor, literal(`{ ${fields.reverse().join(', ')} }`, key));

      expect(again.errors).toBeUndefined();
      expect(first.data).toMatchObject(again.data ?? {});
    },
  );
});

describe('for an idempotency key, another input is a conflict, and nothing changes', () => {
  test.each(tableOf(OTHERS))('$operation with $how', async ({ operation, respell }) => {
    const { input, call } = OPERATIONS[operation];
    const [given, key] = [input(), uuid()];
    await call(given, key);
    const before = await stored();

    const { errors } = await call(respell(given), key);

    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY' } }]);
    expect(await stored()).toEqual(before);
  });
});

test('recognizes a key that the previous version stored', async () => {
  const [input, key] = [validInput(), uuid()];
  const first = await submit(api, input, key);
  // SHA-256 of the input as JSON, in the order of the request
  await api.rows(
    `update idempotency_key set input_hash = rtrim(translate(encode(sha256(convert_to($1, 'utf8')), 'base64'), '+/', '-_'), '=')
      where key_hash = (select key_hash from idempotency_key order by created_at desc limit 1)`,
    [JSON.stringify(await sentAs(input))],
  );

  expect(await submit(api, input, key)).toEqual(first);
});

/** In the order of the schema, with enums by their values. */
async function sentAs(input: Input): Promise<Input> {
  const type = (await createSchema()).getType('SubmitPartnerApplicationInput');
  const names = type && 'getFields' in type ? Object.keys(type.getFields()) : [];
  const given = names.filter((name) => name in input).map((name) => [name, input[name]]);
  return { ...Object.fromEntries(given), companySize: '11-50' };
}

test('these tests cover every operation with an idempotency key', async () => {
  const mutations = Object.values((await createSchema()).getMutationType()?.getFields() ?? {});
  const keyed = mutations.filter(({ args }) => args.some(({ name }) => name === 'idempotencyKey'));

  expect(keyed.map(({ name }) => name).toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
  expect(SUBMIT).toContain('idempotencyKey');
});
