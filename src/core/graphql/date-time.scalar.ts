import { GraphQLError, GraphQLScalarType, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

/** From `2026-11-22 15:23:51.12+00`. PostgreSQL leaves out zeros at the end of a second. */
function fromPostgres(text: string): string {
  const milliseconds = text.slice(20, Math.min(text.length - 3, 23)).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
}

const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

function parsed(parse: () => Date): Date {
  const moment = readOrUndefined(parse);
  if (moment && moment.getTime() >= EARLIEST && moment.getTime() <= LATEST) return moment;
  throw new GraphQLError(
    'DateTime must be a time in RFC 3339 format, such as 2026-11-22T15:23:51Z, from year 1 to 9999 in UTC.',
  );
}

function readOrUndefined(parse: () => Date): Date | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

/** Lists pass PostgreSQL's text through, because two conversions per cell dominate a list's cost. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'A time in RFC 3339 format, from year 1 to 9999. Returned in UTC with milliseconds: `2026-11-22T15:23:51.120Z`.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : fromPostgres(String(value))),
  parseValue: (value) => parsed(() => GraphQLDateTimeISO.parseValue(value)),
  parseLiteral: (node: ValueNode) => parsed(() => GraphQLDateTimeISO.parseLiteral(node, {})),
});
