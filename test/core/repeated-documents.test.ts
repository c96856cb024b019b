import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';

const api = useApi();

/** Documents that come often are compiled: nobody may be able to tell. */
const TIMES = 5;

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
  ['the defaults of what is left out', {}, 3],
  ['what is given', { limit: 7, sortBy: 'STATUS', sortOrder: 'DESC' }, 7],
])('%s count each time', async (_, variables, limit) => {
  const answer = { data: { partnerApplications: { pageInfo: { limit } } }, errors: undefined };
  expect(await inTurn(variables)).toEqual(Array.from({ length: TIMES }, () => answer));
});

test.each([
  ['null for what must not be null', { limit: null }],
  ['a value that there is not', { sortBy: 'COLOUR' }],
  ['another type', { limit: 'seven' }],
])('%s is refused alike each time', async (_, variables) => {
  const [first, ...others] = await inTurn(variables);

  expect(first?.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  for (const other of others) expect(other).toEqual(first);
});
