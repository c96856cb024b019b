import { expect, test, vi } from 'vitest';
import { RETRIES } from '../../../src/email/email.queue.ts';
import { receiptFor, useMail } from '../../support/mail.ts';
import { useWorkerChildren } from '../../support/processes/worker.child.ts';

const mail = useMail(RETRIES);
const workers = useWorkerChildren();

test('Fault 8: another worker sends the email of a killed worker within a minute', async () => {
  mail.postmark.answer('ada@acme.example', 'hang', 'success');
  await mail.write(receiptFor('ada@acme.example'));
  const urls = { databaseUrl: mail.database.loginUrl, postmarkUrl: mail.postmark.url };
  const worker = workers.start(urls);
  await vi.waitFor(() => expect(mail.postmark.to('ada@acme.example')).toHaveLength(1), { timeout: 30_000 });

  await workers.kill(worker);
  const minute = { timeout: 60_000, interval: 250 };
  workers.start(urls);

  await vi.waitFor(async () => {
    expect(await mail.stored('ada@acme.example')).toMatchObject([{ status: 'SENT', tries: 2 }]);
  }, minute);
  expect(mail.postmark.to('ada@acme.example')).toHaveLength(2);
}, 120_000);
