import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { RETRIES } from '../../src/email/email.queue.ts';
import { receiptFor, useMail } from '../support/mail.ts';

const mail = useMail(RETRIES);

test('another worker sends the email of a killed worker within a minute', async () => {
  mail.postmark.answer('ada@acme.example', 'hang', 'success');
  await mail.write(receiptFor('ada@acme.example'));
  const register = ['--import', '@oxc-node/core/register', 'test/support/processes/worker.process.ts'];
  const worker = spawn(process.execPath, [...register, mail.database.loginUrl, mail.postmark.url], {
    stdio: 'inherit',
  });
  await vi.waitFor(() => expect(mail.postmark.to('ada@acme.example')).toHaveLength(1), { timeout: 30_000 });

  worker.kill('SIGKILL');
  await once(worker, 'exit');
  const minute = { timeout: 60_000, interval: 250 };
  await mail.startWorker();

  await vi.waitFor(async () => {
    expect(await mail.stored('ada@acme.example')).toMatchObject([{ status: 'SENT', tries: 2 }]);
  }, minute);
  expect(mail.postmark.to('ada@acme.example')).toHaveLength(2);
}, 120_000);
