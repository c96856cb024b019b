import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLLeafType,
} from 'graphql';
import { LITERALS } from './rest.literals.ts';
import type { FieldMap, RestOperation } from './rest.operation.ts';

export type Place = 'parameters' | 'query' | 'body' | 'headers';

/** A parameter, header or field of a body, with its type in the schema. */
export interface RestField {
  name: string;
  /** The variable that it sets: `['input', 'companyName']`. */
  variable: readonly string[];
  /** Its argument or input field in the schema, with description and default. */
  definition: GraphQLArgument | GraphQLInputField;
  type: GraphQLLeafType;
  /** A list in the schema. The REST API takes one entry. */
  isList: boolean;
  isRequired: boolean;
  /** Values of an enum, by their spelling in the REST API. */
  values: ReadonlyMap<unknown, string> | undefined;
}

/** Finds the fields of a part of an operation in the schema. @throws Error if one does not exist there */
export function fieldsIn(
  place: Place,
  operation: RestOperation,
  root: GraphQLField<unknown, unknown>,
): ReadonlyMap<string, RestField> {
  const map: FieldMap = operation[place] ?? {};
  const fields = Object.entries(map).map(([name, path]) => fieldOf(name, path.split('.'), operation, root));
  return new Map(fields.map((field) => [field.name, field]));
}

function fieldOf(
  name: string,
  variable: readonly string[],
  { operationName, required }: RestOperation,
  root: GraphQLField<unknown, unknown>,
): RestField {
  const definition = definitionAt(root, variable);
  const type = definition && getNamedType(definition.type);
  if (!isLeafType(type)) throw new Error(`${operationName}: ${variable.join('.')} is no argument of ${root.name}.`);
  return {
    name,
    variable,
    definition,
    type,
    isList: isListType(getNullableType(definition.type)),
    isRequired: isRequiredIn(definition) || required?.includes(name) === true,
    values: isEnumType(type)
      ? new Map(type.getValues().map((each) => [wireOf(type.name, each.name), each.name]))
      : undefined,
  };
}

function definitionAt(
  root: GraphQLField<unknown, unknown>,
  [first, ...others]: readonly string[],
): GraphQLArgument | GraphQLInputField {
  let found: GraphQLArgument | GraphQLInputField | undefined = root.args.find((arg) => arg.name === first);
  for (const name of others) {
    const type = found && getNamedType(found.type);
    found = isInputObjectType(type) ? type.getFields()[name] : undefined;
  }
  if (!found) throw new Error(`${root.name} has no argument ${[first, ...others].join('.')}.`);
  return found;
}

const isRequiredIn = (definition: GraphQLArgument | GraphQLInputField): boolean =>
  isRequiredArgument(definition) || isRequiredInputField(definition);

/** A value of an enum as the REST API spells it. */
export const wireOf = (type: string, value: string): string => LITERALS[type]?.[value] ?? value;
