import { Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { PAGES } from '../../../bench/trials/page.operations.ts';
import { PROFILED, SCALED, TENANTS, USUAL } from '../../../bench/trials/operations.ts';
import { planOf } from '../../../src/core/graphql/documents/query.plan.ts';
import { createSchema } from '../../../src/schema.ts';
import { filesUnder, some, textOf } from '../../support/oracles/documents.ts';

let schema: GraphQLSchema;
beforeAll(async () => void (schema = await createSchema()));

/** Names of the operations that graphql-js must run, at a third of the speed. */
function unplanned({ kind, definitions }: DocumentNode): string[] {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return some(definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION))
    .filter((operation) => !planOf(schema, { kind, definitions: [operation, ...fragments] }, operation))
    .map(({ name }) => name?.value ?? '');
}

const pages = filesUnder('web/src', '.graphql').map((path) => textOf(path));
const measured = some([...USUAL, ...SCALED, ...PROFILED, ...TENANTS, ...PAGES]).map(({ document }) => document);

test.each([
  ['the documentation', [textOf('docs/operations.graphql')]],
  ['the pages', [pages.join('\n')]],
  ['the benchmark', measured],
])('each operation of %s has a plan', (_, documents) => {
  const missing = documents.flatMap((document) => unplanned(parse(document)));

  expect(missing).toEqual([]);
});

test.each([
  ['a condition', 'query ($role: Boolean! = true) { viewer { role @include(if: $role) } }'],
  ['an introspection query', '{ __schema { queryType { name } } }'],
  ['a reserved name of JavaScript', '{ viewer { __proto__: role } }'],
])('graphql-js runs %s', (_, document) => {
  expect(unplanned(parse(document))).toHaveLength(1);
});
