import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { changeStatus, givenApplication, stored, validInput } from '../support/given/applications.ts';
import { whileHeld } from '../support/locks.ts';
import { givenPartner } from '../support/given/partners.ts';
import { auditOf, givenMember } from '../support/given/people.ts';
import { whileRefused } from '../support/database.changes.ts';

const api = useApi();

const approve = (id: string) => changeStatus(api, api.admin, { id, status: 'APPROVED' });

/** Everything that an approval creates. */
const made = (applicationId: string) =>
  api.rows(
    `select a.id as account_id, a.company_name, a.admin_email, a.partnership_type, a.tier, a.is_active, a.client_management_enabled,
       a.whitelabel_enabled, u.id as user_id, u.email, u.name, u.role, u.partner_role, u.password_hash, u.joined_at,
       (select count(*)::int from user_token t where t.user_id = u.id and purpose = 'INVITATION') as tokens,
       (select count(*)::int from email_message m where m.recipient = u.email and template = 'user.invited') as invitations
     from partner_account a join user_account u on u.reseller_id = a.id where a.partner_id = $1`,
    [applicationId],
  );

const everything = () =>
  api.rows(`select (select count(*) from partner_account) as accounts, (select count(*) from user_account) as users,
    (select count(*) from user_token) as tokens, (select count(*) from email_message) as mails,
    (select count(*) from pgboss.job) as jobs, (select count(*) from audit_event) as events`);

test.each([
  { partnershipType: 'RESELLER', managesClients: true },
  { partnershipType: 'REFERRAL', managesClients: false },
  { partnershipType: 'TECHNOLOGY', managesClients: false },
])(
  'an approved $partnershipType application creates an account and invites its first user',
  async ({ partnershipType, managesClients }) => {
    const input = validInput({ partnershipType });
    const id = await givenApplication(api, input);

    await approve(id);

    const found = await made(id);
    expect(found).toEqual([
      {
        account_id: expect.any(String),
        company_name: input.companyName,
        admin_email: input.contactEmail,
        partnership_type: partnershipType,
        tier: 'SILVER',
        is_active: true,
        client_management_enabled: managesClients,
        whitelabel_enabled: false,
        user_id: expect.any(String),
        email: input.contactEmail,
        name: input.contactName,
        role: 'PARTNER',
        partner_role: 'OWNER',
        password_hash: null,
        joined_at: null,
        tokens: 1,
        invitations: 1,
      },
    ]);
    const [{ account_id: accountId, user_id: userId } = {}] = found;
    expect(await auditOf(api, id)).toMatchObject([
      { action: 'application.status_changed', reseller_id: null, actor_email: ADMIN.email },
    ]);
    expect(await auditOf(api, String(accountId))).toMatchObject([
      { action: 'partner.created', reseller_id: accountId, actor_email: ADMIN.email },
    ]);
    expect(await auditOf(api, String(userId))).toMatchObject([{ action: 'user.invited', reseller_id: accountId }]);
  },
);

test('20 concurrent approvals create one account, one user, one invitation and one email', async () => {
  const id = await givenApplication(api);

  const held = { sql: 'select 1 from partner_application where id = $1', values: [id] };
  // The size of the pool limits how many can wait at the same time.
  const answers = await whileHeld(api, held, 10, () => Promise.all(Array.from({ length: 20 }, () => approve(id))));

  expect(answers.map(({ data }) => data?.updatePartnerApplicationStatus.status)).toEqual(Array(20).fill('APPROVED'));
  expect(await made(id)).toMatchObject([{ tokens: 1, invitations: 1 }]);
  const mails = await api.rows(
    `select template from email_message where application_id = $1 and template like '%status%'`,
    [id],
  );
  expect(mails).toHaveLength(1);
  expect(await auditOf(api, id)).toHaveLength(1);
});

test.each([
  { whose: 'a member', email: async () => (await givenMember(api, await givenPartner(api))).email },
  { whose: 'an admin', email: async () => ADMIN.email },
])('the address of $whose cannot get another account: CONFLICT, and nothing changes', async ({ email }) => {
  const id = await givenApplication(api, { contactEmail: await email(), partnershipType: 'TECHNOLOGY' });
  const before = [await stored(api, id), await everything()];

  const { errors } = await approve(id);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'EMAIL_IN_USE' } }]);
  expect([await stored(api, id), await everything()]).toEqual(before);
});

test('approves nothing if the invitation cannot be written', async () => {
  const id = await givenApplication(api);
  const before = [await stored(api, id), await everything()];

  const { errors } = await whileRefused(api, { table: 'email_message', unless: `template <> 'user.invited'` }, () =>
    approve(id),
  );

  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect([await stored(api, id), await everything()]).toEqual(before);
});

test('a rejection creates no account', async () => {
  const id = await givenApplication(api);
  await changeStatus(api, api.admin, { id, status: 'REJECTED' });

  expect(await made(id)).toEqual([]);
});
