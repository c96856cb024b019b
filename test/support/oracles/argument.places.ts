import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** A place in the schema for a value from the caller. */
export interface Place {
  /** `partnerApplications(filter.search)` */
  path: string;
  /** The name in errors: `filter.search`. */
  argument: string;
  /** The name of its scalar or enum. */
  type: string;
  /** A call with `$value` in this place, a variable of the right type, and with all other required values. */
  query: string;
}

type Given = GraphQLArgument | GraphQLInputField;
type Slot = Pick<Place, 'argument' | 'type'> & { variableType: string; text: string };

const NOBODY = '"01234567-89ab-7def-8123-456789abcdef"';
const SAMPLES: Record<string, string> = {
  Int: '1',
  Boolean: 'true',
  DateTime: '"2026-01-01T00:00:00Z"',
  Date: '"2026-01-01"',
  MinorUnits: '1',
  Currency: '"EUR"',
};

/** Returns the places of all root fields, and of the fields in their results. */
export const placesOf = (schema: GraphQLSchema): Place[] =>
  (['query', 'mutation'] as const).flatMap((kind) => {
    const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).flatMap((field) => [
      ...slotsOf(field.args).map((slot) => placeOf(kind, field.name, slot, callOf(field, slot.text))),
      ...placesBelow(kind, field),
    ]);
  });

function placesBelow(kind: string, field: GraphQLField<unknown, unknown>): Place[] {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return [];
  const call = `${field.name}${argumentsOf(field.args.filter(isRequired).map(sampleOf))}`;
  return Object.values(type.getFields()).flatMap((inner) =>
    slotsOf(inner.args).map((slot) =>
      placeOf(kind, `${field.name}.${inner.name}`, slot, `${call} { ${callOf(inner, slot.text)} }`),
    ),
  );
}

const placeOf = (kind: string, path: string, { argument, type, variableType }: Slot, call: string): Place => ({
  path: `${path}(${argument})`,
  argument,
  type,
  query: `${kind} ($value: ${variableType}) { ${call} }`,
});

const callOf = ({ name, type }: GraphQLField<unknown, unknown>, given: string) =>
  `${name}${argumentsOf([given])} ${selectionOf(type)}`;

const argumentsOf = (given: string[]) => (given.length > 0 ? `(${given.join(', ')})` : '');

/** Selects all fields down to the items of a list, because unselected fields are not read. */
function selectionOf(answer: GraphQLOutputType, depth = 2): string {
  const type = getNamedType(answer);
  if (!isCompositeType(type)) return '';
  const fields = isObjectType(type) && depth > 0 ? Object.values(type.getFields()) : [];
  const chosen = fields.filter((field) => !field.args.some(isRequired));
  return `{ __typename ${chosen.map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`).join(' ')} }`;
}

function slotsOf(all: readonly Given[]): Slot[] {
  return all.flatMap((one) => {
    const others = all.filter((other) => other !== one && isRequired(other)).map(sampleOf);
    return slotsIn(one.type).map((slot) => ({
      ...slot,
      argument: `${one.name}${slot.argument}`,
      text: [...others, `${one.name}: ${slot.text}`].join(', '),
    }));
  });
}

function slotsIn(given: GraphQLInputType): Slot[] {
  const type = getNullableType(given);
  if (isListType(type)) {
    // Errors of an object in a list name its place.
    const inFirst = ({ argument }: Slot) => (argument.startsWith('.') ? `.0${argument}` : argument);
    return slotsIn(type.ofType).map((slot) => ({ ...slot, argument: inFirst(slot), text: `[${slot.text}]` }));
  }
  if (isInputObjectType(type)) {
    return slotsOf(Object.values(type.getFields())).map((slot) => ({
      ...slot,
      argument: `.${slot.argument}`,
      text: `{ ${slot.text} }`,
    }));
  }
  return [{ argument: '', type: type.name, variableType: `${type.name}!`, text: '$value' }];
}

function isRequired({ type, defaultValue }: Given): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function sampleOf({ name, type }: Given): string {
  return `${name}: ${valueOf(name, type)}`;
}

function valueOf(name: string, given: GraphQLInputType): string {
  const type = getNullableType(given);
  if (isListType(type)) return `[${valueOf(name, type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    return `{ ${Object.values(type.getFields()).filter(isRequired).map(sampleOf).join(', ')} }`;
  }
  return SAMPLES[type.name] ?? (/email/i.test(name) ? '"a@b.example"' : NOBODY);
}
