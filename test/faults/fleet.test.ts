import { closeSync, existsSync, openSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { expect, test, vi } from 'vitest';
import { useFleet } from '../support/fleet/fleet.ts';
import { SUBMIT, validInput } from '../support/given/applications.ts';
import {
  FAILED_JOBS,
  givenEmailsWithoutJobs,
  makeLastAttempt,
  sendJobs,
  type FailedJobs,
} from '../support/given/rows/jobs.ts';
import { LIST, refusalOf, submitTo } from '../support/load.ts';
import { LogPipe } from '../support/processes/log.pipe.ts';
import { ADMIN_RECIPIENTS, askAt, type ProductProcess } from '../support/processes/product.process.ts';
import { hasRedisServer, type RedisServer } from '../support/processes/redis.server.ts';
import { SmallDisk } from '../support/processes/small.disk.ts';
import { hasProxy } from '../support/proxies/proxy.program.ts';
import { whileLocked, whileOnDisk } from '../support/fleet/table.faults.ts';
import { REDIS_BACK, REDIS_FAILED, redisFaults } from '../support/fleet/redis.faults.ts';

// Two APIs and two workers, under load. `npm run test:faults` prints the ledger of each test.

const { fleet, expectToWithstand } = useFleet(hasProxy('nginx') ? 'nginx' : 'plain');

interface Submitted {
  submitPartnerApplication: { applicationId: string };
}

const BOTH = [0, 1] as const;

/** Of each application. */
const EMAILS_EACH = 1 + ADMIN_RECIPIENTS.length;

/** A process that closes its port resets connections that it has not accepted: see server.ts. */
const MOST_RETRIES = 5;

const soon = { timeout: 60_000, interval: 100 };

test('Fault 1: an API is killed and started again', async (context) => {
  await expectToWithstand(context, async (ledger) => {
    await fleet.apis[0].kill();
    await ledger.more();
    await fleet.startApi(0);
  });
}, 120_000);

test('Fault 2: PostgreSQL is killed and restarted', async (context) => {
  const { unanswered } = await expectToWithstand(context, () => fleet.postgres.restartImmediately());

  expect(unanswered).toEqual([]);
}, 120_000);

test('Fault 2: all connections to PostgreSQL are terminated five times', async (context) => {
  const { unanswered } = await expectToWithstand(context, async (ledger) => {
    for (let round = 1; round <= 5; round++) {
      await fleet.postgres.rows(`select pg_terminate_backend(pid) from pg_stat_activity
        where pid <> pg_backend_pid() and backend_type = 'client backend'`);
      await ledger.more();
    }
  });

  expect(unanswered).toEqual([]);
}, 120_000);

test('Fault 3: PostgreSQL is frozen for 20 seconds', async (context) => {
  const { unanswered } = await expectToWithstand(context, async () => {
    await fleet.postgres.freeze();
    const thawed = setTimeout(20_000).then(() => fleet.postgres.thaw());
    const [api] = fleet.apis;
    await expect.poll(() => api.health('ready'), { timeout: 10_000 }).toBe(503);
    expect(await api.health('live')).toBe(200);
    expect(refusalOf(await submitTo(api))).toBe('503 UNAVAILABLE');
    await thawed;
  });

  expect(unanswered).toEqual([]);
}, 180_000);

test('Fault 4: a connection is cut ten times while a submission commits', async (context) => {
  await fleet.replaceApi(0, { environment: { DATABASE_URL: fleet.detourUrl } });

  await expectToWithstand(context, async (ledger) => {
    for (let cut = 1; cut <= 10; cut++) {
      fleet.detour.cutNext(validInput().companyName, cut % 2 ? 'before it arrives' : 'after it is done');
      await expect.poll(() => fleet.detour.cuts, soon).toBe(cut);
      await ledger.more(2);
    }
  });

  await fleet.replaceApi(0);
}, 120_000);

test('Fault 5, 18: a table is locked for 15 seconds, and each API has a pool of 2', async (context) => {
  for (const index of BOTH) await fleet.replaceApi(index, { environment: { DATABASE_POOL_SIZE: '2' } });

  await expectToWithstand(context, async () => {
    const [api] = fleet.apis;
    const statuses = new Set<number>();
    await whileLocked(fleet.postgres, 'partner_application', async () => {
      const refused = Promise.all(Array.from({ length: 20 }, () => submitTo(api)));
      const until = performance.now() + 15_000;
      for (; performance.now() < until; await setTimeout(100)) statuses.add(await api.health('ready'));
      expect(new Set((await refused).map(refusalOf))).toEqual(new Set(['503 UNAVAILABLE']));
    });
    expect(statuses).toEqual(new Set([200]));
  });

  const busy = `select query from pg_stat_activity where usename = 'reachgenie_login' and state <> 'idle'`;
  await expect.poll(() => fleet.postgres.rows(busy), soon).toEqual([]);
  for (const index of BOTH) await fleet.replaceApi(index);
}, 120_000);

test('Fault 7: one key is used 20 times at the same time through the proxy, and then with another input', async (context) => {
  await expectToWithstand(context, async () => {
    const input = validInput();
    const key = uuid();
    const submitOnce = (more = {}) =>
      askAt<Submitted>(fleet.proxy.url, undefined, SUBMIT, { input: { ...input, ...more }, key });

    const answers = await Promise.all(Array.from({ length: 20 }, () => submitOnce()));

    expect(new Set(answers.map(({ data }) => data?.submitPartnerApplication.applicationId)).size).toBe(1);
    expect(refusalOf(await submitOnce({ companyName: 'Another' }))).toBe('200 CONFLICT');
    const stored = 'select id from partner_application where contact_email = $1';
    expect(await fleet.postgres.rows(stored, [input.contactEmail])).toEqual([
      { id: answers[0]?.data?.submitPartnerApplication.applicationId },
    ]);
  });
}, 60_000);

test('Fault 8, 11: both workers are killed, and two new ones send 500 emails', async (context) => {
  const { twice } = await expectToWithstand(context, async (ledger) => {
    await Promise.all(fleet.workers.map((worker) => worker.kill()));
    await ledger.more(500 / EMAILS_EACH);
    for (const index of BOTH) await fleet.startWorker(index);
  });

  expect(twice).toBe(0);
}, 180_000);

test('Fault 9, 10: Postmark answers with errors, hangs, and never accepts some recipients', async (context) => {
  const refused = { inactive: validInput(), invalid: validInput() };
  for (const [answer, { contactEmail }] of Object.entries(refused) as [
    keyof typeof refused,
    typeof refused.invalid,
  ][]) {
    fleet.postmark.answer(contactEmail, answer);
  }
  await expectToWithstand(context, async (ledger) => {
    for (const input of Object.values(refused)) expect(refusalOf(await submitTo(fleet.apis[0], input))).toBe('200');
    for (const answer of ['serverError', 'tooMany', 'hang'] as const) {
      fleet.postmark.answerAll(answer);
      await ledger.more(20);
    }
    fleet.postmark.answerAll('success');
  });

  const failed = 'select status, tries from email_message where recipient = any($1)';
  const recipients = Object.values(refused).map(({ contactEmail }) => contactEmail);
  expect(await fleet.postgres.rows(failed, [recipients])).toEqual(
    recipients.map(() => ({ status: 'FAILED', tries: 1 })),
  );
}, 180_000);

test('Fault 12: an API gets SIGTERM', async (context) => {
  const { retries } = await expectToWithstand(context, async (ledger) => {
    const [api] = fleet.apis;
    api.signal('SIGTERM');
    await expect.poll(() => api.health('ready'), { timeout: 10_000, interval: 20 }).toBe(503);
    await vi.waitFor(() => expect(api.end).toEqual({ code: 0, signal: null }), 15_000);
    await ledger.more();
    await fleet.startApi(0);
  });

  expect(retries).toBeLessThanOrEqual(MOST_RETRIES);
}, 120_000);

test.runIf(SmallDisk.isPossible)(
  'Fault 14: the disk of a table is full',
  async (context) => {
    using disk = new SmallDisk(16);
    await expectToWithstand(context, async (ledger) => {
      await whileOnDisk(fleet.postgres, { table: 'partner_application', disk }, async () => {
        await ledger.more();
        await disk.fill();
        await expect.poll(() => ledger.retries, soon).toContain('503 UNAVAILABLE');
        const [api] = fleet.apis;
        expect(refusalOf(await api.ask(fleet.admin, LIST))).toBe('200');
        expect(await api.health('ready')).toBe(200);
        await disk.free();
        await ledger.more();
      });
    });
  },
  120_000,
);

test.runIf(existsSync('/dev/full'))(
  'Fault 16: the log of an API has a full disk, and that of the other nobody reads',
  async (context) => {
    const full = openSync('/dev/full', 'w');
    using pipe = new LogPipe();
    await fleet.replaceApi(0, { log: full });
    await fleet.replaceApi(1, { log: pipe.end });

    await expectToWithstand(context, async (ledger) => {
      await Promise.all(fleet.apis.map(writeMoreThanIsKept));
      await ledger.more();
      for (const index of BOTH) await fleet.restartApi(index); // which end by SIGTERM
    });
    closeSync(full);
  },
  120_000,
);

test.runIf(hasRedisServer)(
  'Fault 17: Redis is gone, frozen, read-only and full',
  async (context) => {
    const { retries } = await expectToWithstand(context, async (ledger) => {
      for (const { happen, end } of redisFaults) {
        const redis = fleet.redis as RedisServer;
        await happen(redis);
        await bothLog(REDIS_FAILED);
        await ledger.more();
        await end(redis);
        await bothLog(REDIS_BACK);
      }
    });

    expect(retries).toBe(0);
  },
  120_000,
);

test('Fault 19: answers of Postmark are lost, and then the database is away with sent emails in hand', async (context) => {
  for (const index of BOTH) await fleet.replaceWorker(index, { environment: { DATABASE_URL: fleet.detourUrl } });

  const { twice } = await expectToWithstand(context, async (ledger) => {
    fleet.postmark.answerAll('lost');
    await ledger.more();
    fleet.postmark.answerAll('held');
    const { length } = fleet.postmark.taken;
    await ledger.more();
    await expect.poll(() => fleet.postmark.taken.length, soon).toBeGreaterThan(length);
    fleet.detour.goAway();
    fleet.postmark.answerAll('success');
    fleet.postmark.release();
    await ledger.more(20);
    fleet.detour.comeBack();
  });

  expect(twice).toBe(0);
  for (const index of BOTH) await fleet.replaceWorker(index);
}, 180_000);

test('Fault 20: one of ten jobs fails in every attempt', async (context) => {
  await expectToWithstand(context, async () => {
    const emails = await givenEmailsWithoutJobs(fleet.postgres, 9);
    await sendJobs(fleet.postgres, 'email', ['poison', ...emails]);
    await expect
      .poll(async () => {
        await makeLastAttempt(fleet.postgres, 'poison');
        return (await fleet.apis[0].ask<FailedJobs>(fleet.admin, FAILED_JOBS)).data?.failedJobs.items;
      }, soon)
      .toMatchObject([{ queue: 'email', subject: 'poison' }]);
    expect(emails.map((email) => fleet.postmark.taken.filter((taken) => taken === email).length)).toEqual(
      emails.map(() => 1),
    );
  });
}, 120_000);

/** Long log lines, more than a process keeps in memory. */
async function writeMoreThanIsKept({ url }: ProductProcess): Promise<void> {
  for (let line = 0; line < 400; line++) expect((await fetch(url + '/long'.repeat(700))).status).toBe(404);
}

/** Waits until both APIs have logged a message since the last call. */
async function bothLog(message: string): Promise<void> {
  for (const { logs } of fleet.apis) {
    await vi.waitFor(() => expect(logs.map(({ msg }) => msg)).toContain(message), 10_000);
    logs.length = 0;
  }
}
