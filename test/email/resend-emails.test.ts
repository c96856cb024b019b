import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenAdmin } from '../support/given/people.ts';

const api = useApi();

const RESEND = `mutation ($ids: [ID!]!) {
  resendEmails(ids: $ids) { id email { id status tries } error { code message reason version } }
}`;

interface Result {
  id: string;
  email: { id: string; status: string; tries: number } | null;
  error: { code: string; message: string; reason: string | null } | null;
}

const resend = (ids: string[], actor = api.admin as typeof api.admin | undefined) =>
  api.ask<{ resendEmails: Result[] }>(actor, RESEND, { ids });

async function givenEmail(status: 'QUEUED' | 'SENT' | 'FAILED' | 'HELD_BACK'): Promise<string> {
  const id = uuid();
  await api.rows(
    `insert into email_message (id, recipient, template, data, status, tries, last_error, created_at)
      values ($1, 'ada@acme.example', 'application.received', '{}', $2, 14, 'Postmark failed (500)', now())`,
    [id, status],
  );
  return id;
}

const stored = async (id: string) => [
  await api.rows('select * from email_message where id = $1', [id]),
  await api.rows(`select * from pgboss.job where data ->> 'id' = $1`, [id]),
];

test('queues each email again, in the order of the request', async () => {
  const ids = [await givenEmail('FAILED'), await givenEmail('HELD_BACK')];

  const { data, errors } = await resend(ids);

  expect(errors).toBeUndefined();
  expect(data?.resendEmails).toEqual(
    ids.map((id) => ({ id, email: { id, status: 'QUEUED', tries: 14 }, error: null })),
  );
  for (const id of ids) {
    expect(await stored(id)).toMatchObject([[{ status: 'QUEUED' }], [{ name: 'email', state: 'created' }]]);
  }
});

test('a sent email, an unknown ID and a repeated one fail alone, and change nothing', async () => {
  const [sent, failed, unknown] = [await givenEmail('SENT'), await givenEmail('FAILED'), uuid()];
  const before = await stored(sent);

  const { data } = await resend([sent, unknown, 'no-uuid', failed, failed]);

  expect(data?.resendEmails).toMatchObject([
    { id: sent, email: null, error: { code: 'CONFLICT', reason: 'EMAIL_STATUS' } },
    { id: unknown, email: null, error: { code: 'NOT_FOUND', reason: null } },
    { id: 'no-uuid', email: null, error: { code: 'NOT_FOUND', reason: null } },
    { id: failed, email: { status: 'QUEUED' }, error: null },
    { id: failed, email: null, error: { code: 'CONFLICT', reason: 'EMAIL_STATUS' } },
  ]);
  expect(await stored(sent)).toEqual(before);
  expect((await stored(failed))[1]).toHaveLength(1);
});

test.each([0, 101])('refuses %i emails, and changes nothing', async (many) => {
  const id = await givenEmail('FAILED');
  const before = await stored(id);

  const { errors } = await resend(Array.from({ length: many }, () => id));

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'ids' }] } }]);
  expect(await stored(id)).toEqual(before);
});

test.each([
  { who: 'an anonymous caller', actorOf: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actorOf: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
  {
    who: 'an admin with only FINANCE',
    actorOf: async () => (await givenAdmin(api, 'FINANCE')).actor,
    code: 'FORBIDDEN',
  },
])('refuses $who with $code, and changes nothing', async ({ actorOf, code }) => {
  const id = await givenEmail('FAILED');
  const before = await stored(id);

  const { errors } = await api.ask(await actorOf(), RESEND, { ids: [id] });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored(id)).toEqual(before);
});
