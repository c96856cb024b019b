import {
  getNamedType,
  getOperationAST,
  isEnumType,
  isObjectType,
  Kind,
  parse,
  validate,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Call } from '../core/graphql/documents/query.executor.ts';
import { fieldsIn, type Place, type RestField } from './rest.fields.ts';
import { LITERALS } from './rest.literals.ts';
import type { RestOperation } from './rest.operation.ts';

/** Enums of an answer that the REST API spells differently: `{ items: { companySize: { SIZE_1_10: '1-10' } } }`. */
export interface Spelling {
  readonly [field: string]: Spelling | Readonly<Record<string, string>>;
}

/** A row of the table with its document and types. */
export interface BoundOperation {
  row: RestOperation;
  call: Pick<Call, 'document' | 'operation'>;
  /** The root field, whose value is the answer. */
  root: GraphQLField<unknown, unknown>;
  /** Selected fields of the answer. */
  selection: SelectionSetNode | undefined;
  fields: Record<Place, ReadonlyMap<string, RestField>>;
  /** Names of the REST API by the paths in errors: `input.companyName`. */
  names: ReadonlyMap<string, string>;
  /** Enums of the answer, or undefined if all keep their values. */
  spelling: Spelling | undefined;
}

/** Parses and validates a stored operation. @throws Error if it does not fit the schema */
export function bind(row: RestOperation, schema: GraphQLSchema): BoundOperation {
  const document = parse(row.document);
  const errors = validate(schema, document);
  if (errors[0]) throw new Error(`${row.operationName}: ${errors[0].message}`);
  const operation = getOperationAST(document, row.operationName);
  const [node] = operation?.selectionSet.selections ?? [];
  const type = operation && schema.getRootType(operation.operation);
  const root = node?.kind === Kind.FIELD ? type?.getFields()[node.name.value] : undefined;
  if (!operation || !root || node?.kind !== Kind.FIELD) throw new Error(`${row.operationName} has no root field.`);
  const fields = {
    parameters: fieldsIn('parameters', row, root),
    query: fieldsIn('query', row, root),
    body: fieldsIn('body', row, root),
    headers: fieldsIn('headers', row, root),
  };
  const all = Object.values(fields).flatMap((each) => [...each.values()]);
  const names = new Map(all.map(({ name, variable }) => [variable.join('.'), name]));
  const selection = node.selectionSet;
  return { row, call: { document, operation }, root, selection, fields, names, spelling: spellingOf(root.type, node) };
}

function spellingOf(output: GraphQLOutputType, { selectionSet }: FieldNode): Spelling | undefined {
  const type = getNamedType(output);
  if (!isObjectType(type)) return undefined;
  const spelled = (selectionSet?.selections ?? []).flatMap((node) => {
    if (node.kind !== Kind.FIELD) return [];
    const field = type.getFields()[node.name.value];
    const inner = field && getNamedType(field.type);
    const spelling = isEnumType(inner) ? LITERALS[inner.name] : field && spellingOf(field.type, node);
    return spelling ? [[node.name.value, spelling] as const] : [];
  });
  return spelled.length > 0 ? Object.fromEntries(spelled) : undefined;
}
