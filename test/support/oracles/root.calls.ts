import {
  buildSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  visit,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';
import { textOf } from './documents.ts';
import { examples, type Example } from './examples.ts';

/** Arguments of a root field by their names. Those of a field below it are named `overTime_interval`. */
export type Given = Record<string, unknown>;

/** A root field, and its example. */
export interface RootCall {
  kind: 'query' | 'mutation';
  field: string;
  args: readonly GraphQLArgument[];
  type: GraphQLOutputType;
  example: Example;
}

/** All root fields of schema.graphql. */
export const rootCalls: readonly RootCall[] = rootCallsOf(buildSchema(textOf('schema.graphql')));

function rootCallsOf(schema: ReturnType<typeof buildSchema>): RootCall[] {
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => callOf(kind, field));
  });
}

function callOf(kind: RootCall['kind'], { name, args, type }: GraphQLField<unknown, unknown>): RootCall {
  const example = examples.find(({ rootFields }) => rootFields.includes(name));
  if (!example) throw new Error(`docs/operations.graphql has no example of ${name}.`);
  return { kind, field: name, args: [...args, ...argumentsBelow(type)], type, example };
}

/** Returns the arguments in the example of a root field, with these variables instead of its own. */
export function exampleArguments({ field, example }: RootCall, variables = example.variables): Given {
  const given: Given = {};
  visit(parse(example.text), {
    Field: (node: FieldNode, _key, _parent, _path, ancestors) => {
      const isRoot = node.name.value === field;
      const isBelow = ancestors.some((each) => 'kind' in each && each.kind === Kind.FIELD && each.name.value === field);
      for (const { name, value } of isRoot || isBelow ? (node.arguments ?? []) : []) {
        const passed = valueFromASTUntyped(value, variables);
        if (passed !== undefined) given[isRoot ? name.value : `${node.name.value}_${name.value}`] = passed;
      }
    },
  });
  return given;
}

/** Returns the document that selects all fields, with these arguments as variables. */
export function documentOf({ kind, field, args, type }: RootCall, given: Given): string {
  const used = args.filter(({ name }) => name in given);
  const declared = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = used.filter(({ name }) => !name.includes('_')).map(({ name }) => `${name}: $${name}`);
  return `${kind} ${declared && `(${declared})`} { ${field}${inBrackets(passed)} ${selectionOf(type, given)} }`;
}

const inBrackets = (parts: string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '');

function selectionOf(answer: GraphQLOutputType, given: Given, depth = 3): string {
  const type = getNamedType(answer);
  if (!isObjectType(type)) return '';
  const chosen = Object.values(type.getFields()).filter(
    (field) =>
      (depth > 1 || !isObjectType(getNamedType(field.type))) &&
      field.args.every((arg) => !isRequired(arg) || `${field.name}_${arg.name}` in given),
  );
  const selected = chosen.map((field) => {
    const passed = field.args.map(({ name }) => name).filter((name) => `${field.name}_${name}` in given);
    const call = field.name + inBrackets(passed.map((name) => `${name}: $${field.name}_${name}`));
    return `${call} ${selectionOf(field.type, given, depth - 1)}`;
  });
  return `{ __typename ${selected.join(' ')} }`;
}

export const isRequired = ({ type, defaultValue }: GraphQLArgument): boolean =>
  isNonNullType(type) && defaultValue === undefined;

/** As deep as the selection. */
function argumentsBelow(answer: GraphQLOutputType, depth = 3): GraphQLArgument[] {
  const type = getNamedType(answer);
  if (!isObjectType(type) || depth === 0) return [];
  const found = Object.values(type.getFields()).flatMap((field) => [
    ...field.args.map((arg) => ({ ...arg, name: `${field.name}_${arg.name}` })),
    ...argumentsBelow(field.type, depth - 1),
  ]);
  return [...new Map(found.map((arg) => [arg.name, arg])).values()];
}

/** Returns the arguments with another value at a place. Other filters of the example are left out: they hide rows. */
export function withValue(given: Given, [first = '', ...rest]: readonly string[], value: unknown): Given {
  const { filter: _, ...others } = given;
  return { ...others, [first]: nested(first === 'filter' ? undefined : given[first], rest, value) };
}

function nested(given: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (first === '0') return [nested(Array.isArray(given) ? given[0] : undefined, rest, value)];
  const object = (given ?? {}) as Record<string, unknown>;
  return { ...object, [first]: nested(object[first], rest, value) };
}
