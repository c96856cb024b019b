import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { createSchema, entities } from '../../src/schema.ts';
import { useApi } from '../support/api.ts';
import { changeStatus, givenApplication } from '../support/given/applications.ts';
import { givenClient, update } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin, givenMember } from '../support/given/people.ts';
import { samples } from '../support/given/samples.ts';
import type { SampleChange } from '../support/given/samples.types.ts';

/*
 * Generated from the schema: a mutation of an object takes the version that its caller saw, or is listed below with a
 * reason.
 */

const api = useApi();
const schema = await createSchema();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

type Change = SampleChange<[]>;

const aClient = async () => {
  const { id } = await givenClient(api, reseller.actor);
  const { data } = await update(api, reseller.actor, { id, input: { companyName: 'Changed' } });
  return { id, version: data?.updateClientAccount.version ?? 0 };
};
const anApplication = async () => {
  const id = await givenApplication(api);
  const { data } = await changeStatus(api, api.admin, { id, status: 'REVIEWING' });
  return { id, version: data?.updatePartnerApplicationStatus.version ?? 0 };
};
const aPartner = async () => {
  const { resellerId: id } = await givenPartner(api);
  const change = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { tier: GOLD }) { version } }';
  const { data } = await api.ask<{ updatePartnerAccount: { version: number } }>(api.admin, change, { id });
  return { id, version: data?.updatePartnerAccount.version ?? 0 };
};
// Joining changed the user.
const aMember = async () => ({ id: (await givenMember(api, reseller)).id, version: 2 });
const anAdmin = async () => ({ id: (await givenAdmin(api)).id, version: 2 });

const ofReseller = ([name, change]: [string, SampleChange]): [string, Change] => [
  name,
  { ...change, given: () => change.given(api, reseller) },
];

const CHANGES: Record<string, Change> = {
  updatePartnerApplicationStatus: { given: anApplication, with: 'status: REJECTED', by: 'admin' },
  updatePartnerApplication: { given: anApplication, with: 'input: { industry: "Other" }', by: 'admin' },
  assignPartnerApplication: { given: anApplication, by: 'admin' },
  updatePartnerAccount: { given: aPartner, with: 'input: { tier: PLATINUM }', by: 'admin' },
  assignPartnerManager: { given: aPartner, with: 'managerId: null', by: 'admin' },
  updateClientAccount: { given: aClient, with: 'input: { companyName: "Other" }', by: 'owner' },
  updateClientSubscription: { given: aClient, with: 'input: { subscriptionStatus: CANCELED }', by: 'owner' },
  changeMemberRole: { given: aMember, with: 'role: OWNER', by: 'owner' },
  removeMember: { given: aMember, by: 'owner' },
  deactivateAdmin: { given: anAdmin, by: 'admin' },
  changeAdminRoles: { given: anAdmin, with: 'roles: [REVIEW]', by: 'admin' },
  ...Object.fromEntries(samples.flatMap(({ changes = {} }) => Object.entries(changes).map(ofReseller))),
};

/** Why a mutation of an object needs no version. */
const UNVERSIONED: Record<string, string> = {
  assignPartnerApplications: 'takes a version for each application: see its own test file',
  updatePartnerApplicationStatuses: 'takes a version for each application: see its own test below',
  updateClientSubscriptions: 'takes a version for each client: see its own test file',
  updatePartnerAccounts: 'takes a version for each partner: see its own test file',
  assignPartnerManagers: 'takes a version for each partner: see its own test file',
  addPartnerApplicationNote: 'adds to the application without changing it',
  downloadFile: 'links to the file without changing it',
  addPartnerNote: 'adds to the partner without changing it',
  accessClientAccount: 'adds an access without changing the client',
  resendInvitation: 'emails a new link without changing the user',
  resendAdminInvitation: 'emails a new link without changing the user',
  resendMemberInvitation: 'emails a new link without changing the user',
  exportAuditEvents: 'reads the events of an object, and changes none',
  exportPartnerAccounts: 'reads the partners of managers, and changes none',
  resendEmail: 'possible in one status only: the second caller gets a CONFLICT',
  resendEmails: 'possible in one status only: the second caller gets a CONFLICT for each email',
  retryProvisioning: 'sends a failed client once: a second call changes nothing',
  retryFailedJob: 'runs it again once: a second call changes nothing',
  rotateApiKey: 'possible once: the second caller gets a CONFLICT',
  revokeApiKey: 'ends it permanently: a second call changes nothing',
  revokeClientAccess: 'ends it permanently: a second call changes nothing',
  setOnboardingStep: 'sets one state: a second call changes nothing',
  endSession: 'ends it permanently: a second call does not find it',
  updateSavedView: 'only its user can change it',
  withdrawTierTerms: 'ends it permanently: a second call does not find it',
  deleteSavedView: 'ends it permanently: a second call does not find it',
  markNotificationsRead: 'a notification that was read stays read',
  rotateWebhookSecret: 'each call gives a new secret',
  archiveWebhookEndpoint: 'ends it permanently: a second call does not find it',
  testWebhookEndpoint: 'sends a test without changing the endpoint',
  replayWebhookDelivery: 'possible once: the second caller gets a CONFLICT',
  replayWebhookDeliveries: 'sends each event once: a second call sends none',
  withdrawCompanyChange: 'possible once: the second caller gets a CONFLICT',
  decideCompanyChange: 'possible once: the second caller gets a CONFLICT',
  acceptAgreement: 'possible once: a second call gets the first acceptance',
  addCountersignedCopy: 'possible once: the second caller gets a CONFLICT',
  createAgreement: 'adds to the partner without changing it',
  downloadAgreement: 'reads a file, and changes none',
  exportAgreementAcceptances: 'reads the acceptances of an object, and changes none',
  publishAgreementVersion: 'adds a version: while it waits, the second caller gets a CONFLICT',
  withdrawAgreementVersion: 'possible once: the second caller gets a CONFLICT',
  resetSecondFactor: 'possible in one status only: the second caller gets a CONFLICT',
};

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

