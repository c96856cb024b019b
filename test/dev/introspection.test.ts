import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';

const api = useApi();

/** Introspection queries of explorers, in their longest form. */
const EVERYTHING = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

test.each([getIntrospectionQuery(), EVERYTHING])(
  'an explorer gets the schema with introspection query %#',
  async (query) => {
    const { data, errors } = await api.ask(undefined, query);

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('"name":"PartnerApplication"');
  },
);

test('limits the introspection queries of an explorer', async () => {
  const tenTimes = (name: string, what: string) => `fragment ${name} on __Schema { ${`${what} `.repeat(10)} }`;
  const fragments = [tenTimes('A', 'description'), tenTimes('B', '...A'), tenTimes('C', '...B'), tenTimes('D', '...C')];

  const { errors } = await api.ask(undefined, `{ __schema { ...D } } ${fragments.join(' ')}`);

  expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});
