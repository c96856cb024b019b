import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeStatus, givenApplication } from '../support/given/applications.ts';
import { acceptInvitation, givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember, inviteMember } from '../support/given/people.ts';

const api = useApi();
let partner: Partner;

const GET = `query PartnerAccount($id: ID!) {
  partnerAccount(id: $id) { id companyName adminEmail joinedAt application { id status partnerAccount { id } } }
}`;

beforeAll(async () => {
  partner = await givenPartner(api);
});

test('returns a partner with its application', async () => {
  const { resellerId: id, email: adminEmail, applicationId } = partner;

  expect(await api.ask(api.admin, GET, { id })).toEqual({
    data: {
      partnerAccount: {
        id,
        companyName: 'Bright Solutions',
        adminEmail,
        joinedAt: expect.any(String),
        application: { id: applicationId, status: 'APPROVED', partnerAccount: { id } },
      },
    },
  });
});

test('shows no joining time before the invitation is accepted', async () => {
  const applicationId = await givenApplication(api);
  const { data } = await changeStatus(api, api.admin, { id: applicationId, status: 'APPROVED' });
  const email = String(data?.updatePartnerApplicationStatus.contactEmail);
  const [account] = await api.rows('select id from partner_account where partner_id = $1', [applicationId]);
  const joinedAt = async () =>
    (await api.ask<{ partnerAccount: { joinedAt: string | null } }>(api.admin, GET, { id: account?.['id'] })).data
      ?.partnerAccount.joinedAt;

  expect(await joinedAt()).toBeNull();
  await acceptInvitation(api, email);
  expect(await joinedAt()).toEqual(expect.any(String));
});

test('keeps the joining time after a removal, even if the address is invited again', async () => {
  const { actor, resellerId: id, ownerId, email } = await givenPartner(api);
  const joined = await api.ask(api.admin, GET, { id });
  const successor = await givenMember(api, { actor }, 'OWNER');

  await api.ask(successor.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id: ownerId });
  expect(await api.ask(api.admin, GET, { id })).toEqual(joined);

  expect((await inviteMember(api, successor.actor, { email })).errors).toBeUndefined();
  expect(await api.ask(api.admin, GET, { id })).toEqual(joined);
});

test.each(['random', 'malformed'])('returns null for a %s ID', async (kind) => {
  const id = kind === 'random' ? uuid() : 'no-uuid';

  expect(await api.ask(api.admin, GET, { id })).toEqual({ data: { partnerAccount: null } });
});

test('B3: a partner sees its own account, but not its application and joinedAt', async () => {
  const { data } = await api.ask(
    partner.actor,
    '{ viewer { partnerAccount { id tier isActive clientManagementEnabled } } }',
  );
  expect(data).toEqual({
    viewer: {
      partnerAccount: { id: partner.resellerId, tier: 'SILVER', isActive: true, clientManagementEnabled: true },
    },
  });

  const nested = await api.ask(partner.actor, '{ viewer { partnerAccount { id application { id notes { note } } } } }');
  expect(nested.errors).toMatchObject([
    { path: ['viewer', 'partnerAccount', 'application'], extensions: { code: 'FORBIDDEN' } },
  ]);
  const joined = await api.ask(partner.actor, '{ viewer { partnerAccount { joinedAt } } }');
  expect(joined.errors).toMatchObject([
    { path: ['viewer', 'partnerAccount', 'joinedAt'], extensions: { code: 'FORBIDDEN' } },
  ]);
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'the partner itself', actor: () => partner.actor, code: 'FORBIDDEN' },
  { who: 'another partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
])('refuses $who with $code', async ({ actor, code }) => {
  const { data, errors } = await api.ask(await actor(), GET, { id: partner.resellerId });

  expect(data).toEqual({ partnerAccount: null });
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
