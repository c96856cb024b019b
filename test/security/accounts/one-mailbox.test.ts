import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ADMIN, signIn, useApi } from '../../support/api.ts';
import { changeStatus, givenApplication, stored, submit, validInput } from '../../support/given/applications.ts';
import { create, update, validClient, type Client } from '../../support/given/client-accounts.ts';
import { givenPartner, mailedToken, PASSWORD, type Partner } from '../../support/given/partners.ts';
import { givenMember, inviteAdmin, inviteMember } from '../../support/given/people.ts';

const api = useApi({ WORKER: 'on' });
let partner: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
});

const newName = () => `ann.${uuid()}`;

/** Two spellings of one mailbox, each built from a name. */
const SPELLINGS: [what: string, one: (name: string) => string, other: (name: string) => string][] = [
  ['a plus', (name) => `${name}@acme.example`, (name) => `${name}+crm@acme.example`],
  ['dots at Gmail', (name) => `${name}@gmail.com`, (name) => `${name.replace('.', '')}@GoogleMail.com`],
  ['a domain in Unicode', (name) => `${name}@b\u00fccher.example`, (name) => `${name}@xn--bcher-kva.example`],
  [
    'full-width letters',
    (name) => `${name}@acme.example`,
    (name) => `${name.replace('ann', 'ａｎｎ')}＠acme。example.`,
  ],
  ['invisible characters', (name) => `${name}@acme.example`, (name) => `\ufeff${name}\u200b@ac\u00adme.example`],
  ['a link', (name) => `${name}@acme.example`, (name) => `mailto:${name}@ACME.example`],
  ['a name of the provider', (name) => `${name}@proton.me`, (name) => `${name}@pm.me`],
];

const codeOf = ({ errors }: { errors?: { extensions: { code: string; reason?: string } }[] }) =>
  errors?.[0]?.extensions.reason ?? errors?.[0]?.extensions.code;

