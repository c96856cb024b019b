import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { PLATFORM_ROLE, TENANT_ROLE } from '../../src/core/database/tenancy.ts';
import { JOB_SCHEMA } from '../../src/core/jobs/job.queue.ts';
import { writeEmails } from '../../src/email/email.outbox.ts';
import { receiptFor, useMail } from '../support/mail.ts';

const mail = useMail();

const jobsOf = (recipient: string) =>
  mail.rows(
    `select job.data from pgboss.job join email_message on email_message.id::text = job.data ->> 'id' where recipient = $1`,
    [recipient],
  );

test('an email and its job exist once the transaction commits, and the job contains only the ID', async () => {
  await mail.write(receiptFor('kept@acme.example'), receiptFor('kept@acme.example'));

  const stored = await mail.stored('kept@acme.example');
  expect(stored).toHaveLength(2);
  expect(stored[0]).toMatchObject({ status: 'QUEUED', tries: 0, last_error: null, sent_at: null });
  expect(stored[0]?.['data']).toEqual(receiptFor('kept@acme.example').data);
  expect(await jobsOf('kept@acme.example')).toEqual(
    expect.arrayContaining(stored.map(({ id }) => ({ data: { id } }))) as unknown,
  );
});

test('a transaction that rolls back leaves no email and no job', async () => {
  const before = await mail.rows('select count(*) from pgboss.job');

  const work = mail.transaction(async (em) => {
    await writeEmails(em, mail.jobs, [receiptFor('undone@acme.example')]);
    throw new Error('undone');
  });

  await expect(work).rejects.toThrow('undone');
  expect(await mail.stored('undone@acme.example')).toEqual([]);
  expect(await mail.rows('select count(*) from pgboss.job')).toEqual(before);
});

test('a job is stored as pg-boss stores it, with the options of its queue', async () => {
  const executeSql = async (text: string, values?: unknown[]) => ({ rows: await mail.rows(text, values) });
  const boss = new PgBoss({
    db: { executeSql },
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    migrate: false,
  });
  await boss.start();
  await boss.insert('email', [{ data: { id: 'by pg-boss' } }]);
  await boss.stop({ graceful: false });

  await mail.transaction((em) => mail.jobs.send(em, 'email', ['by us']));

  const stored = `select to_jsonb(job) - 'id' - 'data' - 'start_after' - 'created_on' - 'keep_until' as options,
    keep_until - created_on as kept, start_after - created_on as delay from pgboss.job where data ->> 'id' = $1`;
  const [theirs, ours] = [await mail.rows(stored, ['by pg-boss']), await mail.rows(stored, ['by us'])];
  expect(ours).toHaveLength(1);
  expect(ours).toEqual(theirs);
});

test('fails if the queue does not exist', async () => {
  const before = await mail.rows('select count(*) from pgboss.job');

  await expect(mail.transaction((em) => mail.jobs.send(em, 'nowhere', ['x']))).rejects.toThrow('not-null');

  expect(await mail.rows('select count(*) from pgboss.job')).toEqual(before);
});

test('refuses to send outside a transaction', async () => {
  const before = await mail.rows('select count(*) from pgboss.job');

  await expect(mail.jobs.send(mail.orm.em.fork(), 'email', ['x'])).rejects.toThrow('inside the transaction');

  expect(await mail.rows('select count(*) from pgboss.job')).toEqual(before);
});

test('writes nothing without emails', async () => {
  await expect(mail.write()).resolves.toBeUndefined();
});

test.each([
  { role: PLATFORM_ROLE, statements: ['delete from pgboss.job', 'update pgboss.queue set notify = true'] },
  { role: TENANT_ROLE, statements: ['select 1 from pgboss.job', 'delete from pgboss.job'] },
])('a role that sends jobs cannot change them, and only the platform can read them: $role', async (denied) => {
  await mail.rows(`set role ${denied.role}`);
  try {
    for (const statement of denied.statements) {
      await expect(mail.rows(statement)).rejects.toThrow('permission denied');
    }
  } finally {
    await mail.rows('reset role');
  }
});