const namesAThing = (given: GraphQLArgument | GraphQLInputField): boolean => {
  const type = getNamedType(given.type);
  if (isInputObjectType(type)) return Object.values(type.getFields()).some(namesAThing);
  // An assignee is named, but not changed.
  return type.name === 'ID' && !given.name.startsWith('assigneeId');
};

test('every mutation of an object takes its version, or is a listed exception', () => {
  const naming = mutations.filter(({ args }) => args.some(namesAThing)).map(({ name }) => name);

  expect(naming.toSorted()).toEqual([...Object.keys(CHANGES), ...Object.keys(UNVERSIONED)].toSorted());
});

test('every such mutation that returns the object returns the new version', () => {
  const answered = Object.keys(CHANGES).map((name) => getNamedType(fieldOf(name).type));

  for (const type of answered.filter((each) => isObjectType(each))) expect(type.getFields()).toHaveProperty('version');
});

const fieldOf = (name: string): GraphQLField<unknown, unknown> => {
  const field = mutations.find((mutation) => mutation.name === name);
  if (!field) throw new Error(`There is no mutation ${name}.`);
  return field;
};

test.each(Object.entries(CHANGES))('%s refuses a stale version, and changes nothing', async (name, change) => {
  const { id, version } = await change.given();
  const before = await everything();

  const { errors } = await ask(name, change, id, version - 1);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', version } }]);
  expect(await everything()).toEqual(before);
});

test.each(Object.entries(CHANGES))('%s accepts the current version', async (name, change) => {
  const { id, version } = await change.given();

  const { errors } = await ask(name, change, id, version);

  expect(errors).toBeUndefined();
});

test('refuses each of several applications with a stale version, and returns its current version', async () => {
  const fresh = await anApplication();
  const stale = await anApplication();
  const query = `mutation ($input: UpdateStatusesInput!) {
    updatePartnerApplicationStatuses(input: $input) { id application { version } error { reason version } }
  }`;
  const applications = [
    { id: fresh.id, expectedVersion: fresh.version },
    { id: stale.id, expectedVersion: stale.version - 1 },
  ];

  const { data } = await api.ask(api.admin, query, { input: { applications, status: 'REJECTED' } });

  expect(data?.['updatePartnerApplicationStatuses']).toEqual([
    { id: fresh.id, application: { version: fresh.version + 1 }, error: null },
    { id: stale.id, application: null, error: { reason: 'STALE_VERSION', version: stale.version } },
  ]);
});

function ask(name: string, change: Change, id: string, expectedVersion: number) {
  const args = ['id: $id', 'expectedVersion: $expectedVersion', ...(change.with ? [change.with] : [])].join(', ');
  const selection = isObjectType(getNamedType(fieldOf(name).type)) ? '{ id }' : '';
  const query = `mutation ($id: ID!, $expectedVersion: Int) { ${name}(${args}) ${selection} }`;
  return api.ask(change.by === 'admin' ? api.admin : reseller.actor, query, { id, expectedVersion });
}

/** Everything that such a change could affect. */
const everything = () =>
  api.rows(`select ${versioned().join()},
  (select count(*) from audit_event) as events, (select count(*) from email_message) as emails`);

const versioned = () =>
  entities
    .map((entity) => api.app.orm.getMetadata().get(entity))
    .filter(({ properties }) => 'version' in properties)
    .map(({ tableName }) => `(select jsonb_agg(t order by id) from ${tableName} t) as ${tableName}`);
