import { createRequire } from 'node:module';
import { buildSchema, execute, parse, type GraphQLSchema } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { isAdmin, isSignedIn, protect, type RootFieldRules } from '../../src/core/graphql/permissions.ts';
import { inTurn, ruleBy } from '../../src/core/limits/shield.ts';

const require = createRequire(import.meta.url);
const { rule }: typeof import('graphql-shield') = require('graphql-shield');

const typeDefs = 'type Thing { name: String } type Query { mine: Thing } type Mutation { change: Boolean }';
const rules: RootFieldRules = { Query: { mine: isSignedIn }, Mutation: { change: isAdmin } };

describe('B2: rules and schema must match', () => {
  test('as they do in the product', () => {
    expect(() => protect(buildSchema(typeDefs), [rules])).not.toThrow();
  });

  test.each([
    ['a query', typeDefs.replace('mine', 'theirs: Thing mine'), 'Query.theirs'],
    ['a mutation', typeDefs.replace('change', 'drop: Boolean change'), 'Mutation.drop'],
    ['a subscription', `${typeDefs} type Subscription { changes: Boolean }`, 'Subscription.changes'],
    ['a property of every object', typeDefs.replace('mine', 'constructor: Thing mine'), 'Query.constructor'],
    ['a root type by another name', `${typeDefs} type Q { x: Int } schema { query: Q mutation: Mutation }`, 'Q.x'],
  ])('%s without a rule does not build', (_, text, field) => {
    expect(() => protect(buildSchema(text), [rules])).toThrow(`No permission rule for ${field}`);
  });

  test.each<[string, RootFieldRules]>([
    ['a query', { Query: { nothing: isSignedIn } }],
    ['a mutation', { Mutation: { nothing: isSignedIn } }],
  ])('a rule for the missing %s does not build', (_, more) => {
    expect(() => protect(buildSchema(typeDefs), [rules, more])).toThrow('nothing');
  });

  test('two rules for one field do not build, because the laxer one could win', () => {
    expect(() => protect(buildSchema(typeDefs), [rules, { Query: { mine: isAdmin } }])).toThrow(
      'Two permission rules for Query.mine',
    );
  });

  test('only root fields are wrapped', () => {
    const plain = buildSchema(typeDefs);
    const guarded = protect(plain, [rules]);

    expect(resolversOf(guarded, 'Query').mine).not.toBe(resolversOf(plain, 'Query').mine);
    expect(resolversOf(guarded, 'Mutation').change).not.toBe(resolversOf(plain, 'Mutation').change);
    expect(resolversOf(guarded, 'Thing')).toEqual(resolversOf(plain, 'Thing'));
  });
});

function resolversOf(of: GraphQLSchema, typeName: string): Record<string, unknown> {
  const type = of.getType(typeName);
  const fields = type && 'getFields' in type ? Object.values(type.getFields()) : [];
  return Object.fromEntries(fields.map((field) => [field.name, 'resolve' in field ? field.resolve : undefined]));
}

describe('B2: where the library no longer wraps', () => {
  const middleware: { applyMiddleware: unknown } = require('graphql-middleware');
  const { applyMiddleware } = middleware;
  afterAll(() => void (middleware.applyMiddleware = applyMiddleware));

  test('nothing starts', () => {
    middleware.applyMiddleware = (unguarded: GraphQLSchema) => unguarded;

    const start = () => protect(buildSchema(typeDefs), [rules]);

    expect(start).toThrow('No permission check wraps Query.mine, Mutation.change');
  });
});

describe('B4: a rule that throws denies the call', () => {
  const fail = () => {
    throw new Error('the database is down');
  };
  const throwing = ruleBy(fail);
  const rejecting = ruleBy(async () => fail());
  const allowing = ruleBy(() => true);

  // RootFieldRules refuses shield's own `not` and `or` at compile time, because they allow calls if a rule throws.
  test.each([
    ['alone', throwing],
    ['later', rejecting],
    ['before one that allows', inTurn(throwing, allowing)],
    ['after one that allows', inTurn(allowing, rejecting)],
    ['of shield', rule({ cache: 'no_cache' })(fail)],
    ['of shield, later', rule({ cache: 'no_cache' })(async () => fail())],
  ])('%s', async (_, throws) => {
    let ran = false;
    const guarded = protect(buildSchema(typeDefs), [{ Query: { mine: throws }, Mutation: { change: throws } }]);
    const mine = () => {
      ran = true;
      return { name: 'told' };
    };

    const { data, errors = [] } = await execute({
      schema: guarded,
      document: parse('{ a: mine { name } b: mine { name } }'),
      rootValue: { mine },
      contextValue: {},
    });

    expect(data).toEqual({ a: null, b: null });
    expect(errors.map(({ originalError }) => originalError)).toMatchObject([
      { code: 'FORBIDDEN' },
      { code: 'FORBIDDEN' },
    ]);
    expect(ran).toBe(false);
  });
});
