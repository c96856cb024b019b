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
import { givenKey, used } from '../support/given/api-keys.ts';
import { counts } from '../support/given/applications.ts';
import { givenPartner, PASSWORD } from '../support/given/partners.ts';
import { givenAdmin, givenMember, type Person } from '../support/given/people.ts';
import { cookieOfNoSession } from '../support/refresh-cookie.ts';
import { reissued } from '../support/given/second-factors.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
const schema = await createSchema();

type Knocking = Actor & { email: string };

const PARTNER_ROLES = ['owner', 'member', 'billing', 'read-only'] as const;
const ADMIN_ROLES = ['review', 'partners', 'finance', 'all'] as const;
type PartnerRole = (typeof PARTNER_ROLES)[number];

/** The matrix has a line for each kind of caller. A partner cannot manage clients, but a reseller can. */
type CallerName =
  | 'anonymous'
  | `${'partner' | 'reseller'} ${PartnerRole}`
  | 'API key'
  | `admin ${(typeof ADMIN_ROLES)[number] | 'without a factor'}`;

const callers = new Map<CallerName, Knocking | undefined>([['anonymous', undefined]]);

beforeAll(async () => {
  const partner = await givenPartner(api, { partnershipType: 'REFERRAL' });
  const reseller = await givenPartner(api);
  for (const role of PARTNER_ROLES.slice(1)) {
    const name = role.replace('-', '_').toUpperCase();
    callers.set(`partner ${role}`, await knocking(givenMember(api, partner, name)));
    callers.set(`reseller ${role}`, await knocking(givenMember(api, reseller, name)));
  }
  for (const role of ADMIN_ROLES) callers.set(`admin ${role}`, await knocking(givenAdmin(api, role.toUpperCase())));
  callers.set('partner owner', { ...partner.actor, email: partner.email });
  callers.set('reseller owner', { ...reseller.actor, email: reseller.email });
  const { actor, email } = await givenAdmin(api);
  callers.set('admin without a factor', { ...withoutFactor(actor), email });
  // The first use of a key looks up its identity, and is written in the background.
  const key = await used(api, await givenKey(api, reseller.actor));
  callers.set('API key', { ...key, email: '' });
});

async function knocking(person: Promise<Person>): Promise<Knocking> {
  const { actor, email } = await person;
  return { ...actor, email };
}

const withoutFactor = (actor: Actor) => reissued(api, actor, { mustAddSecondFactor: true });

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
  return name === 'admin without a factor' ? withoutFactor(actor) : actor;
}

const users = (...roles: PartnerRole[]): CallerName[] =>
  roles.flatMap((role) => [`partner ${role}` as const, `reseller ${role}` as const]);
const resellers = (...roles: PartnerRole[]): CallerName[] => roles.map((role) => `reseller ${role}` as const);

const ADMINS: CallerName[] = ADMIN_ROLES.map((role) => `admin ${role}` as const);
const REVIEWERS: CallerName[] = ['admin review', 'admin all'];
const PARTNER_MANAGERS: CallerName[] = ['admin partners', 'admin all'];
const ADMIN_MANAGERS: CallerName[] = ['admin all'];
const PEOPLE: CallerName[] = [...users(...PARTNER_ROLES), ...ADMINS];
const SIGNED_IN: CallerName[] = [...PEOPLE, 'API key'];
/** Includes admins who must add a second factor first. */
const ALL_PEOPLE: CallerName[] = [...PEOPLE, 'admin without a factor'];
const ALL_SIGNED_IN: CallerName[] = [...ALL_PEOPLE, 'API key'];
const ANYONE: CallerName[] = ['anonymous', ...ALL_SIGNED_IN];
const OWNERS = users('owner');
const KEY_MANAGERS = users('owner', 'member');
const CLIENT_MANAGERS = resellers('owner', 'member');
const CLIENT_READERS = resellers(...PARTNER_ROLES);

/** The callers of every root field. Fails if a root field is missing here or in the schema. */
const MATRIX: Record<string, CallerName[]> = {
  'Mutation.acceptInvitation': ANYONE,
  'Mutation.accessClientAccount': CLIENT_MANAGERS,
  'Mutation.addPartnerApplicationNote': REVIEWERS,
  'Mutation.assignPartnerApplication': REVIEWERS,
  'Mutation.changeAdminRoles': ADMIN_MANAGERS,
  'Mutation.changeMemberRole': OWNERS,
  'Mutation.changePassword': PEOPLE,
  'Mutation.confirmIdentity': ALL_PEOPLE,
  'Mutation.confirmSecondFactor': ALL_PEOPLE,
  'Mutation.createApiKey': [...KEY_MANAGERS, ...ADMINS],
  'Mutation.createClientAccount': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.deactivateAdmin': ADMIN_MANAGERS,
  'Mutation.endOtherSessions': PEOPLE,
  'Mutation.endSession': PEOPLE,
  'Mutation.exportPartnerApplications': REVIEWERS,
  'Mutation.inviteAdmin': ADMIN_MANAGERS,
  'Mutation.inviteMember': OWNERS,
  'Mutation.refreshSession': ANYONE,
  'Mutation.removeMember': OWNERS,
  'Mutation.removeSecondFactor': PEOPLE,
  'Mutation.renewRecoveryCodes': PEOPLE,
  'Mutation.requestPasswordReset': ANYONE,
  'Mutation.resendAdminInvitation': ADMIN_MANAGERS,
  'Mutation.resendEmail': ['admin review', 'admin partners', 'admin all'],
  'Mutation.resendInvitation': PARTNER_MANAGERS,
  'Mutation.resendMemberInvitation': OWNERS,
  'Mutation.resetPassword': ANYONE,
  'Mutation.resetSecondFactor': [...OWNERS, ...PARTNER_MANAGERS],
  'Mutation.revokeApiKey': [...KEY_MANAGERS, ...ADMINS],
  'Mutation.revokeClientAccess': CLIENT_MANAGERS,
  'Mutation.rotateApiKey': [...KEY_MANAGERS, ...ADMINS],
  'Mutation.signIn': ANYONE,
  'Mutation.signInWithIdentity': ANYONE,
  'Mutation.signInWithLink': ANYONE,
  'Mutation.signOut': ALL_PEOPLE,
  'Mutation.startSecondFactor': ALL_PEOPLE,
  'Mutation.submitPartnerApplication': ANYONE,
  'Mutation.updateClientAccount': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.updateClientSubscription': [...CLIENT_MANAGERS, 'API key'],
  'Mutation.updatePartnerAccount': PARTNER_MANAGERS,
  'Mutation.updatePartnerApplicationStatus': REVIEWERS,
  'Mutation.updatePartnerApplicationStatuses': REVIEWERS,
  'Mutation.withdrawApplication': ANYONE,
  'Query.accountSecurity': ALL_PEOPLE,
  'Query.admins': ADMINS,
  'Query.apiKeys': [...KEY_MANAGERS, ...ADMINS],
  'Query.apiKeyUses': [...KEY_MANAGERS, ...ADMINS],
  'Query.applicationStatus': ANYONE,
  'Query.auditEvents': SIGNED_IN,
  'Query.clientAccessSessions': CLIENT_READERS,
  'Query.clientAccount': [...CLIENT_READERS, 'API key'],
  'Query.clientAccounts': [...CLIENT_READERS, 'API key'],
  'Query.emailMessages': ADMINS,
  'Query.failedJobs': ADMINS,
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
  const samples: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true', DateTime: '"2026-01-01T00:00:00Z"' };
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
