import { expect, test, vi } from 'vitest';
import { useApi } from '../../support/api.ts';
import {
  FAILED_JOBS,
  givenEmailsWithoutJobs,
  makeLastAttempt,
  sendJobs,
  type FailedJobs,
} from '../../support/given/rows/jobs.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { useWorkerChildren } from '../../support/processes/worker.child.ts';
import { FakePostmark } from '../../support/processes/fake-postmark.ts';

vi.setConfig({ testTimeout: 90_000 });

const api = useApi({ WORKER: 'off' });
const workers = useWorkerChildren();
const soon = { timeout: 60_000, interval: 250 };

test('Fault 20: one bad job does not fail the nine others, and ends in the list of failed jobs', async () => {
  const postmark = await FakePostmark.start();
  const emails = await givenEmailsWithoutJobs(api, 9);
  await sendJobs(api, 'email', ['poison', ...emails]);

  workers.start({ databaseUrl: api.database.loginUrl, postmarkUrl: postmark.url });

  await expect.poll(() => postmark.received.length, soon).toBe(9);
  await expect
    .poll(async () => {
      await makeLastAttempt(api, 'poison');
      return (await api.ask<FailedJobs>(api.admin, FAILED_JOBS)).data?.failedJobs;
    }, soon)
    .toMatchObject({ items: [{ queue: 'email', subject: 'poison', retries: 14 }], pageInfo: { totalItems: 1 } });
  expect(await api.rows('select distinct status, tries from email_message')).toEqual([{ status: 'SENT', tries: 1 }]);
  expect(postmark.received).toHaveLength(9);
  await postmark.stop();
});

test('Fault 20: a job of any queue that lost its worker in the last attempt ends in the list', async () => {
  await sendJobs(api, 'password-reset', ['ada@acme.example']);
  await api.rows(`update pgboss.job set state = 'active', retry_count = retry_limit,
    started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute' where name = 'password-reset'`);

  workers.start({ databaseUrl: api.database.loginUrl, postmarkUrl: 'http://127.0.0.1:9' });

  await expect
    .poll(async () => (await api.ask<FailedJobs>(api.admin, FAILED_JOBS)).data?.failedJobs.items, soon)
    .toContainEqual(expect.objectContaining({ queue: 'password-reset', subject: 'ada@acme.example', retries: 10 }));
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
])('refuses $who', async ({ actor, code }) => {
  const { data, errors } = await api.ask(await actor(), FAILED_JOBS);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(data).toBeNull();
});
