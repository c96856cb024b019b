import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function parsed(value: unknown): number {
  if (Number.isSafeInteger(value)) return Number(value);
  throw new GraphQLError('MinorUnits must be a whole number from -9007199254740991 to 9007199254740991.');
}

/** GraphQL's Int ends at 21 million dollars. */
export const MinorUnits = new GraphQLScalarType<number, number>({
  name: 'MinorUnits',
  description:
    'An amount in whole minor units of its currency, such as cents. From -9007199254740991 to 9007199254740991.',
  serialize: parsed,
  parseValue: parsed,
  parseLiteral: (node) => parsed(node.kind === Kind.INT ? Number(node.value) : undefined),
});
