import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

/** `2026-11-22 15:23:51.12+00`, as PostgreSQL writes it in a UTC session, as RFC 3339 with milliseconds. */
function fromPostgres(text: string): string {
  const [date = '', time = ''] = text.replace('+00', '').split(' ');
  const [seconds = '', fraction = ''] = time.split('.');
  return `${date}T${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

/** Entities carry a Date; lists carry PostgreSQL's text, because two conversions a cell are the dearest part of a list. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment after RFC 3339, in UTC, with milliseconds: `2026-11-22T15:23:51.120Z`.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : fromPostgres(String(value))),
  parseValue: (value) => GraphQLDateTimeISO.parseValue(value),
  parseLiteral: (node) => GraphQLDateTimeISO.parseLiteral(node, {}),
});
