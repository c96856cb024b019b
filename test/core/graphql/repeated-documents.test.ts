import fc, { type GeneratorValue } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../../src/schema.ts';
import { useApi } from '../../support/api.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { generatedRequest } from '../../support/oracles/document.generator.ts';
import { givenPartner } from '../../support/given/partners.ts';

const api = useApi();

/** A document is planned when it first arrives, and its plan is kept. No answer may reveal that. */
const TIMES = 5;

/** A long run sets more; `document-answers.test.ts` compares many more with graphql-js. */
const DOCUMENTS = Number(process.env['GENERATED_DOCUMENTS'] ?? 60);

beforeAll(async () => {
  await givenApplication(api);
  await givenPartner(api);
});

const LIST = `query ($limit: Int! = 3, $sortBy: PartnerApplicationSortField! = COMPANY_NAME, $sortOrder: SortOrder = ASC) {
  partnerApplications(limit: $limit, sortBy: $sortBy, sortOrder: $sortOrder) { pageInfo { limit } }
}`;

const inTurn = async (variables: object) => {
  const answers = [];
  for (let count = 0; count < TIMES; count++) answers.push(await api.ask(api.admin, LIST, variables));
  return answers.map(({ data, errors }) => ({
    data,
    errors: errors?.map(({ message, extensions }) => ({ message, code: extensions?.['code'] })),
  }));
};

test.each([
  ['the defaults of omitted values', {}, 3],
  ['the given values', { limit: 7, sortBy: 'STATUS', sortOrder: 'DESC' }, 7],
])('%s count each time', async (_, variables, limit) => {
  const answer = { data: { partnerApplications: { pageInfo: { limit } } }, errors: undefined };
  expect(await inTurn(variables)).toEqual(Array.from({ length: TIMES }, () => answer));
});

test.each([
  ['null for what must not be null', { limit: null }],
  ['an unknown value', { sortBy: 'COLOR' }],
  ['another type', { limit: 'seven' }],
])('%s is refused in the same way each time', async (_, variables) => {
  const [first, ...others] = await inTurn(variables);

  expect(first?.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  for (const other of others) expect(other).toEqual(first);
});

/** If several fields make the whole answer null, the one whose read ends first is reported, as in graphql-js. */
const withoutChance = (answer: string): string => {
  const text = answer.replace(/"requestId":"[^"]+"/g, '');
  return text.includes('"data":null') ? text.replace(/"locations":\[[^\]]*\],"path":\[[^\]]*\],/g, '') : text;
};

test('E11: generated documents have the same answer each time', { timeout: 3_600_000 }, async () => {
  const schema = await createSchema();
  const headers = { authorization: `Bearer ${api.admin.accessToken}` };
  const ends = new Set<number>();
  const property = fc.asyncProperty(fc.gen(), async (draw: GeneratorValue) => {
    const { source, ...others } = generatedRequest(draw, schema, { conditional: true, operation: 'query' });
    const answers = new Set<string>();
    for (let time = 0; time < TIMES; time++) {
      const response = await api.post({ query: source, ...others }, headers);
      ends.add(response.status);
      answers.add(withoutChance(await response.text()));
    }
    expect([...answers]).toHaveLength(1);
  });
  await fc.assert(property, { numRuns: DOCUMENTS, seed: 20_261_129 });

  expect(ends).toEqual(new Set([200, 400]));
});
