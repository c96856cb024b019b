import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  print,
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { wireOf } from '../rest.fields.ts';
import { refTo, worded, type Json } from './openapi.wording.ts';

const SCALARS: Readonly<Record<string, Json>> = {
  ID: { type: 'string', format: 'uuid' },
  String: { type: 'string' },
  Int: { type: 'integer', format: 'int32' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  Date: { type: 'string', format: 'date' },
};

/** Schemas that several parts of the document use, by name. */
export class SharedSchemas {
  readonly all = new Map<string, Json>();
  /** The selection that a type's own name stands for. */
  readonly #selections = new Map<string, string>();

  /** @throws Error for a type that the document does not know */
  leaf(type: GraphQLNamedType): Json {
    if (isEnumType(type)) return this.#enum(type);
    const scalar = SCALARS[type.name];
    if (!scalar) throw new Error(`The OpenAPI document does not know ${type.name}.`);
    return scalar;
  }

  /** An answer with its selected fields. `otherName` names it if the type already stands for another selection. */
  answer(type: GraphQLOutputType, selection: SelectionSetNode | undefined, otherName?: string): Json {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return { type: 'array', items: this.answer(nullable.ofType, selection) };
    const named = getNamedType(type);
    const schema =
      isObjectType(named) && selection ? this.#object(named.name, selection, named, otherName) : this.leaf(named);
    return isNonNullType(type) ? schema : orNull(schema);
  }

  #object(
    name: string,
    selection: SelectionSetNode,
    type: Parameters<typeof isObjectType>[0],
    otherName: string | undefined,
  ): Json {
    const text = print(selection);
    const isOwn = (this.#selections.get(name) ?? text) === text;
    const shared = isOwn ? name : otherName;
    if (isOwn) this.#selections.set(name, text);
    if (shared && this.all.has(shared)) return refTo('schemas', shared);
    if (!isObjectType(type)) return {};
    const properties: Json = {};
    for (const node of selection.selections) {
      if (node.kind !== Kind.FIELD) continue;
      const field = type.getFields()[node.name.value];
      if (!field) continue;
      const description = worded(field.description);
      const schema = this.answer(field.type, node.selectionSet);
      properties[field.name] = { ...schema, ...(description ? { description } : {}) };
    }
    const description = worded(type.description);
    const schema = {
      type: 'object',
      ...(description ? { description } : {}),
      properties,
      required: Object.keys(properties),
    };
    return shared ? this.add(shared, schema) : schema;
  }

  #enum(type: GraphQLEnumType): Json {
    if (this.all.has(type.name)) return refTo('schemas', type.name);
    const values = type.getValues().map(({ name, description }) => ({ value: wireOf(type.name, name), description }));
    const lines = values.flatMap(({ value, description }) =>
      description ? [`- \`${value}\`: ${worded(description)}`] : [],
    );
    const description = [worded(type.description), lines.join('\n')].filter(Boolean).join('\n\n');
    const schema = { type: 'string', enum: values.map(({ value }) => value) };
    return this.add(type.name, description ? { ...schema, description } : schema);
  }

  add(name: string, schema: Json): Json {
    if (this.all.has(name)) throw new Error(`Two schemas of the OpenAPI document have the name ${name}.`);
    this.all.set(name, schema);
    return refTo('schemas', name);
  }
}

/** OpenAPI 3.1 has the types of JSON Schema, with null as one of them. */
export const orNull = (schema: Json): Json =>
  typeof schema['type'] === 'string'
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: [schema, { type: 'null' }] };
