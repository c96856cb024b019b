import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, signIn, useApi, type Answer } from '../support/api.ts';
import { changeStatus, givenApplication, stored } from '../support/given/applications.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, PASSWORD, type Partner } from '../support/given/partners.ts';
import { auditOf, givenMember } from '../support/given/people.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
let referral: Partner;

beforeEach(async () => {
  referral = await givenPartner(api, { partnershipType: 'REFERRAL', companyName: 'Bright Referrals' });
});

const approve = (id: string) => changeStatus(api, api.admin, { id, status: 'APPROVED' });
const reasonsOf = ({ errors = [] }: Answer<unknown>) => errors.map(({ extensions }) => extensions.reason);

/** An application of this contact for a type of partnership. */
const givenAnother = (contactEmail: string, partnershipType = 'RESELLER') =>
  givenApplication(api, { contactEmail, partnershipType, companyName: 'Bright Resale' });

interface Account {
  id: string;
  partnershipType: string;
  clientManagementEnabled: boolean;
  version: number;
  application: { id: string };
  partnerships: { type: string; since: string; application: { id: string } }[];
}

const ACCOUNT = `query ($id: ID!) { partnerAccount(id: $id) {
  id partnershipType clientManagementEnabled version application { id } partnerships { type since application { id } }
} }`;

async function accountOf(id: string): Promise<Account> {
  const { data } = await api.ask<{ partnerAccount: Account }>(api.admin, ACCOUNT, { id });
  return data?.partnerAccount ?? expect.fail('There is no such account.');
}

const everything = async (id: string) => [
  await stored(api, id),
  await api.rows('select * from partnership order by application_id'),
  await api.rows('select * from partner_account order by id'),
  await api.rows(`select (select count(*) from user_account) as users, (select count(*) from user_token) as tokens,
    (select count(*) from email_message) as mails, (select count(*) from audit_event) as events`),
];

