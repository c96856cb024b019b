import { buildSchema } from 'graphql';
import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { accept, givenAgreement, givenBinding, givenVersionRow, withdraw } from '../support/given/agreements.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { changeSubscription, counts, create, givenClient, validClient } from '../support/given/client-accounts.ts';
import { importedRows, resultsOf, sendImport } from '../support/given/client-imports.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { textOf } from '../support/oracles/documents.ts';
import { refusedRest } from '../support/rest.ts';
import { messagesOf } from '../support/statements.ts';

const api = useApi();
let partner: Partner;

/** Required of one partner, so that the tests do not hinder each other. */
const binding = () => givenBinding(api, { partnerId: partner.resellerId });

beforeEach(async () => {
  partner = await givenPartner(api, { tier: 'GOLD' }); // may import clients
});

const codeOf = async (actor: Actor) => {
  const { errors } = await create(api, actor, validClient());
  return errors?.[0]?.extensions.reason ?? errors?.[0]?.extensions.code;
};

/** These begin business. */
const NEEDS_AGREEMENTS = ['createClientAccount', 'importClientAccounts'];

/** These go on: sign-in, settings, reviews, changes of what exists, and all of our team. */
const GOES_ON = [
  'acceptAgreement',
  'acceptInvitation',
  'accessClientAccount',
  'addCountersignedCopy',
  'addPartnerApplicationNote',
  'addPartnerNote',
  'archiveWebhookEndpoint',
  'assignPartnerApplication',
  'assignPartnerApplications',
  'assignPartnerManager',
  'assignPartnerManagers',
  'assignTier',
  'changeAdminRoles',
  'changeMemberRole',
  'changePassword',
  'confirmIdentity',
  'confirmSecondFactor',
  'createAgreement',
  'createApiKey',
  'createSavedView',
  'createWebhookEndpoint',
  'deactivateAdmin',
  'decideCompanyChange',
  'deleteDraft',
  'deleteSavedView',
  'downloadAgreement',
  'downloadFile',
  'endOtherSessions',
  'endSession',
  'exportAgreementAcceptances',
  'exportAuditEvents',
  'exportClientAccounts',
  'exportEmailMessages',
  'exportPartnerAccounts',
  'exportPartnerApplications',
  'inviteAdmin',
  'inviteMember',
  'markNotificationsRead',
  'publishAgreementVersion',
  'publishTierTerms',
  'refreshSession',
  'removeMember',
  'removeSecondFactor',
  'renewRecoveryCodes',
  'replayWebhookDeliveries',
  'replayWebhookDelivery',
  'requestPasswordReset',
  'requestUpload',
  'resendAdminInvitation',
  'resendEmail',
  'resendEmails',
  'resendInvitation',
  'resendMemberInvitation',
  'resetPassword',
  'resetSecondFactor',
  'retryFailedJob',
  'retryProvisioning',
  'revokeApiKey',
  'revokeClientAccess',
  'rotateApiKey',
  'rotateWebhookSecret',
  'saveDraft',
  'saveOnboardingPlan',
  'setInterfaceState',
  'setOnboardingStep',
  'signIn',
  'signInWithIdentity',
  'signInWithLink',
  'signOut',
  'startSecondFactor',
  'submitPartnerApplication',
  'testWebhookEndpoint',
  'updateClientAccount',
  'updateClientSubscription',
  'updateClientSubscriptions',
  'updateCompany',
  'updateNotificationSettings',
  'updatePartnerAccount',
  'updatePartnerAccounts',
  'updatePartnerApplication',
  'updatePartnerApplicationStatus',
  'updatePartnerApplicationStatuses',
  'updateSavedView',
  'updateViewer',
  'updateWebhookEndpoint',
  'withdrawAgreementVersion',
  'withdrawApplication',
  'withdrawCompanyChange',
  'withdrawTierTerms',
];

test('each mutation either needs the agreements or goes on without them', () => {
  const mutations = Object.keys(buildSchema(textOf('schema.graphql')).getMutationType()?.getFields() ?? {});

  expect([...NEEDS_AGREEMENTS, ...GOES_ON].toSorted(), 'Name a new mutation in one of the two lists.').toEqual(
    mutations.toSorted(),
  );
});

test('a partner without a binding required agreement is never stopped', async () => {
  const { resellerId: partnerId } = partner;
  await givenAgreement(api, { partnerId });
  await givenBinding(api, { partnerId, isRequired: false });
  await givenVersionRow(api, await givenAgreement(api, { partnerId }), { binding: '1 hour' });
  await givenBinding(api, { partnerId: (await givenPartner(api)).resellerId });
  await givenBinding(api, { partnershipTypes: ['REFERRAL'] });

  expect(await codeOf(partner.actor)).toBeUndefined();
});

test('J15: a client is refused until the agreement is accepted, with what to accept, and nothing is stored', async () => {
  const { agreementId, version } = await binding();
  const before = await counts(api);

  const { errors } = await create(api, partner.actor, validClient());

  const agreements = [{ agreementId, versionId: version.id, title: 'Reseller agreement' }];
  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'AGREEMENT_REQUIRED', agreements } }]);
  expect(await counts(api)).toEqual(before);
  await accept(api, partner.actor, version);
  expect(await codeOf(partner.actor)).toBeUndefined();
});

