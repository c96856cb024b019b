import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { postTo, useApi, type Actor, type Answer } from '../support/api.ts';
import { changeStatus, givenApplication } from '../support/given/applications.ts';
import { waitingFor, whileHeld } from '../support/locks.ts';
import { acceptInvitation, givenPartner, mailedToken } from '../support/given/partners.ts';
import { actionsOn } from '../support/given/people.ts';

const api = useApi();

const RESEND = 'mutation ResendInvitation($id: ID!) { resendInvitation(partnerAccountId: $id) }';

const resend = (actor: Actor | undefined, id: string) => api.ask(actor, RESEND, { id });

const stored = () =>
  api.rows(`select (select count(*) from email_message) as mails, (select jsonb_agg(t order by id) from user_token t) as tokens,
    (select count(*) from audit_event) as events`);

/** Approved, without a first user who has joined. */
async function givenInvited() {
  const { data } = await changeStatus(api, api.admin, { id: await givenApplication(api), status: 'APPROVED' });
  const email = String(data?.updatePartnerApplicationStatus.contactEmail);
  const [user] = await api.rows('select id, reseller_id from user_account where email = $1', [email]);
  return { email, userId: String(user?.['id']), resellerId: String(user?.['reseller_id']) };
}

test('emails another link, and is audited', async () => {
  const { email, userId, resellerId } = await givenInvited();
  const first = await mailedToken(api, email, 'user.invited');

  expect(await resend(api.admin, resellerId)).toEqual({ data: { resendInvitation: true } });

  expect(await mailedToken(api, email, 'user.invited')).not.toBe(first);
  expect(await api.rows('select id from user_token where user_id = $1', [userId])).toHaveLength(2);
  await expect(acceptInvitation(api, email)).resolves.toMatchObject({ resellerId });
  expect(await actionsOn(api, userId)).toEqual(['user.invited', 'user.invitation_resent', 'user.joined']);
});

test('emails one link for each of several concurrent calls', async () => {
  const { email, userId, resellerId } = await givenInvited();

  const answers = await Promise.all([1, 2, 3, 4].map(() => resend(api.admin, resellerId)));

  for (const answer of answers) expect(answer).toEqual({ data: { resendInvitation: true } });
  const tokens = await api.rows('select id::text as id from user_token where user_id = $1 order by id', [userId]);
  const mailed = await api.rows(
    `select data ->> 'tokenId' as id from email_message where recipient = $1 and template = 'user.invited' order by 1`,
    [email],
  );
  expect(tokens).toHaveLength(5);
  expect(mailed).toEqual(tokens);
});

test('is a conflict once the invitation is accepted, and changes nothing', async () => {
  const { resellerId } = await givenPartner(api);
  const before = await stored();

  expect((await resend(api.admin, resellerId)).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'INVITATION_ACCEPTED' } },
  ]);
  expect(await stored()).toEqual(before);
});

test('a user who accepts meanwhile is not invited again: CONFLICT', async () => {
  const { email, userId, resellerId } = await givenInvited();

  const held = { sql: 'select 1 from user_account where id = $1', values: [userId] };
  const [, resent] = await whileHeld(api, held, 2, async () => {
    const accepted = acceptInvitation(api, email);
    await expect.poll(() => waitingFor(api)).toBe(1);
    return Promise.all([accepted, resend(api.admin, resellerId)]);
  });

  expect(resent.errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'INVITATION_ACCEPTED' } }]);
  expect(await api.rows('select id from user_token where user_id = $1', [userId])).toEqual([]);
  expect(await actionsOn(api, userId)).toEqual(['user.invited', 'user.joined']);
});

test('one mailbox gets few invitations: RATE_LIMITED, and nothing changes', async () => {
  const { resellerId: id } = await givenInvited();
  const limited = await api.startAnother({ RATE_LIMIT_RECIPIENT: '2/hour' });
  try {
    const ask = (accountId: string) =>
      postTo(
        limited.url ?? '',
        { query: RESEND, variables: { id: accountId } },
        { authorization: `Bearer ${api.admin.accessToken}` },
      );

    expect([(await ask(id)).status, (await ask(id.toUpperCase())).status]).toEqual([200, 200]);
    const before = await stored();
    const refused = await ask(id);

    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await refused.json()) as Answer<object>).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } },
    ]);
    expect(await stored()).toEqual(before);
    expect((await ask((await givenInvited()).resellerId)).status).toBe(200);
  } finally {
    await limited.stop();
  }
});

test.each(['random', 'malformed'])('a %s id is not found', async (kind) => {
  expect((await resend(api.admin, kind === 'random' ? uuid() : 'no-uuid')).errors).toMatchObject([
    { message: 'PartnerAccount not found.', extensions: { code: 'NOT_FOUND' } },
  ]);
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
])('refuses $who with $code, and changes nothing', async ({ actor, code }) => {
  const { resellerId } = await givenInvited();
  const caller = await actor();
  const before = await stored();

  expect((await resend(caller, resellerId)).errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});
