import {
  coerceInputValue,
  getNamedType,
  getVariableValues,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { DomainError, invalidInput } from '../../context/domain.error.ts';
import { UNLIKE_SCHEMA } from '../input.problems.ts';

type Values = Record<string, unknown>;
type Place = readonly (string | number)[];

/** The limit of graphql-js. Further errors are not reported. */
const MAX_ERRORS = 50;

/** A document with a hundred applications has 1,500 fields. */
const MAX_VALUES = 2_000;

/** Maximum characters of a value, a path or a reason in an error. */
const MAX_SHOWN = 200;

/** Stops a coercion at MAX_ERRORS. */
class Enough extends Error {}

/**
 * Coerces an operation's variables like graphql-js's `getVariableValues` (with `hideSuggestions`), but at a bounded
 * cost: graphql-js prints the whole value in each error.
 */
export function variableValues(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Values,
): { coerced: Values; errors?: undefined } | { errors: GraphQLError[] } {
  if (hasTooManyValues(given)) return { errors: [tooManyValues()] };
  const coerced: Values = Object.create(null);
  const errors: GraphQLError[] = [];
  const add = (reason: string, definition: VariableDefinitionNode, path: string, message = UNLIKE_SCHEMA) => {
    if (errors.length === MAX_ERRORS) throw new Enough();
    const cause = invalidInput([{ path: cut(path), message: cut(message), rule: 'TYPE' }]);
    errors.push(new GraphQLError(reason, { nodes: definition, originalError: cause }));
  };
  const written = inspectOnce();

  // Nobody reads the stacks of these errors, and they take most of the time: 50 errors, 26 ms or 3 ms.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    for (const definition of definitions) {
      const name = definition.variable.name.value;
      const type = typeFromAST(schema, definition.type);
      const value = Object.hasOwn(given, name) ? given[name] : null;
      if (value === null || !isInputType(type)) {
        const alone = getVariableValues(schema, [definition], given, { hideSuggestions: true });
        for (const { message } of alone.errors ?? []) add(message, definition, name);
        Object.assign(coerced, alone.coerced);
        continue;
      }
      const onError = (place: Place, wrong: unknown, { message }: GraphQLError) => {
        const path = printed(name, place);
        const at = place.length > 0 ? ` at "${cut(path)}"` : '';
        const reason = `Variable "$${name}" got invalid value ${written(wrong)}${at}; ${cut(message)}`;
        const isSafe = wrong != null && repeatsNoValue(getNamedType(typeAt(type, place)));
        add(reason, definition, path, isSafe ? message : undefined);
      };
      coerced[name] = coerceInputValue(value, type, onError, true);
    }
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    errors.push(tooManyErrors());
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return errors.length > 0 ? { errors } : { coerced: { ...coerced } };
}

function hasTooManyValues(variables: Values): boolean {
  let values = 0;
  const left: object[] = [variables];
  for (let next = left.pop(); next; next = left.pop()) {
    values += Array.isArray(next) ? next.length : Object.keys(next).length;
    if (values > MAX_VALUES) return true;
    for (const value of Object.values(next) as unknown[])
      if (typeof value === 'object' && value !== null) left.push(value);
  }
  return false;
}

const tooMany = (reason: string, message = reason): GraphQLError =>
  new GraphQLError(reason, { originalError: new DomainError('BAD_USER_INPUT', message, { fields: [] }) });

const tooManyValues = () => tooMany(`Variables can have at most ${MAX_VALUES} fields and list items.`);

const tooManyErrors = () =>
  tooMany(
    'Too many errors processing variables, error limit reached. Execution aborted.',
    'Too many fields are not valid.',
  );

const cut = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/** Prints each value once, because many errors can concern the same object. */
function inspectOnce(): (value: unknown) => string {
  const known = new Map<unknown, string>();
  return (value) => {
    const text = known.get(value) ?? cut(inspect(value));
    known.set(value, text);
    return text;
  };
}

/** Messages about input objects and our own scalars do not repeat the value. */
const repeatsNoValue = (type: GraphQLNamedType | undefined): boolean =>
  isInputObjectType(type) || (isScalarType(type) && !isSpecifiedScalarType(type));

function typeAt(type: GraphQLInputType, place: Place): GraphQLInputType | undefined {
  const [key, ...deeper] = place;
  if (key === undefined) return type;
  if (isNonNullType(type)) return typeAt(type.ofType, place);
  // GraphQL accepts a single value as a list of one.
  if (isListType(type)) return typeAt(type.ofType, typeof key === 'number' ? deeper : place);
  const field = isInputObjectType(type) ? type.getFields()[key] : undefined;
  return field && typeAt(field.type, deeper);
}

const printed = (name: string, place: Place): string =>
  place.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${key}`), name);