test('the gate takes no message of its own', async () => {
  await accept(api, partner.actor, (await binding()).version);

  const messages = await messagesOf(() => create(api, partner.actor, validClient()));

  const inserts = messages.filter((statements) => statements.some((text) => text.includes('into "client_account"')));
  expect(inserts).toHaveLength(1);
  expect(inserts[0]?.[0]).toBe('select require_agreements()');
  expect(messages.flat().filter((text) => text.includes('require_agreements'))).toHaveLength(1);
});

test('a client that was created before is answered again by its key', async () => {
  const [client, key] = [validClient(), uuid()];
  const first = await create(api, partner.actor, client, key);
  await binding();

  const again = await create(api, partner.actor, client, key);

  expect(again.data?.createClientAccount.id).toBe(first.data?.createClientAccount.id);
});

test('an accepted version counts until a later one binds, and a later one counts early', async () => {
  const agreementId = await givenAgreement(api, { partnerId: partner.resellerId });
  const first = await givenVersionRow(api, agreementId, { binding: '-80 days' });
  expect(await codeOf(partner.actor)).toBe('AGREEMENT_REQUIRED');
  await accept(api, partner.actor, first);
  expect(await codeOf(partner.actor)).toBeUndefined();

  await givenVersionRow(api, agreementId, { number: 2, published: '-40 days', binding: '-1 second' });
  expect(await codeOf(partner.actor)).toBe('AGREEMENT_REQUIRED');
  const third = await givenVersionRow(api, agreementId, { number: 3, published: '-1 day', binding: '40 days' });
  await accept(api, partner.actor, third);
  expect(await codeOf(partner.actor)).toBeUndefined();

  await withdraw(api, api.admin, third.id);
  expect(await codeOf(partner.actor)).toBe('AGREEMENT_REQUIRED');
});

test('an import is refused as a whole, also a dry run', async () => {
  const { agreementId } = await binding();
  const before = await counts(api);

  for (const isDryRun of [true, false]) {
    const { data, errors } = await sendImport(api, partner.actor, { rows: importedRows(validClient()), isDryRun });

    expect(data).toBeFalsy();
    expect(errors).toMatchObject([{ extensions: { reason: 'AGREEMENT_REQUIRED', agreements: [{ agreementId }] } }]);
  }
  expect(await counts(api)).toEqual(before);
});

test('if an agreement becomes binding during an import, only its further rows are refused', async () => {
  const [importId, first, second] = [uuid(), validClient(), validClient()];
  await resultsOf(api, partner.actor, { importId, rows: importedRows(first) });
  await binding();
  const before = await counts(api);

  const results = await resultsOf(api, partner.actor, { importId, rows: importedRows(first, second) });

  expect(results).toMatchObject([
    { status: 'EXISTED', error: null },
    { status: 'FAILED', client: null, error: { code: 'CONFLICT', reason: 'AGREEMENT_REQUIRED' } },
  ]);
  expect(await counts(api)).toEqual(before);
});

test('API keys and the REST API are refused too, and are told what to accept', async () => {
  const { agreementId, version } = await binding();
  const key = await givenKey(api, partner.actor);

  const { status, body } = await refusedRest(api, key, 'POST /api/partner/clients', {
    body: validClient(),
  });

  expect(status).toBe(409);
  expect(body).toMatchObject({
    code: 'CONFLICT',
    reason: 'AGREEMENT_REQUIRED',
    agreements: [{ agreementId, versionId: version.id, title: 'Reseller agreement' }],
  });
});

test('reading, suspending, cancelling and settings go on', async () => {
  const { id } = await givenClient(api, partner.actor);
  await binding();

  const asked = [
    api.ask(partner.actor, '{ clientAccounts { items { id } } }'),
    changeSubscription(api, partner.actor, { id, input: { subscriptionStatus: 'SUSPENDED' } }),
  ];
  for (const answer of asked) expect((await answer).errors).toBeUndefined();
  const canceled = await changeSubscription(api, partner.actor, { id, input: { subscriptionStatus: 'CANCELED' } });
  expect(canceled.errors).toBeUndefined();
  expect(
    (await api.ask(partner.actor, 'mutation { updateViewer(input: { name: "Olive" }) { id } }')).errors,
  ).toBeUndefined();
});

test('a general agreement concerns partners with one of its types, whose owners get a first step', async () => {
  const technology = await givenPartner(api, { partnershipType: 'TECHNOLOGY' });
  const { version } = await givenBinding(api, { partnershipTypes: ['TECHNOLOGY'] });
  const stepOf = async ({ actor }: Pick<Partner, 'actor'>) => {
    const query = '{ gettingStarted { key isDone } }';
    const { data } = await api.ask<{ gettingStarted: { key: string; isDone: boolean }[] }>(actor, query);
    return data?.gettingStarted.find(({ key }) => key === 'AGREEMENTS');
  };

  expect(await stepOf(technology)).toMatchObject({ isDone: false });
  expect(await stepOf(await givenMember(api, technology))).toBeUndefined();
  expect(await stepOf(partner)).toBeUndefined();
  expect(await codeOf(partner.actor)).toBeUndefined();
  await accept(api, technology.actor, version);
  expect(await stepOf(technology)).toMatchObject({ isDone: true });
});
