import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { changeStatus, givenApplication, stored } from '../support/given/applications.ts';
import { acceptInvitation, givenPartner } from '../support/given/partners.ts';
import { newEmail } from '../support/given/people.ts';
import { laterOf } from '../support/given/callers/second-factors.ts';

const api = useApi();

const approve = (id: string, owner: { ownerEmail?: string; ownerName?: string }) =>
  changeStatus(api, api.admin, { id, status: 'APPROVED', ...owner });

const everything = async (id: string) => [
  await stored(api, id),
  await api.rows(`select (select count(*) from partner_account) as accounts, (select count(*) from user_account) as users,
    (select count(*) from email_message) as mails, (select count(*) from audit_event) as events`),
];

test('an approval can invite another owner, and keeps the contact of the application', async () => {
  const id = await givenApplication(api, { contactEmail: ADMIN.email });
  const ownerEmail = newEmail();

  const { data, errors } = await approve(id, { ownerEmail: ` ${ownerEmail.toUpperCase()}`, ownerName: 'Olga Own' });

  expect(errors).toBeUndefined();
  expect(data?.updatePartnerApplicationStatus).toMatchObject({ status: 'APPROVED', contactEmail: ADMIN.email });
  expect(
    await api.rows(
      `select admin_email, email, name, partner_role from partner_account a join user_account u on u.reseller_id = a.id
       where partner_id = $1`,
      [id],
    ),
  ).toEqual([{ admin_email: ownerEmail, email: ownerEmail, name: 'Olga Own', partner_role: 'OWNER' }]);
  expect(
    await api.rows(
      `select recipient, template, data ->> 'access' as access from email_message
       where recipient = $2 or application_id = $1 and template = 'application.status_changed' order by template`,
      [id, ownerEmail],
    ),
  ).toEqual([
    { recipient: ADMIN.email, template: 'application.status_changed', access: 'OTHER_INVITED' },
    { recipient: ownerEmail, template: 'user.invited', access: null },
  ]);
});

test('ten minutes after a sign-in, it asks for a confirmation first', async () => {
  const id = await givenApplication(api);
  const before = await everything(id);
  const owner = { ownerEmail: newEmail(), ownerName: 'Olga Own' };

  const { errors } = await changeStatus(api, laterOf(api, api.admin), { id, status: 'APPROVED', ...owner });

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } }]);
  expect(await everything(id)).toEqual(before);
  expect((await changeStatus(api, laterOf(api, api.admin), { id, status: 'APPROVED' })).errors).toBeUndefined();
});

test('the partner has the joining time of that owner, and any spelling of the mailbox finds it', async () => {
  const id = await givenApplication(api, { contactEmail: ADMIN.email });
  const ownerEmail = newEmail();
  await approve(id, { ownerEmail, ownerName: 'Olga Own' });
  const search = ownerEmail.replace('@', '+any@');
  const query = `{ partnerAccounts(filter: { search: "${search}" }) { items { adminEmail joinedAt } } }`;
  expect(await api.ask(api.admin, query)).toEqual({
    data: { partnerAccounts: { items: [{ adminEmail: ownerEmail, joinedAt: null }] } },
  });

  await acceptInvitation(api, ownerEmail);

  expect(await api.ask(api.admin, query)).toEqual({
    data: { partnerAccounts: { items: [{ adminEmail: ownerEmail, joinedAt: expect.stringMatching(/Z$/) }] } },
  });
});

test('the preview shows the email as it would be sent', async () => {
  const id = await givenApplication(api);
  const query = `query ($id: ID!) {
    partnerApplicationStatusEmail(id: $id, status: APPROVED, invitesOther: true) { html } }`;

  const { data } = await api.ask<{ partnerApplicationStatusEmail: { html: string } }>(api.admin, query, { id });

  expect(data?.partnerApplicationStatusEmail.html).toContain('the person who will own your partner account');
  expect(data?.partnerApplicationStatusEmail.html).not.toContain('invitation to your partner account');
});

test.each([
  { why: 'an admin’s address', ownerEmail: async () => ADMIN.email },
  { why: 'another owner’s address', ownerEmail: async () => (await givenPartner(api)).email },
])('refuses $why as the owner’s with EMAIL_IN_USE, and changes nothing', async ({ ownerEmail }) => {
  const id = await givenApplication(api, { partnershipType: 'TECHNOLOGY' });
  const owner = { ownerEmail: await ownerEmail(), ownerName: 'Olga Own' };
  const before = await everything(id);

  const { errors } = await approve(id, owner);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'EMAIL_IN_USE' } }]);
  expect(await everything(id)).toEqual(before);
});

test.each([
  { path: 'ownerEmail', input: { ownerName: 'Olga Own' } },
  { path: 'ownerName', input: { ownerEmail: 'olga@own.example' } },
  { path: 'ownerEmail', input: { ownerEmail: 'olga', ownerName: 'Olga Own' } },
  { path: 'ownerName', input: { ownerEmail: 'olga@own.example', ownerName: ' ' } },
  { path: 'ownerEmail', input: { status: 'REVIEWING', ownerEmail: 'olga@own.example', ownerName: 'Olga Own' } },
])('$input is refused at $path, and nothing changes', async ({ path, input }) => {
  const id = await givenApplication(api);
  const before = await everything(id);

  const { errors } = await changeStatus(api, api.admin, { id, status: 'APPROVED', ...input });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  expect(await everything(id)).toEqual(before);
});
