import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { ADMIN, useApi, type Actor } from '../support/api.ts';
import { FAILED_JOBS, givenFailedJob, type FailedJobs } from '../support/given/rows/jobs.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenAdmin } from '../support/given/people.ts';

const api = useApi();

const RETRY =
  'mutation ($id: ID!) { retryFailedJob(id: $id) { id queue subject retries createdAt failedAt retriedAt } }';

interface Retried {
  retryFailedJob: { id: string; retriedAt: string };
}

const retry = (id: string, actor: Actor | undefined = api.admin) => api.ask<Retried>(actor, RETRY, { id });

const listed = async () => {
  const { data } = await api.ask<FailedJobs>(api.admin, FAILED_JOBS);
  return data?.failedJobs.items.map(({ id }) => id);
};

/** The failed job, its new one, and the audit log. */
const stored = async (id: string, subject: string) => [
  await api.rows(`select * from pgboss.job where data ->> 'id' = $1 order by created_on`, [subject]),
  await api.rows('select action from audit_event where target_id::text = $1', [id]),
];

const newSubject = () => `ada-${uuid()}@acme.example`;

test('a failed job runs again like a new one, leaves the list, and is audited', async () => {
  const subject = newSubject();
  const id = await givenFailedJob(api, subject);
  const [options] = await api.rows(
    `select retry_limit, retry_delay, dead_letter from pgboss.queue where name = 'password-reset'`,
  );
  expect(await listed()).toContain(id);

  const { data, errors } = await retry(id);

  expect(errors).toBeUndefined();
  expect(data?.retryFailedJob).toMatchObject({ id, queue: 'password-reset', subject, retriedAt: expect.any(String) });
  expect(await listed()).not.toContain(id);
  expect(await stored(id, subject)).toMatchObject([
    [{ id }, { ...options, name: 'password-reset', state: 'created', retry_count: 0, data: { id: subject } }],
    [{ action: 'job.retried' }],
  ]);
});

test('a worker does the job', async () => {
  const id = await givenFailedJob(api, ADMIN.email);
  const worker = await api.startAnother({ WORKER: 'only' });

  await retry(id);

  const links = `select recipient from email_message where template = 'user.password_reset_requested'`;
  await expect.poll(() => api.rows(links), { timeout: 10_000 }).toEqual([{ recipient: ADMIN.email }]);
  await worker.stop();
});

test('calling it again answers the same, and changes nothing', async () => {
  const subject = newSubject();
  const id = await givenFailedJob(api, subject);
  const first = await retry(id);
  const before = await stored(id, subject);

  expect(await retry(id)).toEqual(first);

  expect(await stored(id, subject)).toEqual(before);
});

test('two concurrent calls run it once', async () => {
  const subject = newSubject();
  const id = await givenFailedJob(api, subject);

  const [one, other] = await Promise.all([retry(id), retry(id)]);

  expect(one).toEqual(other);
  expect(await stored(id, subject)).toMatchObject([[{ id }, { state: 'created' }], [{ action: 'job.retried' }]]);
});

test('a job that failed in the queue of failed emails runs again', async () => {
  const subject = uuid();
  const id = await givenFailedJob(api, subject);
  await api.rows(`update pgboss.job set name = 'email-failed', state = 'failed', source_name = 'email' where id = $1`, [
    id,
  ]);

  expect((await retry(id)).data?.retryFailedJob).toMatchObject({ id, queue: 'email', subject });

  expect(await stored(id, subject)).toMatchObject([
    [{ id }, { name: 'email', state: 'created' }],
    [{ action: 'job.retried' }],
  ]);
});

test.each([
  ['no-uuid', async () => 'no-uuid'],
  ['an unknown job', async () => uuid()],
  [
    'a job that has not failed',
    async () => {
      const id = await givenFailedJob(api, 'waiting');
      await api.rows(`update pgboss.job set name = 'password-reset', source_name = null where id = $1`, [id]);
      return id;
    },
  ],
])('%s is not found, and nothing changes', async (_, idOf) => {
  const id = await idOf();
  const before = await stored(id, 'waiting');

  expect((await retry(id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);

  expect(await stored(id, 'waiting')).toEqual(before);
});

test.each([
  { who: 'an anonymous caller', actorOf: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actorOf: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
  { who: 'an admin for finance', actorOf: async () => (await givenAdmin(api, 'FINANCE')).actor, code: 'FORBIDDEN' },
])('refuses $who, and nothing changes', async ({ actorOf, code }) => {
  const subject = newSubject();
  const id = await givenFailedJob(api, subject);
  const before = await stored(id, subject);

  const { errors } = await api.ask(await actorOf(), RETRY, { id });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored(id, subject)).toEqual(before);
});
