import { stdSerializers, type LoggerOptions } from 'pino';

/** What holds for every log. */
export const LOG_OPTIONS = {
  // Never logged, whatever object it is part of; `rawPacket` is a request that Node could not read.
  redact: ['*.password', '*.token', '*.authorization', '*.cookie', 'req.headers', 'err.rawPacket'],
  serializers: { err: (error: unknown) => (isErrorLike(error) ? stdSerializers.err(withoutRowValues(error)) : error) },
} satisfies LoggerOptions;

/** pg-boss makes plain objects of some errors. */
const isErrorLike = (value: unknown): value is Error => typeof Object(value).message === 'string';

/**
 * An error as a log may hold it: PostgreSQL's details and MikroORM's messages hold the values of rows, which are nobody's
 * business. So do those that are its cause or part of it.
 */
function withoutRowValues(error: Error, around: readonly unknown[] = []): Error {
  if ('severity' in error) return briefly(error);
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(told);
    if (!isErrorLike(value)) return value;
    return around.includes(value) ? undefined : withoutRowValues(value, [...around, error]);
  };
  const own = Object.entries(Object.getOwnPropertyDescriptors(error)).map(([name, { enumerable }]) => [
    name,
    { enumerable, value: told(Reflect.get(error, name)) },
  ]);
  return Object.create(Object.getPrototypeOf(error), Object.fromEntries(own));
}

/** What of an error of PostgreSQL's is about no row. */
function briefly(error: Error & { code?: unknown; constraint?: unknown; table?: unknown }): Error {
  const { name, message, stack = '', code, constraint, table } = error;
  const [firstOfMessage] = message.split('\n');
  const [first, ...others] = stack.split('\n');
  const told = Object.assign(new Error(firstOfMessage), { name, code, constraint, table });
  told.stack = [first, ...others.filter((line) => /^\s+at /.test(line))].join('\n');
  return told;
}

/** Names that a caller chose: enough of one to know it again. */
export const brief = (name: string | null | undefined): string | undefined => name?.slice(0, 100);
