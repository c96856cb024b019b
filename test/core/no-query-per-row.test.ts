import {
  buildSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLOutputType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../support/api.ts';
import { textOf } from '../support/oracles/documents.ts';
import { examples, useExamples, type Examples } from '../support/oracles/examples.ts';
import { statementsOf } from '../support/statements.ts';

/** The number of items in every list of an operation: a full page. */
const MANY = 20;
const one = useExamples(1);
const many = useExamples(MANY);

describe('twenty rows take as many statements as one', () => {
  test.each(examples)('$name', async (example) => {
    await expectAsManyAsForOne(async ({ api, variablesOf, headersOf }) => {
      const query = { query: example.text, variables: await variablesOf(example) };
      const headers = await headersOf(example);
      return statementsOf(async () => {
        const answer = (await (await api.post(query, headers)).json()) as Answer<object>;
        expect(answer.errors).toBeUndefined();
      });
    });
  });

  // All nested fields, including later ones.
  test.each(rootFieldsToList())('$name with all nested fields', async ({ name, text }) => {
    await expectAsManyAsForOne(async ({ api, reseller }) => {
      const actor = (await api.ask(api.admin, text)).errors ? reseller().actor : api.admin;
      return statementsOf(async () => {
        const { data, errors } = await api.ask(actor, text);
        expect(errors).toBeUndefined();
        if (api === many.api && !GROUPED.has(name)) expect(itemsOf(data?.[name]).length).toBeGreaterThanOrEqual(MANY);
      });
    });
  });

  test('a partner is deactivated', async () => {
    await expectAsManyAsForOne(({ api, reseller }) =>
      statementsOf(async () => {
        const text = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { isActive } }';
        const { data } = await api.ask(api.admin, text, { id: reseller().resellerId });
        expect(data).toEqual({ updatePartnerAccount: { isActive: false } });
      }),
    );
  });
});

/** Lists of groups, because many rows may be one group, and lists of a limited length. */
const GROUPED = new Set(['clientPlans', 'eventTypes', 'gettingStarted', 'ownApplications']);

/** Does the same with one row of everything and with many. */
async function expectAsManyAsForOne(work: (world: Examples) => Promise<string[]>): Promise<void> {
  const few = await work(one);
  const sent = await work(many);

  expect(kindsOf(sent)).toEqual(kindsOf(few));
}

/** Statements by their start, because IDs differ from run to run. */
const kindsOf = (statements: string[]): string[] =>
  statements
    .map((text) =>
      text
        .trim()
        .replaceAll(/'[^']*'/g, "'…'")
        .split(/\s+/, 5)
        .join(' '),
    )
    .toSorted();

/** Every list that needs no argument, with all nested fields. */
function rootFieldsToList(): { name: string; text: string }[] {
  const fields = Object.values(buildSchema(textOf('schema.graphql')).getQueryType()?.getFields() ?? {});
  return fields
    .filter(({ args, type }) => isList(type) && !args.some(isRequiredArgument))
    .map(({ name, type }) => ({ name, text: `{ ${name} ${selectionOf(type, 5)} }` }));
}

const isList = (type: GraphQLOutputType): boolean => {
  const named = getNamedType(type);
  return isListType(getNullableType(type)) || (isObjectType(named) && 'items' in named.getFields());
};

/** All fields to this depth. */
function selectionOf(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .filter((field) => levels > 1 || !isObjectType(getNamedType(field.type)))
    .map((field) => `${field.name} ${selectionOf(field.type, levels - 1)}`);
  return `{ ${fields.join(' ')} }`;
}

const itemsOf = (found: unknown): unknown[] =>
  Array.isArray(found) ? found : (Reflect.get(Object(found), 'items') as unknown[]);