describe.each(SPELLINGS)('F7: two addresses of one mailbox, by %s', (_, one, other) => {
  test('are one applicant: the second submission is not stored, and its email goes to the first address', async () => {
    const name = newName();
    const id = await givenApplication(api, { contactEmail: one(name) });
    const before = (await stored(api, id)) as { recipient: string }[][];

    const { data } = await submit(api, validInput({ contactEmail: other(name) }));

    const { applicationId } = data?.submitPartnerApplication ?? expect.fail('refused');
    expect(await api.rows('select 1 from partner_application where id = $1', [applicationId])).toEqual([]);
    const after = (await stored(api, id)) as { recipient: string; template: string }[][];
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after[3]?.slice(before[3]?.length)).toMatchObject([
      { template: 'application.already_received', recipient: before[3]?.[0]?.recipient },
    ]);
  });

  test('are possible duplicates by their address', async () => {
    const name = newName();
    const id = await givenApplication(api, { contactEmail: one(name), companyName: uuid() });
    const again = { contactEmail: other(name), companyName: uuid(), partnershipType: 'REFERRAL' };
    const twin = await givenApplication(api, again);

    const query = 'query ($id: ID!) { partnerApplication(id: $id) { possibleDuplicates { id matches } } }';
    const { data } = await api.ask<{ partnerApplication: { possibleDuplicates: object[] } }>(api.admin, query, { id });

    expect(data?.partnerApplication.possibleDuplicates).toContainEqual({ id: twin, matches: ['EMAIL'] });
  });

  test('are one user: a second invitation is refused, as a member, an admin or by an approval', async () => {
    const name = newName();
    const { data } = await inviteMember(api, partner.actor, { email: one(name) });
    expect(data?.inviteMember.isActive).toBe(true);
    const applicationId = await givenApplication(api, { contactEmail: other(name) });
    const users = await api.rows('select * from user_account order by id');

    expect(codeOf(await inviteMember(api, partner.actor, { email: other(name) }))).toBe('EMAIL_IN_USE');
    expect(codeOf(await inviteAdmin(api, api.admin, { email: other(name) }))).toBe('EMAIL_IN_USE');
    expect(codeOf(await changeStatus(api, api.admin, { id: applicationId, status: 'APPROVED' }))).toBe('EMAIL_IN_USE');
    expect(await api.rows('select * from user_account order by id')).toEqual(users);
  });

  test('are one client for a reseller, and two clients for two resellers', async () => {
    const name = newName();
    const { data } = await create(api, partner.actor, validClient({ contactEmail: one(name) }));
    const another = await create(api, partner.actor, validClient());
    const clients = await api.rows('select * from client_account order by id');

    const { id = '' } = another.data?.createClientAccount ?? {};
    expect(codeOf(await create(api, partner.actor, validClient({ contactEmail: other(name) })))).toBe('CLIENT_EMAIL');
    expect(codeOf(await update(api, partner.actor, { id, input: { contactEmail: other(name) } }))).toBe('CLIENT_EMAIL');
    expect(await api.rows('select * from client_account order by id')).toEqual(clients);
    expect(data?.createClientAccount.id).toBeDefined();
    const elsewhere = await givenPartner(api);
    expect((await create(api, elsewhere.actor, validClient({ contactEmail: other(name) }))).errors).toBeUndefined();
  });

  test('find each other in every search', async () => {
    const name = newName();
    const id = await givenApplication(api, { contactEmail: one(name), partnershipType: 'REFERRAL' });
    const { data: approved } = await changeStatus(api, api.admin, { id, status: 'APPROVED' });
    expect(approved?.updatePartnerApplicationStatus.status).toBe('APPROVED');
    const { data: created } = await create(api, partner.actor, validClient({ contactEmail: one(name) }));

    const search = other(name);
    const applications = await api.ask<Found>(api.admin, SEARCH_APPLICATIONS, { search });
    const partners = await api.ask<Found>(api.admin, SEARCH_PARTNERS, { search });
    const clients = await api.ask<Found>(partner.actor, SEARCH_CLIENTS, { search });

    expect(applications.data?.list.items).toEqual([{ id }]);
    expect(partners.data?.list.items).toEqual([{ application: { id } }]);
    expect(clients.data?.list.items).toEqual([{ id: created?.createClientAccount.id }]);
  });

  test('sign in to one account, and its reset goes to the stored address', async () => {
    const name = newName();
    const { data } = await inviteMember(api, partner.actor, { email: one(name) });
    const { id = '', email = '' } = data?.inviteMember ?? {};
    await joinWith(await mailedToken(api, email, 'user.invited'));

    const { data: signedIn } = await api.ask<SignedIn>(undefined, SIGN_IN, { email: other(name), password: PASSWORD });
    expect(signedIn?.signIn.viewer).toEqual({ id, email });

    await api.ask(undefined, RESET, { email: other(name) });
    await resetsDone();
    expect(await resets(name.split('.')[1] ?? '')).toEqual([{ recipient: email }]);
  });
});

interface Found {
  list: { items: object[] };
}

const SEARCH_APPLICATIONS =
  'query ($search: String!) { list: partnerApplications(filter: { search: $search }) { items { id } } }';
const SEARCH_PARTNERS =
  'query ($search: String!) { list: partnerAccounts(filter: { search: $search }) { items { application { id } } } }';
const SEARCH_CLIENTS =
  'query ($search: String!) { list: clientAccounts(filter: { search: $search }) { items { id } } }';

