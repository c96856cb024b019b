import { isEnumType, isNonNullType } from 'graphql';
import { limitsOf } from '../../core/graphql/field.limits.ts';
import type { BoundOperation } from '../rest.binding.ts';
import { wireOf, type RestField } from '../rest.fields.ts';
import { EXAMPLES } from './openapi.examples.ts';
import { orNull, type SharedSchemas } from './openapi.schemas.ts';
import { capitalized, operationIdOf, worded, type Json } from './openapi.wording.ts';

const IF_MATCH =
  'The `ETag` of the answer that the change is based on, or `*`. If someone else has changed it since, the answer is 412. Without this header, the last change wins.';

/** Parameters of the path and the query, and headers. */
export function parametersOf(bound: BoundOperation, schemas: SharedSchemas): Json[] {
  const { parameters, query, headers } = bound.fields;
  const inPath = [...parameters.values()].map((field) => parameterOf(bound, field, 'path', schemas));
  const inQuery = [...query.values()].map((field) => parameterOf(bound, field, 'query', schemas));
  const inHeaders = [...headers.values()].map((field) =>
    field.name === 'If-Match' ? ifMatch : parameterOf(bound, field, 'header', schemas),
  );
  return [...inPath, ...inQuery, ...inHeaders, ...(bound.row.isCacheable ? [ifNoneMatch] : [])];
}

const ifMatch: Json = {
  name: 'If-Match',
  in: 'header',
  description: IF_MATCH,
  schema: { type: 'string' },
  example: '"3"',
};
const ifNoneMatch: Json = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of an earlier answer. If nothing has changed since, the answer is 304 without a body.',
  schema: { type: 'string' },
  example: '"3"',
};

function parameterOf(bound: BoundOperation, field: RestField, place: string, schemas: SharedSchemas): Json {
  const description = worded(field.definition.description);
  return {
    name: field.name,
    in: place,
    ...(description ? { description } : {}),
    ...(field.isRequired ? { required: true } : {}),
    schema: valueOf(bound, field, schemas),
  };
}

/** The body, or undefined if the operation has none. */
export function bodyOf(bound: BoundOperation, schemas: SharedSchemas): Json | undefined {
  const fields = [...bound.fields.body.values()];
  if (fields.length === 0) return undefined;
  const { operationName } = bound.row;
  const example = EXAMPLES[operationName];
  if (!example) throw new Error(`openapi.examples.ts has no body for ${operationName}.`);
  const properties = fields.map((field) => {
    const description = worded(field.definition.description);
    return [field.name, { ...propertyOf(bound, field, schemas), ...(description ? { description } : {}) }] as const;
  });
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const schema = schemas.add(`${capitalized(operationIdOf(operationName))}Body`, {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  });
  return { required: true, content: { 'application/json': { schema, example } } };
}

function propertyOf(bound: BoundOperation, field: RestField, schemas: SharedSchemas): Json {
  const schema = valueOf(bound, field, schemas);
  return field.isRequired || isNonNullType(field.definition.type) ? schema : orNull(schema);
}

/** The type with the limits that validate it. */
function valueOf({ root }: BoundOperation, { type, variable, definition }: RestField, schemas: SharedSchemas): Json {
  const { rules, length, range } = limitsOf(root, variable);
  const { defaultValue } = definition;
  return {
    ...schemas.leaf(type),
    ...(rules.has('EMAIL') ? { format: 'email' } : {}),
    ...(length?.min === undefined ? {} : { minLength: length.min }),
    ...(length?.max === undefined ? {} : { maxLength: length.max }),
    ...(range?.min === undefined ? {} : { minimum: range.min }),
    ...(range?.max === undefined ? {} : { maximum: range.max }),
    ...(defaultValue === undefined
      ? {}
      : { default: isEnumType(type) ? wireOf(type.name, String(type.serialize(defaultValue))) : defaultValue }),
  };
}
