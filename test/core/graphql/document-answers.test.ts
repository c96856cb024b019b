import { setImmediate } from 'node:timers/promises';
import fc, { type GeneratorValue } from 'fast-check';
import {
  buildSchema,
  execute,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, expect, test, vi } from 'vitest';
import { gatewayOf, plannedExecution } from '../../../src/core/graphql/documents/query.executor.ts';
import { planOf } from '../../../src/core/graphql/documents/query.plan.ts';
import { generatedRequest, type GeneratedRequest } from '../../support/oracles/document.generator.ts';
import { wideSchema } from '../../support/oracles/wide.schema.ts';

/** Documents of each kind; a long run sets more. */
const DOCUMENTS = Number(process.env['GENERATED_DOCUMENTS'] ?? 1_000);
const SEED = 20_261_129;
const TIMES = 5;

const schema = wideSchema();
const context = { who: 'somebody' };
type Executor = (asked: object) => Promise<ExecutionResult>;
async function executorOf(of: GraphQLSchema): Promise<Executor> {
  const { executor } = await gatewayOf(of, plannedExecution(of)).load({ apollo: {} });
  return executor as unknown as Executor;
}

let executor: Executor;
beforeAll(async () => void (executor = await executorOf(schema)));

/** Exactly: keys and errors in order, with everything that a client sees. */
const written = (result: ExecutionResult) =>
  JSON.stringify(result.errors ? { ...result, errors: result.errors.map((error) => error.toJSON()) } : result);

/** Sends the same to both, and returns the results. */
async function expectAlike(document: DocumentNode, { source, operationName, variables }: GeneratedRequest) {
  const options = { contextValue: context, variableValues: variables, operationName, hideSuggestions: true };
  const answer = await execute({ schema, document, ...options });
  const expected = written(answer);
  for (let time = 1; time <= TIMES; time++) {
    const result = await executor({ document, context, request: { operationName, variables } });
    expect({ source, variables, answer: written(result) }).toEqual({ source, variables, answer: expected });
  }
  if (!answer.errors) return 'answered';
  return answer.data === undefined ? 'refused' : answer.data === null ? 'nothing' : 'partly';
}

test.each([
  ['with a plan', { conditional: false }],
  ['with conditions, and with types that depend on the value', { conditional: true }],
])('E11: every answer equals that of graphql-js: documents %s', { timeout: 3_600_000 }, async (_, options) => {
  const seen = { planned: 0, answered: 0, partly: 0, nothing: 0, refused: 0 };
  const property = fc.asyncProperty(fc.gen(), async (draw: GeneratorValue) => {
    const request = generatedRequest(draw, schema, options);
    const document = parse(request.source);
    expect({ ...request, problems: validate(schema, document) }).toEqual({ ...request, problems: [] });
    const operation = getOperationAST(document, request.operationName);
    if (operation && planOf(schema, document, operation)) seen.planned++;
    seen[await expectAlike(document, request)]++;
  });
  await fc.assert(property, { numRuns: DOCUMENTS, seed: SEED });

  expect(Math.min(...Object.values(seen))).toBeGreaterThan(DOCUMENTS / 100);
});

test('shows only the start of a long value in an error', async () => {
  const small = buildSchema('type Query { list(filter: Filter): Int } input Filter { text: String }');
  const document = parse('query ($f: Filter) { list(filter: $f) }');
  const variables = { f: { text: 'x'.repeat(10_000), ['y'.repeat(10_000)]: 1, other: 1 } };

  const ask = await executorOf(small);
  const { errors = [] } = await ask({ document, context, request: { variables } });

  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Variable "\$f" got invalid value { text: "x+…; Field "y+…$/),
    expect.stringMatching(
      /^Variable "\$f" got invalid value { text: "x+…; Field "other" is not defined by type "Filter"\.$/,
    ),
  ]);
  expect(errors.every(({ message }) => message.length < 500)).toBe(true);
});

test('an item that fails after its list does not end the process', async () => {
  const small = buildSchema('type Query { items: [Item!] } type Item { late: String! }');
  const { promise, reject } = Promise.withResolvers();
  const items = small.getQueryType()?.getFields()['items'];
  Object.assign(items ?? {}, { resolve: () => [{ late: promise }, null] });
  const unhandled = vi.fn<() => void>();
  process.on('unhandledRejection', unhandled);

  const ask = await executorOf(small);
  const result = await ask({ document: parse('{ items { late } }'), context, request: {} });
  reject(new Error('too late'));
  await setImmediate();

  process.off('unhandledRejection', unhandled);
  expect(JSON.parse(written(result))).toMatchObject({ data: { items: null }, errors: [{ path: ['items', 1] }] });
  expect(unhandled).not.toHaveBeenCalled();
});
