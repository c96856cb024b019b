import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { forbidden, unauthenticated } from '../../src/core/context/domain.error.ts';
import { createSchema } from '../../src/schema.ts';
import { signIn, useApi, type Actor, type GraphQLProblem } from '../support/api.ts';
import { counts } from '../support/given/applications.ts';
import { givenCaller, withoutFactor, type Knocking } from '../support/given/callers/callers.ts';
import { givenPartner, PASSWORD } from '../support/given/partners.ts';
import { cookieOfNoSession } from '../support/refresh-cookie.ts';
import { ANYONE, MATRIX, type CallerName } from '../support/oracles/permission.matrix.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
const schema = await createSchema();

const callers = new Map<CallerName, Knocking | undefined>();

beforeAll(async () => {
  const partner = await givenPartner(api, { partnershipType: 'REFERRAL' });
  const reseller = await givenPartner(api);
  for (const name of ANYONE) callers.set(name, await givenCaller(api, name, { partner, reseller }));
});

async function headersOf(name: CallerName, operation: string): Promise<Record<string, string>> {
  const caller = callers.get(name);
  if (!caller) return {};
  const isSignedOut = operation === 'Mutation.signOut' && name !== 'API key';
  const { accessToken } = isSignedOut ? await anew(name, caller) : caller;
  return { authorization: `Bearer ${accessToken}` };
}

/** A session for the test to end. */
async function anew(name: CallerName, { email }: Knocking): Promise<Actor> {
  const actor = await signIn(api, { email, password: PASSWORD });
  return name === 'admin without a factor' ? withoutFactor(api, actor) : actor;
}

const rootTypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
const rootFields = rootTypes.flatMap((type) =>
  Object.values(type?.getFields() ?? {}).map((field) => ({
    name: `${type?.name}.${field.name}`,
    document: `${type?.name.toLowerCase()} { ${callOf(field)} }`,
  })),
);
const cases = rootFields.flatMap(({ name, document }) =>
  ANYONE.map((caller) => {
    const may = MATRIX[name]?.includes(caller) ?? false;
    const refusal = caller === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    return { name, caller, document, refusal, may, verdict: may ? 'allowed' : refusal };
  }),
);

/** The answers of rules. Public operations have their own message for a wrong token. */
const REFUSALS = [
  unauthenticated().message,
  forbidden().message,
  'Set up two-factor authentication first, with startSecondFactor.',
];

/**
 * A call with all required arguments, derived from the schema. The values are nonsense, because only the rule counts.
 */
function callOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.filter((arg) => isRequiredArgument(arg)).map((arg) => `${arg.name}: ${sampleOf(arg.type)}`);
  return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${isCompositeType(getNamedType(type)) ? '{ __typename }' : ''}`;
}

function sampleOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return `[${sampleOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field));
    return `{ ${fields.map((field) => `${field.name}: ${sampleOf(field.type)}`).join(', ')} }`;
  }
  const samples: Record<string, string> = {
    Int: '1',
    Float: '1',
    Boolean: 'true',
    DateTime: '"2026-01-01T00:00:00Z"',
    Date: '"2026-01-01"',
    MinorUnits: '1',
    Currency: '"EUR"',
  };
  return samples[type.name] ?? '"01234567-89ab-7def-8123-456789abcdef"';
}

describe('B1: permissions', () => {
  test('cover every root field and nothing else', () => {
    expect(rootFields.map(({ name }) => name).sort()).toEqual(Object.keys(MATRIX).sort());
  });

  test.each(cases)('$name by $caller: $verdict', async ({ name, caller, document, refusal, may }) => {
    // A session that does not exist, which only the database can tell.
    const asHeaders = { ...(await headersOf(caller, name)), cookie: cookieOfNoSession(api) };
    const before = await counts(api);

    let errors: GraphQLProblem[] = [];
    const statements = await statementsOf(async () => {
      const response = await api.post({ query: document }, asHeaders);
      ({ errors = [] } = (await response.json()) as { errors?: GraphQLProblem[] });
    });

    const own = statements.filter((text) => !text.includes('pgboss'));
    const isRefused = REFUSALS.includes(errors[0]?.message ?? '') && own.length === 0;
    expect(isRefused).toBe(!may);
    if (may) return;
    expect(errors).toMatchObject([{ extensions: { code: refusal } }]);
    expect(own).toEqual([]);
    expect(await counts(api)).toEqual(before);
  });
});
