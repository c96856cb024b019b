import { expect, test, vi } from 'vitest';
import { LOGIN_ROLE } from '../../src/dev/postgres/development.database.ts';
import { receiptFor, useMail } from '../support/mail.ts';

// Hundreds of emails take time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const mail = useMail();
const soon = { timeout: 60_000, interval: 100 };

const statuses = () => mail.rows('select status, count(*)::int as emails from email_message group by status');

test('two workers send 500 emails, each of them once', async () => {
  const emails = Array.from({ length: 500 }, (_, index) => receiptFor(`applicant-${index}@acme.example`));
  await mail.write(...emails);

  const workers = await Promise.all([mail.startWorker(), mail.startWorker()]);

  await vi.waitFor(async () => expect(await statuses()).toEqual([{ status: 'SENT', emails: 500 }]), soon);
  const recipients = mail.postmark.received.map(({ To }) => To);
  expect(recipients).toHaveLength(500);
  expect(new Set(recipients).size).toBe(500);
  await Promise.all(workers.map((worker) => worker.stop()));
});

test('a worker that stops finishes its current jobs, and leaves the rest to others', async () => {
  await mail.write(...Array.from({ length: 100 }, (_, index) => receiptFor(`stop-${index}@acme.example`)));
  const first = await mail.startWorker();
  await vi.waitFor(() => expect(mail.postmark.to('stop-0@acme.example')).toHaveLength(1), soon);

  await first.stop();
  const sentBefore = mail.postmark.received.length;
  expect(await mail.rows(`select 1 from pgboss.job where state = 'active'`)).toEqual([]);

  const second = await mail.startWorker();
  await vi.waitFor(async () => expect(await statuses()).toEqual([{ status: 'SENT', emails: 600 }]), soon);
  await second.stop();
  expect(sentBefore).toBeLessThanOrEqual(600);
  expect(new Set(mail.postmark.received.map(({ Metadata }) => Metadata.email)).size).toBe(600);
  expect(mail.postmark.received).toHaveLength(600);
});

test('another worker sends the emails of a killed one, and marks them as failed after the last attempt', async () => {
  await mail.write(receiptFor('orphan@acme.example'), receiptFor('cursed@acme.example'));
  await loseWorkerOf('orphan@acme.example', 0);
  await loseWorkerOf('cursed@acme.example', 2);

  await mail.startWorker();

  await vi.waitFor(async () => {
    expect(await mail.stored('orphan@acme.example')).toMatchObject([{ status: 'SENT', tries: 1 }]);
    const lastError = expect.stringContaining('was stopped') as string;
    expect(await mail.stored('cursed@acme.example')).toMatchObject([{ status: 'FAILED', last_error: lastError }]);
  }, soon);
  expect(mail.postmark.to('orphan@acme.example')).toHaveLength(1);
  expect(mail.postmark.to('cursed@acme.example')).toEqual([]);
});

test('a worker recovers after all its connections break, and sends nothing twice', async () => {
  const before = mail.postmark.received.length;
  await mail.write(...Array.from({ length: 200 }, (_, index) => receiptFor(`broken-${index}@acme.example`)));
  const worker = await mail.startWorker();
  await vi.waitFor(() => expect(mail.postmark.received.length).toBeGreaterThan(before + 20), {
    timeout: 10_000,
    interval: 1,
  });

  await mail.rows(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = '${LOGIN_ROLE}'`);

  const unsent = `select 1 from email_message where recipient like 'broken-%' and status <> 'SENT'`;
  await vi.waitFor(async () => expect(await mail.rows(unsent)).toEqual([]), soon);
  expect(mail.postmark.received).toHaveLength(before + 200);
  await worker.stop();
});

test('a worker sends emails that have lost their jobs, and no others', async () => {
  const before = mail.postmark.received.length;
  await mail.write(receiptFor('jobless@acme.example'), receiptFor('waiting@acme.example'));
  await mail.rows(`delete from pgboss.job using email_message
    where job.data ->> 'id' = email_message.id::text and recipient = 'jobless@acme.example'`);
  await mail.rows(`update pgboss.job set start_after = now() + interval '1 day' where state = 'created'`);

  const worker = await mail.startWorker();

  await vi.waitFor(async () => {
    expect(await mail.stored('jobless@acme.example')).toMatchObject([{ status: 'SENT', tries: 1 }]);
  }, soon);
  expect(await mail.stored('waiting@acme.example')).toMatchObject([{ status: 'QUEUED', tries: 0 }]);
  expect(mail.postmark.received).toHaveLength(before + 1);
  await worker.stop();
});

test('a worker deletes idempotency keys after a day', async () => {
  await mail.rows(`insert into idempotency_key (key_hash, input_hash, answer, created_at) values
    ('old', '', '{}', now() - interval '25 hours'), ('new', '', '{}', now() - interval '23 hours')`);

  await mail.startWorker();

  const kept = () => mail.rows('select key_hash from idempotency_key');
  await vi.waitFor(async () => expect(await kept()).toEqual([{ key_hash: 'new' }]), soon);
});

test('a worker deletes expired links a day after their creation', async () => {
  await mail.rows(`with invited as (
      insert into user_account (id, email, name, role, admin_roles, created_at, updated_at)
      values (gen_random_uuid(), 'late@reachgenie.example', 'Late', 'ADMIN', '{ALL}', now(), now()) returning id)
    insert into user_token (id, user_id, purpose, expires_at, created_at)
    select gen_random_uuid(), id, purpose, now() + seconds * interval '1 second', now() - interval '1 day'
    from invited, (values ('INVITATION', -1), ('PASSWORD_RESET', 60)) links (purpose, seconds)`);

  await mail.startWorker();

  const kept = () => mail.rows('select purpose from user_token');
  await vi.waitFor(async () => expect(await kept()).toEqual([{ purpose: 'PASSWORD_RESET' }]), soon);
});

/** The job of a worker that took it a minute ago and has been silent since. */
const loseWorkerOf = (recipient: string, retries: number) =>
  mail.rows(
    `update pgboss.job set state = 'active', retry_count = $2, started_on = now() - interval '1 minute',
      heartbeat_on = now() - interval '1 minute'
      from email_message where job.data ->> 'id' = email_message.id::text and recipient = $1`,
    [recipient, retries],
  );
