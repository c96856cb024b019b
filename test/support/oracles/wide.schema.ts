import { setTimeout } from 'node:timers/promises';
import {
  buildSchema,
  GraphQLError,
  isEnumType,
  isObjectType,
  isScalarType,
  responsePathAsArray,
  valueFromASTUntyped,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

const FIELDS = /* GraphQL */ `
  id: ID!
  name: String
  int: Int
  float: Float!
  flag: Boolean
  color: Color
  colors: [Color!]!
  moment: Moment
  ints: [Int!]
  matrix: [[Int]!]
  constructor: String
  hasOwnProperty: Int
  method(n: Int = 2): Int
  later: String
  muchLater: Int!
  echo(
    a: Int
    text: String! = "t"
    list: [Int!]! = [1]
    nested: [[Int]]
    color: Color
    moment: Moment
    outer: Outer
    choice: Choice
    toString: Boolean
    id: ID
    float: Float
  ): String
  child: Thing
  sure: Thing!
  soon: Thing
  things: [Thing!]!
  loose: [Thing]
  pairs: [[Thing!]]
  throws: String
  throwsSurely: String!
  rejects: Int
  rejectsSurely: Int!
  rejectsLate: String!
  throwsText: String
  errorValue: Thing
  nothing: String!
  noThing: Thing!
  wrongInt: Int
  bigInt: Float
  notFinite: Float
  minusZero: Float
  wrongColor: Color
  wrongMoment: Moment!
  noList: [Int]
  laterList: [Int]
  itemsFail: [Thing]
  itemsSurelyFail: [Int!]
`;

const SDL = /* GraphQL */ `
  enum Color { RED GREEN BLUE }
  scalar Moment
  input Inner { number: Int!, text: String = "x", list: [Int!], constructor: String, deeper: Inner }
  input Outer { inner: Inner, inners: [Inner!], color: Color, moment: Moment, nested: [[Int!]], number: Int! = 5 }
  input Choice @oneOf { a: Int, b: String }
  interface Named { name: String, child: Thing, nothing: String! }
  type Other implements Named { name: String, child: Thing, nothing: String!, int: String }
  type Thing implements Named { ${FIELDS} either: Either, eitherLater: Either!, named: Named, nameds: [Named] }
  union Either = Thing | Other
  type Query { ${FIELDS} either: Either, eitherLater: Either!, named: Named, nameds: [Named] }
  type Mutation { ${FIELDS} }
`;

async function* numbers() {
  yield 1;
}

/** The parent of fields without a resolver. Created each time, so that runs share nothing. */
const thing = (): object => ({
  __typename: 'Thing',
  id: 7,
  name: 'n\u2028"\\',
  int: 0,
  float: 1.5,
  flag: false,
  color: 0,
  colors: new Set([0, '', 'blue']),
  moment: new Date(0),
  ints: [1, 2],
  matrix: [[1, null], []],
  constructor: 'c',
  hasOwnProperty: 3,
  method: ({ n }: { n: number | null }) => n,
  later: Promise.resolve('l'),
  nothing: null,
  noThing: undefined,
  wrongInt: 'x',
  bigInt: 10n,
  notFinite: Number.POSITIVE_INFINITY,
  minusZero: -0,
  wrongColor: 'PURPLE',
  wrongMoment: 'never',
  noList: 'text',
  errorValue: new Error('a value'),
  itemsSurelyFail: [1, new Error('an item'), Promise.reject(new Error('a late item'))].map(watched),
});

/** An unhandled rejection must not end the process. */
function watched<Value>(value: Value): Value {
  if (value instanceof Promise) value.catch(() => undefined);
  return value;
}

const RESOLVERS: Record<string, GraphQLFieldResolver<unknown, unknown>> = {
  muchLater: async () => {
    for (let tick = 0; tick < 5; tick++) await Promise.resolve();
    return 5;
  },
  echo: (_source, args: unknown, context, info) =>
    JSON.stringify([
      args,
      context,
      info.fieldName,
      responsePathAsArray(info.path),
      info.path.typename,
      info.fieldNodes.map(({ loc }) => loc?.start),
      String(info.returnType),
      String(info.parentType),
      info.variableValues,
      info.operation.name?.value,
      Object.keys(info.fragments),
      info.rootValue,
    ]),
  child: thing,
  sure: thing,
  soon: async () => thing(),
  things: () => [thing(), thing()],
  loose: () => [thing(), null, Promise.resolve(thing()), undefined],
  pairs: async () => [[thing()], [thing(), thing()], null],
  throws: () => {
    throw new Error('thrown');
  },
  throwsSurely: () => {
    throw new GraphQLError('thrown surely', { extensions: { code: 'OWN' } });
  },
  rejects: () => Promise.reject(new Error('rejected')),
  rejectsSurely: async () => {
    throw new Error('rejected surely');
  },
  rejectsLate: async () => {
    await setTimeout(0);
    throw new Error('rejected late');
  },
  throwsText: () => {
    // oxlint-disable-next-line typescript/only-throw-error
    throw 'text';
  },
  laterList: () => numbers(),
  itemsFail: () => [thing(), new Error('an item'), watched(Promise.reject(new Error('a late item'))), 3],
  either: () => ({ ...thing(), __typename: 'Other' }),
  eitherLater: async () => thing(),
  named: () => ({ ...thing(), __typename: 'Nobody' }),
  nameds: () => [thing(), { __typename: 'Other', name: Promise.resolve('o'), int: 4 }],
};

const INTERNAL: Record<string, unknown> = { RED: 0, GREEN: '', BLUE: 'blue' };

function momentOf(value: unknown): Date {
  if (value === 'plain') throw new Error('a plain error');
  if (typeof value !== 'string') throw new GraphQLError('Moment must be text');
  return new Date(value);
}

/** A schema with every kind of type, value and failure in GraphQL. Our own schema lacks several. */
export function wideSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type) && type.name === 'Color') for (const one of type.getValues()) one.value = INTERNAL[one.name];
    if (isScalarType(type) && type.name === 'Moment') {
      type.serialize = (value) => (value instanceof Date ? value.toISOString() : undefined);
      type.parseValue = momentOf;
      type.parseLiteral = (node) => momentOf(valueFromASTUntyped(node));
    }
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const own = Object.hasOwn(RESOLVERS, field.name) ? RESOLVERS[field.name] : undefined;
      const resolve = own ?? (['Query', 'Mutation'].includes(type.name) ? ofThing : undefined);
      if (resolve) field.resolve = resolve;
    }
  }
  return schema;
}

const ofThing: GraphQLFieldResolver<unknown, unknown> = (_source, args, _context, { fieldName }) => {
  const value: unknown = Reflect.get(thing(), fieldName);
  return typeof value === 'function' ? (value as (given: object) => unknown)(args) : value;
};
