import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { dayOf, type Day } from '../text/day.ts';

function parsed(value: unknown): Day {
  const day = typeof value === 'string' ? dayOf(value) : undefined;
  if (day !== undefined) return day;
  throw new GraphQLError('Date must be a day in RFC 3339 format, such as 2027-04-10, from year 1 to 9999.');
}

/** `Date` in GraphQL. In code, a day is text. */
export const PlainDate = new GraphQLScalarType<Day, Day>({
  name: 'Date',
  description:
    'A whole day in RFC 3339 format, from year 1 to 9999: `2027-04-10`. In UTC unless the field says otherwise.',
  serialize: parsed,
  parseValue: parsed,
  parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined),
});
