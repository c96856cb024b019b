import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { whileChanged } from '../support/database.changes.ts';
import { givenAdmin } from '../support/given/people.ts';
import { waitingFor } from '../support/locks.ts';
import { statementsOf } from '../support/statements.ts';
import { toldTo } from './told.ts';

const api = useApi();

/** An email whose worker was killed during its last attempt. */
async function givenLost(template: string, recipient: string): Promise<void> {
  const id = uuid();
  await api.rows(
    `insert into email_message (id, recipient, template, data, status, tries, created_at)
     values ($1, $2, $3, '{}', 'QUEUED', 15, now())`,
    [id, recipient, template],
  );
  await api.rows(
    `insert into pgboss.job_common (name, data, policy, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay,
       retry_backoff)
     select name, jsonb_build_object('id', $1::text), policy, expire_seconds, deletion_seconds, now() + interval '1 day', 1, 1, false
     from pgboss.queue where name = 'email-failed'`,
    [id],
  );
}

async function afterFailures(work: () => Promise<unknown>): Promise<void> {
  await work();
  const worker = await api.startAnother({ WORKER: 'only' });
  try {
    const open = () => api.rows(`select 1 from email_message where status = 'QUEUED'`);
    await expect.poll(open, { timeout: 10_000 }).toEqual([]);
  } finally {
    await worker.stop();
  }
}

test('admins who can send emails again are told of a failed one, once until they have read it', async () => {
  await api.rows('delete from email_message');
  const [reviewer, financier] = [await givenAdmin(api, 'REVIEW'), await givenAdmin(api, 'FINANCE')];
  await api.rows('delete from notification');
  await api.rows('delete from email_message');

  await afterFailures(async () => {
    await givenLost('application.received', 'ada@acme.example');
    await givenLost('application.received', 'bob@acme.example');
  });
  await afterFailures(() => givenLost('application.received', 'cyd@acme.example'));

  expect(await toldTo(api, reviewer.actor)).toMatchObject([
    {
      kind: 'EMAIL_FAILED',
      actorName: null,
      subjectId: null,
      subjectName: expect.stringMatching(/^(ada|bob)@/) as string,
    },
  ]);
  expect(await toldTo(api, api.admin)).toHaveLength(1);
  expect(await toldTo(api, financier.actor)).toEqual([]);

  await api.rows('update notification set read_at = now()');
  await afterFailures(() => givenLost('application.received', 'dan@acme.example'));

  expect(await toldTo(api, reviewer.actor, true)).toMatchObject([{ subjectName: 'dan@acme.example' }]);
});

test('two workers with a failed email each tell an admin once', async () => {
  const { id, actor } = await givenAdmin(api, 'REVIEW');
  await api.rows('delete from notification');
  await api.rows('delete from email_message');
  await givenLost('application.received', 'ada@acme.example');
  // Another worker has told the admin, and its transaction has not ended yet.
  await api.rows('begin');
  await api.rows(
    `insert into notification (id, user_id, kind, subject_name, in_app, created_at)
     values (gen_random_uuid(), $1, 'EMAIL_FAILED', 'bob@acme.example', true, now())`,
    [id],
  );
  const worker = await api.startAnother({ WORKER: 'only' });
  try {
    await expect.poll(() => waitingFor(api), { timeout: 10_000 }).toBe(1);
    await api.rows('commit');

    await expect.poll(() => toldTo(api, api.admin), { timeout: 10_000 }).toHaveLength(1);
  } finally {
    await worker.stop();
  }
  expect(await toldTo(api, actor)).toMatchObject([{ subjectName: 'bob@acme.example' }]);
  expect(await api.rows('select status from email_message')).toEqual([{ status: 'FAILED' }]);
});

test('finds the admins by an index, in one statement for all failures', async () => {
  await givenLost('application.received', 'ada@acme.example');
  const sent = await statementsOf(() => afterFailures(() => givenLost('application.received', 'bob@acme.example')));
  const [told = '', ...others] = sent.filter((text) => text.includes('insert into notification'));

  const change = 'set enable_seqscan = off';
  const plan = await whileChanged(api, { change, back: 'reset all' }, () => api.rows(`explain (generic_plan) ${told}`));

  expect(others).toEqual([]);
  expect(JSON.stringify(plan)).toMatch(
    /user_account_reseller_id_created_at_id_index.*Index Cond: \(reseller_id IS NULL\)/,
  );
});

test('an email about notifications that fails tells nobody, or it would go on forever', async () => {
  await api.rows('delete from notification');
  await api.rows('delete from email_message');

  await afterFailures(() => givenLost('notification.summary', 'ada@acme.example'));

  expect(await api.rows('select * from notification')).toEqual([]);
});
