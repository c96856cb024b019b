import {
  BREAK,
  defaultFieldResolver,
  GraphQLID,
  GraphQLString,
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

/** Computed once per operation. graphql-js computes it again for each run and row. */
export interface QueryPlan {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  fields: PlannedField[];
}

export interface PlannedField {
  key: string;
  node: FieldNode;
  nodes: readonly FieldNode[];
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  resolve: GraphQLField<unknown, unknown>['resolve'];
  isPlain: boolean;
  /** A plain field whose texts are the answer as they are. */
  isText: boolean;
  value: PlannedValue;
}

/** A type without its wrappers. One of the last three is set. */
export interface PlannedValue {
  nonNull: boolean;
  leaf: GraphQLLeafType | undefined;
  item: PlannedValue | undefined;
  fields: PlannedField[] | undefined;
}

/** Undefined for directives, abstract types, `isTypeOf` and introspection: graphql-js must run those. */
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

  const valueOf = (outputType: GraphQLOutputType, nodes: readonly FieldNode[]): PlannedValue | undefined => {
    const nonNull = isNonNullType(outputType);
    const nullable = nonNull ? outputType.ofType : outputType;
    const value: PlannedValue = { nonNull, leaf: undefined, item: undefined, fields: undefined };
    if (isLeafType(nullable)) value.leaf = nullable;
    else if (isListType(nullable)) value.item = valueOf(nullable.ofType, nodes);
    else if (!isAbstractType(nullable) && !nullable.isTypeOf) {
      value.fields = fieldsOf(nullable, collectSubfields(schema, fragments, {}, nullable, nodes));
    }
    return value.leaf || value.item || value.fields ? value : undefined;
  };
  const fieldOf = (parentType: GraphQLObjectType, key: string, nodes: readonly FieldNode[]) => {
    const [node] = nodes;
    const definition = node && definitionOf(parentType, node.name.value);
    const value = definition && valueOf(definition.type, nodes);
    if (!value || key === '__proto__') return undefined;
    const resolve = definition.resolve === defaultFieldResolver ? undefined : definition.resolve;
    const isPlain = value.leaf !== undefined && !resolve && definition.args.length === 0;
    const isText = isPlain && (value.leaf === GraphQLString || value.leaf === GraphQLID);
    return { key, node, nodes, parentType, definition, resolve, isPlain, isText, value };
  };
  const fieldsOf = (parentType: GraphQLObjectType, selected: Map<string, readonly FieldNode[]>) => {
    const fields = Array.from(selected, ([key, nodes]) => fieldOf(parentType, key, nodes));
    return fields.every((field) => field !== undefined) ? fields : undefined;
  };

  const fields = fieldsOf(type, collectFields(schema, fragments, {}, type, operation.selectionSet));
  return fields && { schema, operation, fragments, fields };
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
