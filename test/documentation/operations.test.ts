import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { some, textOf } from '../support/oracles/documents.ts';
import { examples, source, useExamples } from '../support/oracles/examples.ts';

const { api, variablesOf, headersOf } = useExamples(3);

test('every operation of the schema has an example', () => {
  const schema = buildSchema(textOf('schema.graphql'));
  const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );

  expect(new Set(examples.flatMap(({ rootFields }) => rootFields))).toEqual(new Set(operations));
});

describe.each(some(examples))('$name', (example) => {
  test('has a description', () => {
    expect(example.purpose).toMatch(/^[A-Z].*\.$/s);
  });

  test('is answered without an error', async () => {
    const query = { query: example.text, variables: await variablesOf(example) };

    const response = await api.post(query, await headersOf(example));

    expect(await response.json()).toEqual({
      data: Object.fromEntries(example.rootFields.map((field) => [field, expect.anything()])),
    });
  });
});

const sections = source
  .split(/^# -+ /m)
  .slice(1)
  .map((section) => ({ title: section.split('\n')[0], query: section.replace(/^.*\n/, '') }));

test.each(sections)('the section $title runs in the explorer', async ({ query }) => {
  const response = await api.post({ query, operationName: 'NoneOfThem' });

  // Apollo validates the document before it selects an operation.
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
});

test('the examples of a list and its next page return applications', async () => {
  const answers = await Promise.all(
    ['ListPartnerApplications', 'NextPartnerApplications'].map(async (name) => {
      const example = examples.find((each) => each.name === name);
      const variables = example && (await variablesOf(example));
      return api.ask<{ partnerApplications: { items: { companyName: string }[] } }>(
        api.admin,
        example?.text ?? '',
        variables,
      );
    }),
  );

  const [listed, next] = answers.map(({ data }) => data?.partnerApplications.items ?? []);
  expect(listed?.length).toBeGreaterThan(0);
  expect(new Set(listed?.map(({ companyName }) => companyName))).toEqual(new Set(['Bright Solutions']));
  expect(next?.length).toBeGreaterThan(0);
});
