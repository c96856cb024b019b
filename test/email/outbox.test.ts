import { expect, test } from 'vitest';
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

test('refuses to send outside a transaction', async () => {
  const before = await mail.rows('select count(*) from pgboss.job');

  await expect(mail.jobs.send(mail.orm.em.fork(), 'email', ['x'])).rejects.toThrow('inside the transaction');

  expect(await mail.rows('select count(*) from pgboss.job')).toEqual(before);
});

test('writes nothing without emails', async () => {
  await expect(mail.write()).resolves.toBeUndefined();
});

test('a role that sends jobs cannot read or change them', async () => {
  for (const statement of [
    'select 1 from pgboss.job',
    'delete from pgboss.job',
    'update pgboss.queue set notify = true',
  ]) {
    const work = mail.transaction((em) => em.execute(statement));

    await expect(work).rejects.toThrow('permission denied');
  }
});