describe('an approved application of an owner for another type', () => {
  test('adds the partnership to the account: no second account, no user, no invitation', async () => {
    const before = await accountOf(referral.resellerId);
    const id = await givenAnother(referral.email);
    const counted = () =>
      api.rows(`select (select count(*) from partner_account) as accounts, (select count(*) from user_account) as users,
        (select count(*) from user_token) as tokens,
        (select count(*) from email_message where template = 'user.invited') as invitations`);
    const counts = await counted();

    expect((await approve(id)).errors).toBeUndefined();

    const after = await accountOf(referral.resellerId);
    expect(before.partnerships).toEqual([
      { type: 'REFERRAL', since: expect.any(String), application: { id: referral.applicationId } },
    ]);
    expect(after).toEqual({
      ...before,
      clientManagementEnabled: true,
      version: before.version + 1,
      partnerships: [...before.partnerships, { type: 'RESELLER', since: expect.any(String), application: { id } }],
    });
    expect(after.partnershipType).toBe('REFERRAL');
    expect(after.application.id).toBe(referral.applicationId);
    expect(await counted()).toEqual(counts);
  });

  test('is audited with its type, its application and the new permissions of the account', async () => {
    const id = await givenAnother(referral.email);

    await approve(id);

    const events = (await auditOf(api, referral.resellerId)).slice(1);
    expect(
      events.map(({ action, reseller_id, actor_email, target_type, changes }) => ({
        action,
        reseller_id,
        actor_email,
        target_type,
        changes: JSON.parse(String(changes)) as unknown,
      })),
    ).toEqual(
      expect.arrayContaining([
        {
          action: 'partner.partnership_added',
          reseller_id: referral.resellerId,
          actor_email: ADMIN.email,
          target_type: 'PartnerAccount',
          changes: { applicationId: { from: null, to: id }, partnershipType: { from: null, to: 'RESELLER' } },
        },
        {
          action: 'partner.updated',
          reseller_id: referral.resellerId,
          actor_email: ADMIN.email,
          target_type: 'PartnerAccount',
          changes: { clientManagementEnabled: { from: false, to: true } },
        },
      ]),
    );
    expect(events).toHaveLength(2);
  });

  test('leads to the account, like the first one', async () => {
    const id = await givenAnother(referral.email);

    await approve(id);

    const query = 'query ($id: ID!) { partnerApplication(id: $id) { partnerAccount { id } } }';
    for (const each of [id, referral.applicationId]) {
      expect(await api.ask(api.admin, query, { id: each })).toEqual({
        data: { partnerApplication: { partnerAccount: { id: referral.resellerId } } },
      });
    }
  });

  test('lets its users manage clients: old tokens end, and the next sign-in has the permission', async () => {
    const query = '{ clientAccounts { items { id } } }';
    expect((await api.ask(referral.actor, query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await approve(await givenAnother(referral.email));

    expect((await api.ask(referral.actor, '{ viewer { id } }')).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    const actor = await signIn(api, referral);
    await givenClient(api, actor);
    expect((await api.ask(actor, query)).errors).toBeUndefined();
  });

  test('keeps sessions and client management if the account does not become a reseller', async () => {
    const { version } = await accountOf(referral.resellerId);
    await approve(await givenAnother(referral.email, 'TECHNOLOGY'));

    expect((await api.ask(referral.actor, '{ viewer { id } }')).errors).toBeUndefined();
    expect(await accountOf(referral.resellerId)).toMatchObject({ clientManagementEnabled: false, version });
  });

  test('the email tells the applicant where the partnership is, and mentions no invitation', async () => {
    const id = await givenAnother(referral.email);
    const preview = 'query ($id: ID!) { partnerApplicationStatusEmail(id: $id, status: APPROVED) { subject html } }';
    type Preview = { partnerApplicationStatusEmail: { subject: string; html: string } };
    const { data } = await api.ask<Preview>(api.admin, preview, { id });

    await approve(id);

    expect(data?.partnerApplicationStatusEmail.subject).toBe('Your new partnership with ReachGenie');
    expect(data?.partnerApplicationStatusEmail.html).toContain('your existing partner account');
    expect(data?.partnerApplicationStatusEmail.html).not.toContain('invitation to your partner account');
    const sql = `select recipient, data ->> 'access' as access from email_message where application_id = $1
      and template = 'application.status_changed'`;
    expect(await api.rows(sql, [id])).toEqual([{ recipient: referral.email, access: 'OWNED' }]);
    expect(await api.rows(sql, [referral.applicationId])).toEqual([{ recipient: referral.email, access: 'INVITED' }]);
  });

  test('finds the owner in another spelling of the mailbox', async () => {
    const [name, domain] = referral.email.split('@');
    const id = await givenAnother(`${name}+resale@${domain}`);

    await approve(id);

    expect((await accountOf(referral.resellerId)).partnerships.map(({ type }) => type)).toEqual([
      'REFERRAL',
      'RESELLER',
    ]);
  });

  test('B3: is shown to the partner, but not the application', async () => {
    await approve(await givenAnother(referral.email));
    const signInFor = (selection: string) =>
      api.ask<{ signIn: { viewer: { partnerAccount: { partnerships: object[] } } } }>(
        undefined,
        `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
          viewer { partnerAccount { partnerships { ${selection} } } } } }`,
        { email: referral.email, password: PASSWORD },
      );

    const { data } = await signInFor('type since');
    expect(data?.signIn.viewer.partnerAccount.partnerships).toEqual([
      { type: 'REFERRAL', since: expect.any(String) },
      { type: 'RESELLER', since: expect.any(String) },
    ]);
    const actor = await signIn(api, referral);
    const { errors } = await api.ask(actor, '{ viewer { partnerAccount { partnerships { application { id } } } } }');
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  });

  test('is listed among the partners of both types', async () => {
    await approve(await givenAnother(referral.email));
    const query = `query ($types: [PartnershipType!]) {
      partnerAccounts(filter: { partnershipType: $types, search: "Bright Referrals" }) { items { id } } }`;
    const isFound = async (...types: string[]) =>
      JSON.stringify(await api.ask(api.admin, query, { types })).includes(referral.resellerId);

    expect(await isFound('REFERRAL')).toBe(true);
    expect(await isFound('RESELLER')).toBe(true);
    expect(await isFound('REFERRAL', 'TECHNOLOGY')).toBe(true);
    expect(await isFound('TECHNOLOGY')).toBe(false);
  });

  test('lets an admin switch client management, which only resellers can have', async () => {
    const query = `mutation ($id: ID!, $on: Boolean!) {
      updatePartnerAccount(id: $id, input: { clientManagementEnabled: $on }) { clientManagementEnabled } }`;
    const turn = (on: boolean) => api.ask(api.admin, query, { id: referral.resellerId, on });
    expect(reasonsOf(await turn(true))).toEqual(['NOT_A_RESELLER']);
    await approve(await givenAnother(referral.email));

    for (const on of [false, true]) {
      expect(await turn(on)).toEqual({ data: { updatePartnerAccount: { clientManagementEnabled: on } } });
    }
  });
});

test.each([
  { who: 'a member', reason: 'EMAIL_IN_USE', email: async () => (await givenMember(api, referral)).email },
  {
    who: 'an owner whose account already has this type',
    reason: 'PARTNERSHIP_EXISTS',
    email: async () => (await givenPartner(api)).email,
  },
  {
    who: 'an owner whose account is deactivated',
    reason: 'PARTNER_INACTIVE',
    email: async () => {
      const query = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }';
      await api.ask(api.admin, query, { id: referral.resellerId });
      return referral.email;
    },
  },
])('$who gets no partnership: CONFLICT, $reason, and nothing changes', async ({ reason, email }) => {
  const id = await givenAnother(await email());
  const before = await everything(id);

  const { errors } = await approve(id);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason } }]);
  expect(await everything(id)).toEqual(before);
});

test('a removed owner gets a new account for the application', async () => {
  const second = await givenMember(api, referral, 'OWNER');
  const remove = await api.ask(second.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id: referral.ownerId });
  expect(remove.errors).toBeUndefined();
  const id = await givenAnother(referral.email);

  expect((await approve(id)).errors).toBeUndefined();

  expect((await accountOf(referral.resellerId)).partnerships).toHaveLength(1);
  expect(await api.rows('select 1 from partner_account where partner_id = $1', [id])).toHaveLength(1);
});

test('the partnerships of a list of partners and their applications take one statement each', async () => {
  const query = '{ partnerAccounts { items { partnerships { type since application { id } } } } }';

  const sent = await statementsOf(() => api.ask(api.admin, query));

  expect(sent.filter((text) => text.includes('from partnership'))).toHaveLength(1);
  expect(sent.filter((text) => text.includes('from "partner_application"'))).toHaveLength(1);
});
