import { expect, test, vi } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { useWorkerChildren } from '../../support/processes/worker.child.ts';
import { FakePostmark } from '../../support/processes/fake-postmark.ts';

vi.setConfig({ testTimeout: 90_000 });

const api = useApi({ WORKER: 'off' });
const workers = useWorkerChildren();
const soon = { timeout: 60_000, interval: 250 };

const LIST = '{ failedJobs { items { id queue subject retries createdAt failedAt } pageInfo { totalItems } } }';

interface Listed {
  failedJobs: { items: Record<string, unknown>[]; pageInfo: { totalItems: number } };
}

/** Jobs whose next attempt is their last one, now. */
const lastAttemptOf = (subject: string) =>
  api.rows(
    `update pgboss.job set retry_count = retry_limit - 1, start_after = now()
      where state = 'retry' and data ->> 'id' = $1 and retry_count < retry_limit - 1`,
    [subject],
  );

const sendJobs = (queue: string, subjects: string[]) =>
  api.rows(
    `insert into pgboss.job (name, data, retry_limit, retry_delay, heartbeat_seconds, expire_seconds, dead_letter, keep_until)
      select queue.name, jsonb_build_object('id', subject), retry_limit, retry_delay, heartbeat_seconds, expire_seconds,
        dead_letter, now() + interval '1 hour'
      from pgboss.queue, unnest($2::text[]) subject where queue.name = $1`,
    [queue, subjects],
  );

test('one bad job does not fail the nine others, and ends in the list of failed jobs', async () => {
  const postmark = await FakePostmark.start();
  const emails = await api.rows(`insert into email_message (id, recipient, template, data, status, created_at)
    select gen_random_uuid(), 'poison-' || number || '@acme.example', 'application.received',
      '{"id": "019ac3f0-0000-7000-8000-000000000000", "contactName": "Ada", "companyName": "Acme", "partnershipType": "RESELLER"}',
      'QUEUED', now()
    from generate_series(1, 9) number returning id`);
  await sendJobs('email', ['poison', ...emails.map(({ id }) => String(id))]);

  workers.start({ databaseUrl: api.database.loginUrl, postmarkUrl: postmark.url });

  await expect.poll(() => postmark.received.length, soon).toBe(9);
  await expect
    .poll(async () => {
      await lastAttemptOf('poison');
      return (await api.ask<Listed>(api.admin, LIST)).data?.failedJobs;
    }, soon)
    .toMatchObject({ items: [{ queue: 'email', subject: 'poison', retries: 14 }], pageInfo: { totalItems: 1 } });
  expect(await api.rows('select distinct status, tries from email_message')).toEqual([{ status: 'SENT', tries: 1 }]);
  expect(postmark.received).toHaveLength(9);
  await postmark.stop();
});

test('a job of any queue that lost its worker in the last attempt ends in the list', async () => {
  await sendJobs('password-reset', ['ada@acme.example']);
  await api.rows(`update pgboss.job set state = 'active', retry_count = retry_limit,
    started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute' where name = 'password-reset'`);

  workers.start({ databaseUrl: api.database.loginUrl, postmarkUrl: 'http://127.0.0.1:9' });

  await expect
    .poll(async () => (await api.ask<Listed>(api.admin, LIST)).data?.failedJobs.items, soon)
    .toContainEqual(expect.objectContaining({ queue: 'password-reset', subject: 'ada@acme.example', retries: 10 }));
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
])('refuses $who', async ({ actor, code }) => {
  const { data, errors } = await api.ask(await actor(), LIST);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(data).toBeNull();
});
