import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { useApi } from '../support/api.ts';
import { givenPartner, type Partner } from '../support/partners.ts';

const api = useApi();
const schema = await createSchema();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

type Given = GraphQLArgument | GraphQLInputField;

/** PostgreSQL takes no NUL. */
const NUL = String.raw`"a\u0000b"`;
const NOBODY = '"01234567-89ab-7def-8123-456789abcdef"';
const NUMBERS_AND_TIMES: Record<string, string> = { Int: '1', Boolean: 'true', DateTime: '"2026-01-01T00:00:00Z"' };

/** Every text that a caller may send, with a call that has a NUL there, and else what is needed. */
const calls = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.values(type?.getFields() ?? {}).flatMap(({ name, args, type: answer }) =>
    withNul(args).map(({ path, text }) => ({
      path: `${name}(${path})`,
      query: `${type?.name.toLowerCase()} { ${name}(${text}) ${isCompositeType(getNamedType(answer)) ? '{ __typename }' : ''} }`,
    })),
  ),
);

function withNul(all: readonly Given[]): { path: string; text: string }[] {
  const others = (one: Given) =>
    all.filter((other) => other !== one && isRequired(other)).map((other) => sampleOf(other));
  return all.flatMap((one) =>
    nulsIn(one.type).map(({ path, text }) => ({
      path: `${one.name}${path}`,
      text: [...others(one), `${one.name}: ${text}`].join(', '),
    })),
  );
}

function nulsIn(given: GraphQLInputType): { path: string; text: string }[] {
  const type = getNullableType(given);
  if (isListType(type)) return nulsIn(type.ofType).map(({ path, text }) => ({ path, text: `[${text}]` }));
  if (isInputObjectType(type)) {
    return withNul(Object.values(type.getFields())).map(({ path, text }) => ({
      path: `.${path}`,
      text: `{ ${text} }`,
    }));
  }
  return isEnumType(type) || type.name in NUMBERS_AND_TIMES ? [] : [{ path: '', text: NUL }];
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
  return NUMBERS_AND_TIMES[type.name] ?? (/email/i.test(name) ? '"a@b.example"' : NOBODY);
}

test.each(calls)('a NUL is no fault of ours: $path', async ({ query }) => {
  const answers = await Promise.all([api.admin, reseller.actor].map((actor) => api.ask(actor, query)));

  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
});
