import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';

const api = useApi();

const RESEND = `mutation ($id: ID!) {
  resendEmail(id: $id) { id recipient template status tries lastError createdAt sentAt }
}`;

interface Resent {
  resendEmail: { id: string; status: string; tries: number; lastError: string | null };
}

const resend = (id: string, actor = api.admin as typeof api.admin | undefined) =>
  api.ask<Resent>(actor, RESEND, { id });

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

test.each(['FAILED', 'HELD_BACK'] as const)('queues an email that is %s again, and keeps counting', async (status) => {
  const id = await givenEmail(status);

  const { data, errors } = await resend(id);

  expect(errors).toBeUndefined();
  expect(data?.resendEmail).toMatchObject({ id, status: 'QUEUED', tries: 14, lastError: 'Postmark failed (500)' });
  expect(await stored(id)).toMatchObject([
    [{ status: 'QUEUED', tries: 14 }],
    [{ name: 'email', state: 'created', retry_count: 0 }],
  ]);
});

test.each(['QUEUED', 'SENT'] as const)('an email that is %s is a conflict, and nothing changes', async (status) => {
  const id = await givenEmail(status);
  const before = await stored(id);

  const { errors } = await resend(id);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'EMAIL_STATUS' } }]);
  expect(await stored(id)).toEqual(before);
});

test('one of two concurrent calls succeeds', async () => {
  const id = await givenEmail('FAILED');

  const answers = await Promise.all([resend(id), resend(id)]);

  expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason))).toEqual([
    'EMAIL_STATUS',
  ]);
  const [, jobs] = await stored(id);
  expect(jobs).toHaveLength(1);
});

test.each(['no-uuid', uuid()])('the email %s is not found', async (id) => {
  expect((await resend(id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('refuses anonymous callers', async () => {
  const id = await givenEmail('FAILED');
  const before = await stored(id);

  const { errors } = await api.ask(undefined, RESEND, { id });

  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(await stored(id)).toEqual(before);
});
