import {
  BREAK,
  coerceInputValue,
  getNamedType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  isValueNode,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { DomainError, invalidInput, type FieldProblem } from '../domain.error.ts';

const UNLIKE_SCHEMA = 'is missing, or not of the type that the schema asks for';

type Inputs = Record<string, unknown>;

/** graphql-js's errors about variables, each with the place that it is about as its cause, and without the value. */
export function ofVariables(errors: readonly GraphQLError[], schema: GraphQLSchema, inputs: Inputs): GraphQLError[] {
  const untold = new Map<VariableDefinitionNode, FieldProblem[]>();
  return errors.map((error) => {
    const [definition] = error.nodes ?? [];
    if (definition?.kind !== Kind.VARIABLE_DEFINITION) return withCause(error, tooMany());
    const problems = untold.get(definition) ?? problemsOf(definition, schema, inputs, errors.length);
    untold.set(definition, problems);
    const unknown = { path: definition.variable.name.value, message: UNLIKE_SCHEMA };
    return withCause(error, invalidInput([problems.shift() ?? unknown]));
  });
}

/**
 * The same of errors while the document runs. There graphql-js locates an error at a value only if a variable left an argument
 * without a valid one; all others are located at fields.
 */
export function ofArguments(errors: readonly GraphQLError[], document: DocumentNode): GraphQLError[] {
  return errors.map((error) => {
    const [node] = error.nodes ?? [];
    const path = node && isValueNode(node) ? argumentOf(document, node) : undefined;
    return path === undefined ? error : withCause(error, invalidInput([{ path, message: UNLIKE_SCHEMA }]));
  });
}

/** Of all objects in variables together: a hundred applications in one document have 1,500. */
const MOST_FIELDS = 2_000;

/** Whether variables are refused unread: graphql-js writes out the whole object for each field of it that it does not know. */
export function hasTooManyFields(variables: Inputs): boolean {
  let fields = 0;
  const left: object[] = [variables];
  for (let next = left.pop(); next && fields <= MOST_FIELDS; next = left.pop()) {
    const values: unknown[] = Object.values(next);
    if (!Array.isArray(next)) fields += values.length;
    for (const value of values) if (typeof value === 'object' && value !== null) left.push(value);
  }
  return fields > MOST_FIELDS;
}

export const tooManyFields = (): GraphQLError => withCause(new GraphQLError('Too many fields.'), tooMany());

const tooMany = () => new DomainError('BAD_USER_INPUT', 'Too many fields are not valid.', { fields: [] });

const withCause = ({ message, nodes, path }: GraphQLError, originalError: DomainError) =>
  new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, originalError });

/** Ends a coercion of which enough is known. */
class Enough extends Error {}

/** In graphql-js's order, because it asks the same function. Empty if the variable itself is missing. */
function problemsOf(definition: VariableDefinitionNode, schema: GraphQLSchema, inputs: Inputs, most: number) {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  const problems: FieldProblem[] = [];
  if (!isInputType(type) || !Object.hasOwn(inputs, name)) return problems;
  const note = (place: Place, value: unknown, { message }: GraphQLError) => {
    const isGiven = value !== null && value !== undefined;
    const isSafe = isGiven && repeatsNoValue(getNamedType(typeAt(type, place)));
    problems.push({ path: printed(name, place), message: isSafe ? message : UNLIKE_SCHEMA });
    if (problems.length === most) throw new Enough();
  };
  try {
    coerceInputValue(inputs[name], type, note, true);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return problems;
}

/** Whether messages about values of a type are free of them: they speak of fields, or are of a scalar of ours. */
const repeatsNoValue = (type: GraphQLNamedType | undefined): boolean =>
  isInputObjectType(type) || (isScalarType(type) && !isSpecifiedScalarType(type));

type Place = readonly (string | number)[];

function typeAt(type: GraphQLInputType, place: Place): GraphQLInputType | undefined {
  const [key, ...deeper] = place;
  if (key === undefined) return type;
  if (isNonNullType(type)) return typeAt(type.ofType, place);
  // A single value may stand for a list of one.
  if (isListType(type)) return typeAt(type.ofType, typeof key === 'number' ? deeper : place);
  const field = isInputObjectType(type) ? type.getFields()[key] : undefined;
  return field && typeAt(field.type, deeper);
}

const printed = (name: string, place: Place): string =>
  place.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${key}`), name);

function argumentOf(document: DocumentNode, value: ValueNode): string | undefined {
  let found: string | undefined;
  visit(document, {
    Argument: (argument) => {
      if (argument.value !== value) return undefined;
      found = argument.name.value;
      return BREAK;
    },
  });
  return found;
}
