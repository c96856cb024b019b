import {
  buildSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  printSchema,
  valueFromASTUntyped,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { readConfig } from '../../../src/config.ts';
import type { Caller } from '../../../src/core/context/request.context.ts';
import { protect } from '../../../src/core/graphql/permissions.ts';
import { MemoryRateCounter } from '../../../src/core/limits/rate.counter.ts';
import { rateLimits } from '../../../src/core/limits/rate.limit.ts';
import { createSchema, rules } from '../../../src/schema.ts';
import { examples } from './examples.ts';

/** The owner of a reseller, in the rules' view. No other role of a partner can call more. */
const OWNER: Caller = {
  role: 'PARTNER',
  email: 'x@partner.example',
  name: 'X',
  userId: 'x',
  credential: 'session:x:1',
  resellerId: 'x',
  managesClients: true,
  roles: ['OWNER'],
  authenticatedAt: Date.now() / 1_000,
};

/** A root field that partners can call, with the arguments of its example. */
export interface PartnerCall {
  kind: 'query' | 'mutation';
  field: string;
  /** Paths of the arguments that take an ID: `['filter', 'clientId']`. */
  idPlaces: string[][];
  needsArguments: boolean;
  /** Whether it returns a list or a page. */
  isList: boolean;
  /**
   * Returns the document that selects all fields, and its variables: with an ID at a place, with the arguments of the example if
   * the place is empty, or without arguments.
   */
  callWith(place?: string[], id?: string): { query: string; variables: Record<string, unknown> };
}

const schema = await createSchema();

/** A copy of the schema with the same rules and without resolvers. */
const guarded = protect(buildSchema(printSchema(schema)), rules);
const limits = rateLimits(readConfig({}).rateLimits, new MemoryRateCounter());

type Field = GraphQLField<unknown, unknown>;

async function mayCall({ name, resolve }: Field): Promise<boolean> {
  const info = { fieldName: name } as GraphQLResolveInfo;
  return (await resolve?.(undefined, {}, { caller: OWNER, address: '127.0.0.1', limits }, info)) === undefined;
}

async function callsOf(kind: PartnerCall['kind']): Promise<PartnerCall[]> {
  const type = kind === 'query' ? guarded.getQueryType() : guarded.getMutationType();
  const fields = Object.values(type?.getFields() ?? {});
  const allowed = await Promise.all(fields.map(mayCall));
  return fields.filter((_, index) => allowed[index]).map((field) => callOf(kind, field));
}

/** Derived from the schema, its rules and docs/operations.graphql, so that new features are included. */
export const partnerCalls = [...(await callsOf('query')), ...(await callsOf('mutation'))];

function callOf(kind: PartnerCall['kind'], field: Field): PartnerCall {
  const { name, args, type } = field;
  const answer = getNamedType(type);
  const given = exampleArguments(name);
  return {
    kind,
    field: name,
    idPlaces: args.flatMap((arg) => idPlacesIn(arg.type).map((place) => [arg.name, ...place])),
    needsArguments: args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined),
    isList: isListType(getNullableType(type)) || (isObjectType(answer) && 'items' in answer.getFields()),
    callWith: (place, id) => {
      const values = place ? (place.length > 0 ? withValue(given, place, id) : given) : {};
      const used = args.filter((arg) => arg.name in values);
      const declared = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const call = `${name}${passed && `(${passed})`} ${selectionOf(type)}`;
      return { query: `${kind} ${declared && `(${declared})`} { ${call} }`, variables: values };
    },
  };
}

/** Returns the arguments in the example of a root field. */
function exampleArguments(field: string): Record<string, unknown> {
  const example = examples.find(({ rootFields }) => rootFields.includes(field));
  const [operation] = parse(example?.text ?? '').definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return {};
  const call = operation.selectionSet.selections.find((each) => each.kind === Kind.FIELD && each.name.value === field);
  if (call?.kind !== Kind.FIELD) return {};
  const given = (call.arguments ?? []).map(
    ({ name, value }) => [name.value, valueFromASTUntyped(value, example?.variables)] as const,
  );
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function idPlacesIn(given: GraphQLInputType): string[][] {
  const type = getNullableType(given);
  if (isListType(type)) return idPlacesIn(type.ofType).map((place) => ['0', ...place]);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) =>
      idPlacesIn(field.type).map((place) => [field.name, ...place]),
    );
  }
  return type.name === 'ID' ? [[]] : [];
}

/** Passes only this value and the required ones, because other filters of the example would hide rows. */
function withValue(given: Record<string, unknown>, place: string[], id: string | undefined): Record<string, unknown> {
  const [first = '', ...rest] = place;
  const { filter: _, ...others } = given;
  return { ...others, [first]: nested(first === 'filter' ? undefined : given[first], rest, id) };
}

function nested(given: unknown, [first, ...rest]: string[], id: string | undefined): unknown {
  if (first === undefined) return id;
  if (first === '0') return [nested(Array.isArray(given) ? given[0] : undefined, rest, id)];
  const object = (given ?? {}) as Record<string, unknown>;
  return { ...object, [first]: nested(object[first], rest, id) };
}

function selectionOf(answer: GraphQLOutputType, depth = 3): string {
  const type = getNamedType(answer);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter((field) =>
    field.args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined),
  );
  const chosen = fields.filter((field) => depth > 1 || !isObjectType(getNamedType(field.type)));
  return `{ __typename ${chosen.map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`).join(' ')} }`;
}