interface SignedIn {
  signIn: { viewer: { id: string; email: string } };
}

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { viewer { id email } }
}`;
const RESET = 'mutation ($email: String!) { requestPasswordReset(email: $email) }';

/** Waits until every password reset request is done. */
const resetsDone = () =>
  vi.waitUntil(
    async () =>
      (await api.rows(`select 1 from pgboss.job where name = 'password-reset' and state <> 'completed'`)).length === 0,
    { timeout: 10_000, interval: 50 },
  );

const resets = (name: string) =>
  api.rows(
    `select recipient from email_message where template = 'user.password_reset_requested' and recipient like '%' || $1 || '%'`,
    [name],
  );

async function joinWith(token: string): Promise<void> {
  const accept = `mutation ($token: String!, $password: String!) {
    acceptInvitation(token: $token, name: "Ann", password: $password) { expiresAt }
  }`;
  const { errors } = await api.ask(undefined, accept, { token, password: PASSWORD });
  expect(errors).toBeUndefined();
}

/** CVE-2019-19844: the attacker's mailbox only looks like the victim's, and requests the victim's reset. */
describe('an attacker with a look-alike of a victim’s address', () => {
  const LOOKALIKES: [string, (email: string) => string][] = [
    ['an i without a dot', (email) => email.replace('i', 'ı')],
    ['a Cyrillic letter', (email) => email.replace('e', 'е')],
    ['a ligature', (email) => email.replace('fi', 'ﬁ')],
    ['a full-width letter', (email) => email.replace('i', 'ｉ')],
    ['a plus that is part of the name', (email) => email.replace('@', '+x@')],
    ['a domain of look-alike letters', (email) => email.replace('people', 'рeople')],
  ];

  test.each(LOOKALIKES)('gets no email by %s', async (_, lookalike) => {
    const mark = uuid();
    const email = `finn.${mark}@people.example`;
    await inviteMember(api, partner.actor, { email });
    await joinWith(await mailedToken(api, email, 'user.invited'));

    await api.ask(undefined, RESET, { email: lookalike(email) });

    await resetsDone();
    const recipients = (await resets(mark)).map(({ recipient }) => recipient);
    expect(recipients.filter((recipient) => recipient !== email)).toEqual([]);
  });

  test.each(LOOKALIKES)('gets no link to the victim’s application by %s', async (_, lookalike) => {
    const mark = uuid();
    const contactEmail = `finn.${mark}@people.example`;
    const id = await givenApplication(api, { contactEmail });

    await submit(api, validInput({ contactEmail: lookalike(contactEmail) }));

    const mails = await api.rows(
      `select recipient from email_message where data ->> 'id' = $1 and template not like '%submitted'`,
      [id],
    );
    expect(new Set(mails.map(({ recipient }) => recipient))).toEqual(new Set([contactEmail]));
  });
});

test('a client with a new address frees its earlier mailbox', async () => {
  const name = newName();
  const [first, second] = [`${name}+a@acme.example`, `${newName()}@acme.example`];
  const { data } = await create(api, partner.actor, validClient({ contactEmail: first }));
  const client: Partial<Client> = data?.createClientAccount ?? {};

  const moved = await update(api, partner.actor, { id: client.id ?? '', input: { contactEmail: second } });
  expect(moved.data?.updateClientAccount.contactEmail).toBe(second);

  const free = validClient({ contactEmail: `${name}@acme.example` });
  expect((await create(api, partner.actor, free)).errors).toBeUndefined();
  const taken = validClient({ contactEmail: second.replace('@', '+b@') });
  expect(codeOf(await create(api, partner.actor, taken))).toBe('CLIENT_EMAIL');
});

test('a removed owner who returns with another address of the mailbox is still the first user', async () => {
  const { resellerId, actor, email } = await givenPartner(api);
  const coOwner = await givenMember(api, { actor }, 'OWNER');
  const [{ id: ownerId } = {}] = await api.rows('select id from user_account where email = $1', [email]);
  const removal = 'mutation ($id: ID!) { removeMember(id: $id) }';
  const { errors } = await api.ask(coOwner.actor, removal, { id: ownerId });
  expect(errors).toBeUndefined();
  await inviteMember(api, coOwner.actor, { email: email.replace('@', '+again@') });

  const again = await api.ask(api.admin, 'mutation ($id: ID!) { resendInvitation(partnerAccountId: $id) }', {
    id: resellerId,
  });

  expect(again.errors).toBeUndefined();
  expect(
    await api.rows('select recipient from email_message where recipient = $1', [email.replace('@', '+again@')]),
  ).toHaveLength(2);
});

test('the first admin is one mailbox too', async () => {
  expect(await signIn(api, { ...ADMIN, email: ADMIN.email.replace('@', '+x@') })).toHaveProperty('accessToken');
});

test('neither the mailbox nor its rank is in the audit log or in an answer', async () => {
  const name = newName();
  const { data } = await create(api, partner.actor, validClient({ contactEmail: `${name}+a@acme.example` }));
  const { id } = data?.createClientAccount ?? expect.fail('refused');
  await update(api, partner.actor, { id, input: { contactEmail: `${name}+b@acme.example` } });

  const events = await api.rows('select changes from audit_event where target_id = $1', [id]);

  expect(events).toHaveLength(2);
  expect(JSON.stringify([events, data])).not.toMatch(/mailbox/i);
});
