import {
  buildSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  printSchema,
  type GraphQLInputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { readConfig } from '../../../src/config.ts';
import type { Caller } from '../../../src/core/context/request.context.ts';
import { protect } from '../../../src/core/graphql/permissions.ts';
import { MemoryRateCounter } from '../../../src/core/limits/rate.counter.ts';
import { rateLimits } from '../../../src/core/limits/rate.limit.ts';
import { createSchema, rules } from '../../../src/schema.ts';
import { documentOf, exampleArguments, isRequired, rootCalls, withValue, type RootCall } from './root.calls.ts';

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

async function mayCall({ kind, field }: RootCall): Promise<boolean> {
  const type = kind === 'query' ? guarded.getQueryType() : guarded.getMutationType();
  const info = { fieldName: field } as GraphQLResolveInfo;
  const context = { caller: OWNER, address: '127.0.0.1', limits };
  return (await type?.getFields()[field]?.resolve?.(undefined, {}, context, info)) === undefined;
}

const allowed = await Promise.all(rootCalls.map(mayCall));

/** Derived from the schema, its rules and docs/operations.graphql, so that new features are included. */
export const partnerCalls = rootCalls.filter((_, index) => allowed[index]).map(callOf);

function callOf(call: RootCall): PartnerCall {
  const { kind, field, args, type } = call;
  const answer = getNamedType(type);
  const given = exampleArguments(call);
  return {
    kind,
    field,
    idPlaces: args.flatMap((arg) => idPlacesIn(arg.type).map((place) => [arg.name, ...place])),
    needsArguments: args.some(isRequired),
    isList: isListType(getNullableType(type)) || (isObjectType(answer) && 'items' in answer.getFields()),
    callWith: (place, id) => {
      const variables = place ? (place.length > 0 ? withValue(given, place, id) : given) : {};
      return { query: documentOf(call, variables), variables };
    },
  };
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
