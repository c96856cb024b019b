import { beforeAll, expect, test } from 'vitest';
import { receiptFor, useMail } from '../support/mail.ts';

const mail = useMail();

const ALLOWED = ['ada@acme.example', '@tests.example'];

beforeAll(async () => void (await mail.startWorker({}, { allowlist: ALLOWED })));

const statusOf = async (recipient: string) => (await mail.stored(recipient))[0]?.['status'];

test.each(['ada@acme.example', 'ada+new@acme.example', 'anyone@tests.example'])(
  'staging sends to %s',
  async (recipient) => {
    await mail.write(receiptFor(recipient));

    await expect.poll(() => statusOf(recipient), { timeout: 20_000 }).toBe('SENT');
    expect(mail.postmark.to(recipient)).toHaveLength(1);
  },
);

test.each([
  'adas@acme.example',
  'someone@acme.example',
  'anyone@sub.tests.example',
  'anyone@not-tests.example',
  'tests.example@acme.example',
])('staging holds an email to %s back', async (recipient) => {
  await mail.write(receiptFor(recipient));

  await expect.poll(() => statusOf(recipient), { timeout: 20_000 }).toBe('HELD_BACK');
  expect(await mail.stored(recipient)).toMatchObject([
    { sent_at: null, sending_since: null, last_error: expect.stringContaining('MAIL_ALLOWLIST') as string },
  ]);
  expect(mail.postmark.to(recipient)).toEqual([]);
});
