import {
  BREAK,
  defaultFieldResolver,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

/** What graphql-js works out again in each run and for each row, worked out once for an operation. */
export interface QueryPlan {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  fields: PlannedField[];
}

export interface PlannedField {
  /** Its name in the answer. */
  key: string;
  /** Gives the name and the arguments. */
  node: FieldNode;
  /** Every place that asks for it, this one first. */
  nodes: readonly FieldNode[];
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** Undefined if the value is a property of its parent's. */
  resolve: GraphQLField<unknown, unknown>['resolve'];
  /** A scalar or an enum that is a property of the parent's. */
  isPlain: boolean;
  value: PlannedValue;
}

/** A type without its wrappers: one of the last three is there. */
export interface PlannedValue {
  nonNull: boolean;
  leaf: GraphQLLeafType | undefined;
  item: PlannedValue | undefined;
  fields: PlannedField[] | undefined;
}

/** Thrown in here only: the operation has something that no plan can say in advance. */
class Unplanned extends Error {}

/**
 * The plan of an operation in a valid document, or undefined if graphql-js itself has to run it: with directives, whose fields
 * depend on variables; with types that depend on the value (interfaces, unions, `isTypeOf`); with questions about the schema.
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): QueryPlan | undefined {
  const type = schema.getRootType(operation.operation);
  if (!type || operation.operation === OperationTypeNode.SUBSCRIPTION || hasDirectives(document)) return undefined;
  const fragments: QueryPlan['fragments'] = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }

  const valueOf = (outputType: GraphQLOutputType, nodes: readonly FieldNode[]): PlannedValue => {
    const nonNull = isNonNullType(outputType);
    const nullable = nonNull ? outputType.ofType : outputType;
    const value: PlannedValue = { nonNull, leaf: undefined, item: undefined, fields: undefined };
    if (isLeafType(nullable)) value.leaf = nullable;
    else if (isListType(nullable)) value.item = valueOf(nullable.ofType, nodes);
    else if (isAbstractType(nullable) || nullable.isTypeOf) throw new Unplanned();
    else value.fields = fieldsOf(nullable, collectSubfields(schema, fragments, {}, nullable, nodes));
    return value;
  };
  const fieldsOf = (parentType: GraphQLObjectType, fields: Map<string, readonly FieldNode[]>): PlannedField[] =>
    Array.from(fields, ([key, nodes]) => {
      const [node] = nodes;
      const definition = node && definitionOf(parentType, node.name.value);
      if (!definition || key === '__proto__') throw new Unplanned();
      const resolve = definition.resolve === defaultFieldResolver ? undefined : definition.resolve;
      const value = valueOf(definition.type, nodes);
      const isPlain = value.leaf !== undefined && !resolve && definition.args.length === 0;
      return { key, node, nodes, parentType, definition, resolve, isPlain, value };
    });

  try {
    const fields = fieldsOf(type, collectFields(schema, fragments, {}, type, operation.selectionSet));
    return { schema, operation, fragments, fields };
  } catch (error) {
    if (error instanceof Unplanned) return undefined;
    throw error;
  }
}

function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

const definitionOf = (parentType: GraphQLObjectType, name: string): PlannedField['definition'] | undefined =>
  name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parentType.getFields()[name];
