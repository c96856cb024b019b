import { describe, expect, test, vi } from 'vitest';
import { signIn, useApi, ADMIN } from '../support/api.ts';
import { HAS_POSTGRES_TOOLS, useBackups } from '../support/backups.ts';
import { receiptFor, useMail } from '../support/mail.ts';

// Commands and workers take some seconds.
vi.setConfig({ testTimeout: 120_000 });

const soon = { timeout: 30_000, interval: 100 };

describe.runIf(HAS_POSTGRES_TOOLS)('after a restore', () => {
  const backups = useBackups();
  const mail = useMail({ retryLimit: 14, retryDelay: 1, retryBackoff: false }, async () => ({
    ...backups.urls,
    rows: backups.rows,
    close: async () => undefined,
  }));

  const recipientsOf = (name: string) => Array.from({ length: 10 }, (_, index) => `${name}-${index}@acme.example`);

  async function givenEmails(name: string): Promise<string[]> {
    const recipients = recipientsOf(name);
    await mail.write(...recipients.map((recipient) => receiptFor(recipient)));
    return recipients;
  }

  const statuses = async (recipients: string[]) => {
    const rows = await mail.rows('select distinct status from email_message where recipient = any($1)', [recipients]);
    return rows.map(({ status }) => status);
  };

  async function becomeStatus(recipients: string[], status: string): Promise<void> {
    await expect.poll(() => statuses(recipients), soon).toEqual([status]);
  }

  /** How often Postmark took an email to each. */
  const taken = (recipients: string[]) => {
    const ids = (recipient: string) => mail.postmark.to(recipient).map(({ Metadata }) => Metadata.email);
    return recipients.map((recipient) => new Set(ids(recipient).filter((id) => mail.postmark.taken.includes(id))).size);
  };
  const arrivals = (recipients: string[]) => recipients.map((recipient) => mail.postmark.to(recipient).length);
  const each = (count: number) => recipientsOf('').map(() => count);

  /** Without jobs that wait or run. */
  async function workersAreIdle(): Promise<void> {
    const open = `select 1 from pgboss.job where name = 'email' and state < 'completed'`;
    await expect.poll(() => mail.rows(open), soon).toEqual([]);
  }

  test('Fault 25: no email is sent until it is resumed, and then each exactly once', async () => {
    const sentAfterwards = await givenEmails('sent');
    const refusedAfterwards = await givenEmails('refused');
    const sentAgain = await givenEmails('failed');
    await mail.rows(`update email_message set status = 'FAILED' where recipient like 'failed-%'`);
    await backups.backUp();
    for (const recipient of refusedAfterwards) mail.postmark.answer(recipient, 'tooMany');
    await mail.rows(`update email_message set status = 'QUEUED' where recipient like 'failed-%'`);
    const first = await mail.startWorker();
    await becomeStatus([...sentAfterwards, ...sentAgain], 'SENT');
    await expect.poll(() => arrivals(refusedAfterwards).every((count) => count > 0), soon).toBe(true);
    await first.stop();

    const restored = await backups.run('restore', ['--replace']);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    for (const recipient of refusedAfterwards) mail.postmark.answer(recipient, 'success');
    const askedFor = await givenEmails('asked-for');
    const before = mail.postmark.received.length;
    await mail.startWorker();
    await workersAreIdle();

    expect(mail.postmark.received).toHaveLength(before);
    expect(await statuses([...sentAfterwards, ...refusedAfterwards, ...askedFor])).toEqual(['QUEUED']);
    expect(mail.logs.join('')).toContain('email waits: outbound work is paused');

    const resumed = await backups.run('restore', ['--resume']);
    expect([resumed.code, resumed.stdout]).toEqual([0, 'Outbound work is resumed.\n']);
    await becomeStatus([...sentAfterwards, ...refusedAfterwards, ...askedFor], 'SENT');
    await mail.rows(`update email_message set status = 'QUEUED' where recipient like 'failed-%'`);
    const again = await mail.rows(`select id from email_message where recipient like 'failed-%'`);
    await mail.transaction((em) =>
      mail.jobs.send(
        em,
        'email',
        again.map(({ id }) => String(id)),
      ),
    );
    await becomeStatus(sentAgain, 'SENT');

    expect(arrivals([...sentAfterwards])).toEqual(each(1));
    expect(arrivals(sentAgain)).toEqual(each(1));
    expect(taken(refusedAfterwards)).toEqual(each(1));
    expect(arrivals(askedFor)).toEqual(each(1));
    const ids = await mail.rows(`select id from email_message where recipient like 'asked-for%'`);
    for (const { id } of ids) expect(mail.postmark.searches).not.toContain(id);
  });

  test('a running worker begins no attempt once the database is paused', async () => {
    await mail.startWorker();
    await backups.run('restore', ['--pause', 'point-in-time recovery']);
    const recipients = await givenEmails('running');
    await workersAreIdle();

    expect(arrivals(recipients)).toEqual(each(0));

    await backups.run('restore', ['--resume']);
    await becomeStatus(recipients, 'SENT');
    expect(arrivals(recipients)).toEqual(each(1));
  });

  test('without a pause, there is nothing to resume', async () => {
    const { code, stdout } = await backups.run('restore', ['--resume']);

    expect([code, stdout]).toEqual([0, 'Outbound work is not paused.\n']);
  });
});

describe('a pause', () => {
  const api = useApi();

  test('leaves the API ready, and its health and log say so', async () => {
    const health = async () => {
      const response = await fetch(`${api.url}/health/ready`);
      return [response.status, await response.json()];
    };
    expect(await health()).toEqual([200, { status: 'ok' }]);

    await api.rows(`insert into outbound_pause (reason) values ('restored the backup of yesterday')`);
    await expect.poll(health, soon).toEqual([200, { status: 'ok', outbound: 'paused' }]);
    const line = { msg: 'outbound work is paused', reason: 'restored the backup of yesterday' };
    expect(api.logs).toContainEqual(expect.objectContaining(line));
    expect(await signIn(api, ADMIN)).toBeDefined();

    await api.rows('update outbound_pause set ended_at = now()');
    await expect.poll(health, soon).toEqual([200, { status: 'ok' }]);
    expect(api.logs).toContainEqual(expect.objectContaining({ msg: 'outbound work is resumed' }));
  });
});
