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
import { forbidden, unauthenticated } from '../../src/core/domain.error.ts';
import { createSchema } from '../../src/schema.ts';
import { ADMIN, signIn, useApi, type Actor, type GraphQLProblem } from '../support/api.ts';
import { givenKey } from '../support/api-keys.ts';
import { counts } from '../support/applications.ts';
import { givenPartner, PASSWORD } from '../support/partners.ts';
import { givenMember } from '../support/people.ts';
import { cookieOfNoSession } from '../support/refresh-cookie.ts';
import { reissued } from '../support/second-factors.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
const schema = await createSchema();

interface Knocking {
  email: string;
  password: string;
}

const everybody = {} as Record<'partner' | 'partnerMember' | 'member' | 'owner', Knocking> & { key: Actor };

beforeAll(async () => {
  const reseller = await givenPartner(api);
  const member = await givenMember(api, reseller);
  const key = await givenKey(api, reseller.actor);
  // Who a key is has to be looked up once.
  await api.ask(key, '{ viewer { id } }');
  const partner = await givenPartner(api, { partnershipType: 'REFERRAL' });
  const { email } = await givenMember(api, partner);
  Object.assign(everybody, {
    partner,
    partnerMember: { email, password: PASSWORD },
    member: { email: member.email, password: PASSWORD },
    owner: reseller,
    key,
  });
});

const bearing = ({ accessToken }: Actor) => ({ authorization: `Bearer ${accessToken}` });
/** Anew for each call: one of them signs out. */
const signedInAs = async (who: Knocking) => bearing(await signIn(api, who));

/** Everybody who may knock: with what headers, and how somebody is refused. Another kind of caller is another line. */
const CALLERS = {
  anonymous: { headers: async () => ({}), refusal: 'UNAUTHENTICATED' },
  'partner member': { headers: () => signedInAs(everybody.partnerMember), refusal: 'FORBIDDEN' },
  'partner owner': { headers: () => signedInAs(everybody.partner), refusal: 'FORBIDDEN' },
  'reseller member': { headers: () => signedInAs(everybody.member), refusal: 'FORBIDDEN' },
  'reseller owner': { headers: () => signedInAs(everybody.owner), refusal: 'FORBIDDEN' },
  'API key': { headers: async () => bearing(everybody.key), refusal: 'FORBIDDEN' },
  'admin without a factor': {
    headers: async () => bearing(reissued(api, await signIn(api, ADMIN), { mustAddSecondFactor: true })),
    refusal: 'FORBIDDEN',
  },
  admin: { headers: () => signedInAs(ADMIN), refusal: 'FORBIDDEN' },
};

type CallerName = keyof typeof CALLERS;

const PEOPLE: CallerName[] = ['partner member', 'partner owner', 'reseller member', 'reseller owner', 'admin'];
const SIGNED_IN: CallerName[] = [...PEOPLE, 'API key'];
/** Also admins who have to add a second factor first. */
const ALL_PEOPLE: CallerName[] = [...PEOPLE, 'admin without a factor'];
const ALL_SIGNED_IN: CallerName[] = [...ALL_PEOPLE, 'API key'];
const ANYONE: CallerName[] = ['anonymous', ...ALL_SIGNED_IN];
const ADMINS: CallerName[] = ['admin'];
const OWNERS: CallerName[] = ['partner owner', 'reseller owner'];
const ADMINS_AND_OWNERS: CallerName[] = [...ADMINS, ...OWNERS];
const RESELLER_USERS: CallerName[] = ['reseller member', 'reseller owner'];
const RESELLERS: CallerName[] = [...RESELLER_USERS, 'API key'];

