import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { EmailMessage } from '../../src/email/email-message.entity.ts';
import { waitingFor } from '../support/locks.ts';
import { FROM, receiptFor, TOKEN, useMail } from '../support/mail.ts';

const mail = useMail();
const soon = { timeout: 20_000, interval: 50 };

/** Waits until an email is sent or failed. */
const settled = async (recipient: string, status: string) =>
  vi.waitFor(async () => {
    const [email] = await mail.stored(recipient);
    expect(email).toMatchObject({ status });
    return email;
  }, soon);

beforeAll(() => mail.startWorker({ timeoutSeconds: 2 }));
afterEach(() => Object.assign(mail.postmark, { isIndexed: true, isSearchable: true }));

test('sends an email by Postmark, and stores the outcome', async () => {
  await mail.write(receiptFor('success@acme.example'));

  const stored = await settled('success@acme.example', 'SENT');

  expect(stored).toMatchObject({ tries: 1, last_error: null });
  expect(stored?.['sent_at']).toBeInstanceOf(Date);
  expect(mail.postmark.to('success@acme.example')).toEqual([
    expect.objectContaining({
      From: FROM,
      Subject: 'We’ve received your application',
      MessageStream: 'outbound',
      Tag: 'application.received',
      Metadata: { email: stored?.['id'] },
      HtmlBody: expect.stringContaining('Acme') as string,
      TextBody: expect.stringContaining('Acme') as string,
    }),
  ]);
  expect(mail.postmark.tokens).toEqual(new Set([TOKEN]));
});

test('sends to a Unicode domain of an earlier version by its ASCII name', async () => {
  await mail.write(receiptFor('ada@b\u00fccher.example'));

  await settled('ada@b\u00fccher.example', 'SENT');

  expect(mail.postmark.to('ada@xn--bcher-kva.example')).toHaveLength(1);
});

test.each(['serverError', 'unavailable', 'tooMany', 'hang', 'wrongToken', 'noCredits'] as const)(
  'retries after %s, until Postmark accepts the email',
  async (problem) => {
    const recipient = `${problem}@acme.example`.toLowerCase();
    mail.postmark.answer(recipient, problem, problem, 'success');
    await mail.write(receiptFor(recipient));

    expect(await settled(recipient, 'SENT')).toMatchObject({ tries: 3, last_error: null });
    expect(mail.postmark.to(recipient)).toHaveLength(3);
  },
);

test('stays failed with the reason after the last attempt', async () => {
  mail.postmark.answer('never@acme.example', 'serverError');
  await mail.write(receiptFor('never@acme.example'));

  const stored = await settled('never@acme.example', 'FAILED');

  expect(stored).toMatchObject({ tries: 3, sent_at: null });
  expect(stored?.['last_error']).toBe('Postmark failed (500): Internal Server Error');
});

test('a worker remembers a sent email that it could not store yet, even if Postmark does not find it', async () => {
  mail.postmark.answer('locked@acme.example', 'held', 'success');
  mail.postmark.isIndexed = false;
  await mail.write(receiptFor('locked@acme.example'));
  await vi.waitFor(() => expect(mail.postmark.to('locked@acme.example')).toHaveLength(1), soon);
  const notStored = () => mail.logs.filter((line) => line.includes('not stored as sent')).length;

  await mail.rows('begin');
  const [{ id } = {}] = await mail.rows(
    `select id from email_message where recipient = 'locked@acme.example' for update`,
  );
  mail.postmark.release();
  await expect.poll(notStored, soon).toBe(1);
  await mail.transaction((em) => mail.jobs.send(em, 'email', [String(id)]));
  await expect.poll(() => waitingFor(mail), soon).toBe(2);
  // The second job is now the first to get the row.
  await expect.poll(notStored, soon).toBe(2);
  await expect.poll(() => waitingFor(mail), soon).toBe(2);
  await mail.rows('commit');

  expect(await settled('locked@acme.example', 'SENT')).toMatchObject({ tries: 1 });
  expect(mail.postmark.to('locked@acme.example')).toHaveLength(1);
}, 30_000);

