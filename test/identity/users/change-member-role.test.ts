import { beforeEach, describe, expect, test } from 'vitest';
import { signIn, useApi, type Actor } from '../../support/api.ts';
import { givenKey } from '../../support/given/api-keys.ts';
import {
  changeSubscription,
  create,
  givenClient,
  stored as storedClient,
  validClient,
} from '../../support/given/client-accounts.ts';
import { givenPartner, PASSWORD, type Partner } from '../../support/given/partners.ts';
import { actionsOn, auditOf, givenMember, inviteMember } from '../../support/given/people.ts';

const api = useApi();
let partner: Partner;

beforeEach(async () => {
  partner = await givenPartner(api);
});

const change = (id: string, role: string, actor: Actor = partner.actor) =>
  api.ask<{ changeMemberRole: { partnerRole: string } }>(
    actor,
    'mutation ($id: ID!, $role: PartnerRole!) { changeMemberRole(id: $id, role: $role) { id partnerRole } }',
    { id, role },
  );

const codeOf = async (actor: Actor, query: string) => (await api.ask(actor, query)).errors?.[0]?.extensions.code;

const CLIENTS = '{ clientAccounts { items { id } } }';
const MEMBERS = '{ members { items { id } } }';
const KEYS = '{ apiKeys { id } }';

/** The permissions of each role in a reseller’s account. */
const ALLOWED = {
  OWNER: { changesClients: true, managesKeys: true, managesMembers: true },
  MEMBER: { changesClients: true, managesKeys: true, managesMembers: false },
  BILLING: { changesClients: false, managesKeys: false, managesMembers: false },
  READ_ONLY: { changesClients: false, managesKeys: false, managesMembers: false },
};

describe.each(Object.entries(ALLOWED))('%s', (role, { changesClients, managesKeys, managesMembers }) => {
  const refusal = (isAllowed: boolean) => (isAllowed ? undefined : 'FORBIDDEN');

  async function expectRights(actor: Actor): Promise<void> {
    expect(await codeOf(actor, CLIENTS)).toBeUndefined();
    expect(await codeOf(actor, '{ auditEvents { items { id } } }')).toBeUndefined();
    expect(await codeOf(actor, KEYS)).toBe(refusal(managesKeys));
    expect(await codeOf(actor, MEMBERS)).toBe(refusal(managesMembers));
    expect((await create(api, actor, validClient())).errors?.[0]?.extensions.code).toBe(refusal(changesClients));
  }

  test('can come with an invitation', async () => {
    const { actor, id } = await givenMember(api, partner, role);

    await expectRights(actor);
    const [invited] = await auditOf(api, id);
    expect(JSON.parse(String(invited?.['changes']))).toMatchObject({ partnerRole: { from: null, to: role } });
  });

  test('can change later, from the next request on', async () => {
    const from = role === 'MEMBER' ? 'READ_ONLY' : 'MEMBER';
    const member = await givenMember(api, partner, from);

    expect((await change(member.id, role)).data?.changeMemberRole.partnerRole).toBe(role);

    expect(await codeOf(member.actor, CLIENTS)).toBe('UNAUTHENTICATED');
    await expectRights(await signIn(api, { email: member.email, password: PASSWORD }));
    const changed = (await auditOf(api, member.id)).find(({ action }) => action === 'user.role_changed');
    expect(JSON.parse(String(changed?.['changes']))).toEqual({ partnerRole: { from, to: role } });
  });
});

describe('API keys of a member with a new role', () => {
  test.each(['BILLING', 'READ_ONLY'])('are revoked with %s, and audited', async (role) => {
    const member = await givenMember(api, partner);
    const key = await givenKey(api, member.actor);
    const other = await givenKey(api, partner.actor);
    expect(await codeOf(key, CLIENTS)).toBeUndefined();

    await change(member.id, role);

    expect(await codeOf(key, CLIENTS)).toBe('UNAUTHENTICATED');
    expect(await codeOf(other, CLIENTS)).toBeUndefined();
    expect(await actionsOn(api, key.apiKey.id)).toEqual(['api_key.created', 'api_key.revoked']);
    await change(member.id, 'MEMBER');
    expect(await codeOf(key, CLIENTS)).toBe('UNAUTHENTICATED');
  });

  test('stay with OWNER', async () => {
    const member = await givenMember(api, partner);
    const key = await givenKey(api, member.actor);

    await change(member.id, 'OWNER');

    expect(await codeOf(key, CLIENTS)).toBeUndefined();
  });
});

describe('members cannot raise their own permissions', () => {
  const stored = () =>
    api.rows(`select u.*, (select count(*) from audit_event) as events from user_account u order by id`);

  test.each(['BILLING', 'MEMBER', 'READ_ONLY'])('%s cannot change roles or invite', async (role) => {
    const member = await givenMember(api, partner, role);
    const before = await stored();

    for (const id of [member.id, partner.ownerId]) {
      for (const to of Object.keys(ALLOWED)) {
        expect((await change(id, to, member.actor)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    }
    expect((await inviteMember(api, member.actor, { role: 'READ_ONLY' })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await stored()).toEqual(before);
  });

  test.each(['BILLING', 'MEMBER', 'READ_ONLY'])('the last owner cannot become %s', async (role) => {
    await givenMember(api, partner, 'BILLING');
    const before = await stored();

    expect((await change(partner.ownerId, role)).errors).toMatchObject([{ extensions: { reason: 'LAST_OWNER' } }]);
    expect(await stored()).toEqual(before);
  });

  test('read-only users cannot change a client', async () => {
    const { id } = await givenClient(api, partner.actor);
    const before = await storedClient(api, id);

    for (const role of ['BILLING', 'READ_ONLY']) {
      const { actor } = await givenMember(api, partner, role);
      const { errors } = await changeSubscription(api, actor, { id, input: { subscriptionStatus: 'CANCELED' } });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await storedClient(api, id)).toEqual(before);
  });
});