/** Who may call what. A root field that is missing here, or is here and not in the schema, fails. */
const MATRIX: Record<string, CallerName[]> = {
  'Mutation.acceptInvitation': ANYONE,
  'Mutation.accessClientAccount': RESELLER_USERS,
  'Mutation.addPartnerApplicationNote': ADMINS,
  'Mutation.assignPartnerApplication': ADMINS,
  'Mutation.changeMemberRole': OWNERS,
  'Mutation.changePassword': PEOPLE,
  'Mutation.confirmIdentity': ALL_PEOPLE,
  'Mutation.confirmSecondFactor': ALL_PEOPLE,
  'Mutation.createApiKey': PEOPLE,
  'Mutation.createClientAccount': RESELLERS,
  'Mutation.deactivateAdmin': ADMINS,
  'Mutation.endOtherSessions': PEOPLE,
  'Mutation.endSession': PEOPLE,
  'Mutation.exportPartnerApplications': ADMINS,
  'Mutation.inviteAdmin': ADMINS,
  'Mutation.inviteMember': OWNERS,
  'Mutation.refreshSession': ANYONE,
  'Mutation.removeMember': OWNERS,
  'Mutation.removeSecondFactor': PEOPLE,
  'Mutation.renewRecoveryCodes': PEOPLE,
  'Mutation.requestPasswordReset': ANYONE,
  'Mutation.resendAdminInvitation': ADMINS,
  'Mutation.resendEmail': ADMINS,
  'Mutation.resendInvitation': ADMINS,
  'Mutation.resendMemberInvitation': OWNERS,
  'Mutation.resetPassword': ANYONE,
  'Mutation.resetSecondFactor': ADMINS_AND_OWNERS,
  'Mutation.revokeApiKey': PEOPLE,
  'Mutation.revokeClientAccess': RESELLER_USERS,
  'Mutation.rotateApiKey': PEOPLE,
  'Mutation.signIn': ANYONE,
  'Mutation.signInWithIdentity': ANYONE,
  'Mutation.signInWithLink': ANYONE,
  'Mutation.signOut': ALL_PEOPLE,
  'Mutation.startSecondFactor': ALL_PEOPLE,
  'Mutation.submitPartnerApplication': ANYONE,
  'Mutation.updateClientAccount': RESELLERS,
  'Mutation.updateClientSubscription': RESELLERS,
  'Mutation.updatePartnerAccount': ADMINS,
  'Mutation.updatePartnerApplicationStatus': ADMINS,
  'Mutation.updatePartnerApplicationStatuses': ADMINS,
  'Mutation.withdrawApplication': ANYONE,
  'Query.accountSecurity': ALL_PEOPLE,
  'Query.admins': ADMINS,
  'Query.apiKeys': PEOPLE,
  'Query.apiKeyUses': PEOPLE,
  'Query.applicationStatus': ANYONE,
  'Query.auditEvents': SIGNED_IN,
  'Query.clientAccessSessions': RESELLER_USERS,
  'Query.clientAccount': RESELLERS,
  'Query.clientAccounts': RESELLERS,
  'Query.emailMessages': ADMINS,
  'Query.members': OWNERS,
  'Query.partnerAccount': ADMINS,
  'Query.partnerAccounts': ADMINS,
  'Query.partnerApplication': ADMINS,
  'Query.partnerApplicationNeighbors': ADMINS,
  'Query.partnerApplicationStatistics': ADMINS,
  'Query.partnerApplicationStatusEmail': ADMINS,
  'Query.partnerApplications': ADMINS,
  'Query.sessions': PEOPLE,
  'Query.viewer': ALL_SIGNED_IN,
};

const rootTypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
const rootFields = rootTypes.flatMap((type) =>
  Object.values(type?.getFields() ?? {}).map((field) => ({
    name: `${type?.name}.${field.name}`,
    document: `${type?.name.toLowerCase()} { ${callOf(field)} }`,
  })),
);
const cases = rootFields.flatMap(({ name, document }) =>
  Object.entries(CALLERS).map(([caller, { headers, refusal }]) => {
    const may = MATRIX[name]?.includes(caller as CallerName) ?? false;
    return { name, caller, document, headers, refusal, may, verdict: may ? 'allowed' : refusal };
  }),
);

/** What rules answer. An operation that anyone may call has words of its own for a wrong token. */
const REFUSALS = [
  unauthenticated().message,
  forbidden().message,
  'Add a second factor to your account first: startSecondFactor.',
];

/** A call with everything that it needs, taken from the schema. What is in it is nonsense: only the rule counts. */
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
  const samples: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true', DateTime: '"2026-01-01T00:00:00Z"' };
  return samples[type.name] ?? '"01234567-89ab-7def-8123-456789abcdef"';
}

describe('who may call what', () => {
  test('is said of every root field, and of nothing else', () => {
    expect(rootFields.map(({ name }) => name).sort()).toEqual(Object.keys(MATRIX).sort());
  });

  test.each(cases)('$name by $caller: $verdict', async ({ document, headers, refusal, may }) => {
    // A session to refresh that there is not: known to be gone only by asking the database.
    const asHeaders = { ...(await headers()), cookie: cookieOfNoSession(api) };
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