test('a failed email that Postmark took after all is not sent again', async () => {
  mail.postmark.answer('after-all@acme.example', 'serverError', 'serverError', 'lost', 'success');
  await mail.write(receiptFor('after-all@acme.example'));
  const { id } = (await settled('after-all@acme.example', 'FAILED')) ?? {};

  await mail.transaction(async (em) => {
    (await em.findOneOrFail(EmailMessage, { id: String(id) })).queueAgain();
    await mail.jobs.send(em, 'email', [String(id)]);
  });

  expect(await settled('after-all@acme.example', 'SENT')).toMatchObject({ tries: 3, last_error: null });
  expect(mail.postmark.to('after-all@acme.example')).toHaveLength(3);
});

test('an email is not sent while Postmark does not say whether it has it', async () => {
  mail.postmark.answer('unknown-yet@acme.example', 'lost');
  mail.postmark.isSearchable = false;
  await mail.write(receiptFor('unknown-yet@acme.example'));

  const stored = await settled('unknown-yet@acme.example', 'FAILED');

  expect(stored).toMatchObject({ tries: 1, last_error: 'Postmark failed (503): Service Unavailable' });
  expect(mail.postmark.to('unknown-yet@acme.example')).toHaveLength(1);
});

test.each([
  { answer: 'inactive', reason: /406.*inactive/ },
  { answer: 'invalid', reason: /300.*Invalid 'To' address/ },
] as const)('does not retry what Postmark will never accept: $answer', async ({ answer, reason }) => {
  const recipient = `${answer}@acme.example`;
  mail.postmark.answer(recipient, answer);
  await mail.write(receiptFor(recipient));

  const stored = await settled(recipient, 'FAILED');

  expect(stored).toMatchObject({ tries: 1, last_error: expect.stringMatching(reason) as string });
  expect(mail.postmark.to(recipient)).toHaveLength(1);
});

test.each([
  'a@acme.example\r\nBcc: x@evil.example',
  'a@acme.example, b@evil.example',
  'Ada <a@acme.example>',
  '"a b"@acme.example',
])('never sends to anything but one plain address: %j', async (recipient) => {
  await mail.write(receiptFor(recipient));

  expect(await settled(recipient, 'FAILED')).toMatchObject({ tries: 1 });
  expect(mail.postmark.received.filter(({ To }) => To.includes('evil') || To.includes('"'))).toEqual([]);
});

test('retries an email with an unknown template, because a newer process may know it', async () => {
  await mail.write({ ...receiptFor('unknown@acme.example'), template: 'application.forgotten' });

  expect(await settled('unknown@acme.example', 'FAILED')).toMatchObject({
    tries: 3,
    last_error: 'Template application.forgotten does not exist.',
  });
});

test('an email that cannot be rendered reveals no internals', async () => {
  await mail.write({ ...receiptFor('broken@acme.example'), template: 'application.status_changed', data: {} });

  expect(await settled('broken@acme.example', 'FAILED')).toMatchObject({
    tries: 3,
    last_error: 'The email could not be created.',
  });
});

test('an email is sent once, even if its job runs twice', async () => {
  await mail.write(receiptFor('twice@acme.example'));
  const { id } = (await settled('twice@acme.example', 'SENT')) ?? {};

  await mail.transaction((em) => mail.jobs.send(em, 'email', [String(id), String(id)]));

  await vi.waitFor(async () => {
    const done = `select 1 from pgboss.job where data ->> 'id' = $1 and state = 'completed'`;
    expect(await mail.rows(done, [id])).toHaveLength(3);
  }, soon);
  expect(mail.postmark.to('twice@acme.example')).toHaveLength(1);
  expect(await mail.stored('twice@acme.example')).toMatchObject([{ status: 'SENT', tries: 1 }]);
});

test('two concurrent jobs of one email send it once', async () => {
  await mail.transaction(async (em) => {
    const { id } = em.create(EmailMessage, { ...receiptFor('both@acme.example') });
    await mail.jobs.send(em, 'email', [id, id]);
  });

  expect(await settled('both@acme.example', 'SENT')).toMatchObject({ tries: 1 });
  expect(mail.postmark.to('both@acme.example')).toHaveLength(1);
});

test('no error or log contains the token, and no log contains a recipient', async () => {
  const errors = await mail.rows('select last_error from email_message where last_error is not null');

  expect(errors).not.toEqual([]);
  expect(JSON.stringify([mail.logs, errors])).not.toContain(TOKEN);
  expect(mail.logs.join('')).toContain('email sent');
  expect(mail.logs.join('')).not.toContain('@acme');
});
