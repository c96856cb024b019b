import { stdSerializers, type LoggerOptions } from 'pino';
import { securityEvents } from '../telemetry/metrics.ts';

export const LOG_OPTIONS = {
  // `rawPacket` is the text of a request that Node could not parse.
  redact: ['*.password', '*.token', '*.authorization', '*.cookie', 'req.headers', 'err.rawPacket'],
  serializers: { err: (error: unknown) => (isErrorLike(error) ? stdSerializers.err(withoutRowValues(error)) : error) },
  hooks: {
    logMethod(line, method) {
      const event: unknown = Reflect.get(Object(line[0]), 'event');
      if (typeof event === 'string') securityEvents.inc({ event });
      method.apply(this, line);
    },
  },
} satisfies LoggerOptions;

const isErrorLike = (value: unknown): value is Error => typeof Object(value).message === 'string';

/** Removes row values, which PostgreSQL's details and MikroORM's messages contain. Applies to nested errors too. */
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

function briefly(error: Error & { code?: unknown; constraint?: unknown; table?: unknown }): Error {
  const { name, message, stack = '', code, constraint, table } = error;
  const [firstOfMessage] = message.split('\n');
  const [first, ...others] = stack.split('\n');
  const told = Object.assign(new Error(firstOfMessage), { name, code, constraint, table });
  told.stack = [first, ...others.filter((line) => /^\s+at /.test(line))].join('\n');
  return told;
}

export const brief = (name: string | null | undefined): string | undefined => name?.slice(0, 100);
