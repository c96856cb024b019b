import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { receiptFor, useMail } from '../../support/mail.ts';
import type { PostmarkAnswer } from '../../support/processes/fake-postmark.ts';
import { TcpProxy } from '../../support/proxies/tcp.proxy.ts';
import { useWorkerChildren } from '../../support/processes/worker.child.ts';

// A lost worker is noticed after 10 to 15 seconds.
vi.setConfig({ testTimeout: 120_000 });

/** Enough for the seconds until the search knows of an attempt. */
const mail = useMail({ retryLimit: 14, retryDelay: 1, retryBackoff: false });
const workers = useWorkerChildren();
const soon = { timeout: 60_000, interval: 100 };

/** The way of the first worker to the database. */
let proxy: TcpProxy;
beforeEach(async () => {
  proxy = await TcpProxy.start(Number(new URL(mail.database.loginUrl).port));
  mail.postmark.isIndexed = true;
});
afterEach(() => proxy.stop());

function startWorker({ port = new URL(mail.database.loginUrl).port, timeoutSeconds = 10, settlingSeconds = 3 } = {}) {
  const databaseUrl = new URL(mail.database.loginUrl);
  databaseUrl.port = port;
  const urls = { databaseUrl: databaseUrl.href, postmarkUrl: mail.postmark.url };
  return workers.start({ ...urls, timeoutSeconds, settlingSeconds });
}

/** Writes emails, which Postmark answers like this at first. */
async function givenEmails(name: string, ...answers: PostmarkAnswer[]): Promise<string[]> {
  const recipients = Array.from({ length: 10 }, (_, index) => `${name}-${index}@acme.example`);
  for (const recipient of recipients) mail.postmark.answer(recipient, ...answers);
  await mail.write(...recipients.map((recipient) => receiptFor(recipient)));
  return recipients;
}

const arrivals = (recipients: string[]) => recipients.map((recipient) => mail.postmark.to(recipient).length);
const once = (recipients: string[]) => recipients.map(() => 1);

async function arrive(recipients: string[]): Promise<void> {
  await expect.poll(() => arrivals(recipients), soon).toEqual(once(recipients));
}

/** The statuses that are stored of these emails. */
const statuses = async (recipients: string[]) => {
  const rows = await mail.rows('select distinct status from email_message where recipient = any($1)', [recipients]);
  return rows.map(({ status }) => status);
};

async function becomeSent(recipients: string[]): Promise<void> {
  await expect.poll(() => statuses(recipients), soon).toEqual(['SENT']);
}

/** Long after any worker would have given up to store the outcome, and its jobs count as lost. */
async function jobsAreSilent(recipients: string[]): Promise<void> {
  const active = `select 1 from pgboss.job join email_message on email_message.id::text = job.data ->> 'id'
    where recipient = any($1) and state = 'active' and heartbeat_on > now() - interval '12 seconds'`;
  await expect.poll(() => mail.rows(active, [recipients]), soon).toEqual([]);
}

test.each([
  { end: 'the connection ends', answer: 'lost' },
  { end: 'no answer comes', answer: 'held' },
  { end: 'the answer is an error', answer: 'errorAfterAll' },
] as const)('Fault 19: Postmark takes emails, but $end: they are sent once', async ({ answer }) => {
  const recipients = await givenEmails(answer.toLowerCase(), answer, 'success');

  startWorker({ timeoutSeconds: 1 });

  await arrive(recipients);
  await becomeSent(recipients);
  expect(arrivals(recipients)).toEqual(once(recipients));
});

test('Fault 19: the database is away with sent emails in hand, and Postmark does not find them: they are sent once', async () => {
  const recipients = await givenEmails('away', 'held', 'success');
  startWorker({ port: String(proxy.port) });
  await arrive(recipients);
  mail.postmark.isIndexed = false;

  proxy.goAway();
  mail.postmark.release();
  await jobsAreSilent(recipients);
  expect(await statuses(recipients)).toEqual(['QUEUED']);
  proxy.comeBack();

  await becomeSent(recipients);
  expect(arrivals(recipients)).toEqual(once(recipients));
});

test('Fault 19: another worker takes over from one without the database: the emails are sent once', async () => {
  const recipients = await givenEmails('taken-over', 'held', 'success');
  startWorker({ port: String(proxy.port) });
  await arrive(recipients);

  proxy.goAway();
  mail.postmark.release();
  startWorker();

  await becomeSent(recipients);
  expect(arrivals(recipients)).toEqual(once(recipients));
});

test('Fault 8: a worker is killed between the answer of Postmark and its note: the emails are sent once', async () => {
  const recipients = await givenEmails('killed', 'held', 'success');
  const worker = startWorker({ port: String(proxy.port) });
  await arrive(recipients);

  proxy.goAway();
  mail.postmark.release();
  await workers.kill(worker);
  startWorker();

  await becomeSent(recipients);
  expect(arrivals(recipients)).toEqual(once(recipients));
});

test('Fault 19: second jobs of emails in hand wait, and Postmark does not find them yet: they are sent once', async () => {
  const recipients = await givenEmails('in-hand', 'held', 'success');
  startWorker({ settlingSeconds: 25 });
  await arrive(recipients);
  mail.postmark.isIndexed = false;
  const emails = await mail.rows('select id from email_message where recipient = any($1)', [recipients]);
  const ids = emails.map(({ id }) => String(id));

  await mail.transaction((em) => mail.jobs.send(em, 'email', ids));
  const waiting = `select 1 from pgboss.job where data ->> 'id' = any($1) and state = 'retry'`;
  await expect.poll(async () => (await mail.rows(waiting, [ids])).length, soon).toBeGreaterThan(0);
  mail.postmark.release();

  await becomeSent(recipients);
  expect(arrivals(recipients)).toEqual(once(recipients));
});

test('Fault 19: Postmark is asked about uncertain attempts only, and a lost email is sent again', async () => {
  const certain = await givenEmails('certain', 'tooMany', 'success');
  const uncertain = await givenEmails('uncertain', 'hang', 'success');
  const asked = mail.postmark.searches.length;

  startWorker({ timeoutSeconds: 1 });

  await becomeSent([...certain, ...uncertain]);
  expect(arrivals([...certain, ...uncertain])).toEqual([...certain, ...uncertain].map(() => 2));
  const about = await mail.rows('select id from email_message where recipient = any($1)', [uncertain]);
  expect(new Set(mail.postmark.searches.slice(asked))).toEqual(new Set(about.map(({ id }) => id)));
});
