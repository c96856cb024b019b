import { setTimeout } from 'node:timers/promises';
import { test } from 'vitest';
import { useFleet } from '../support/fleet/fleet.ts';
import { hasProxy } from '../support/proxies/proxy.program.ts';
import type { ProductProcess } from '../support/processes/product.process.ts';

// Two APIs and two workers, under load. `npm run test:faults` prints the ledger of each test.

const { fleet, expectToWithstand } = useFleet(hasProxy('nginx') ? 'nginx' : 'plain');

test('an API is killed and started again', async (context) => {
  await expectToWithstand(context, async (ledger) => {
    await (fleet.apis[0] as ProductProcess).kill();
    await ledger.more();
    await fleet.startApi(0);
  });
}, 120_000);

test('a worker is killed and started again', async (context) => {
  await expectToWithstand(context, async (ledger) => {
    await (fleet.workers[0] as ProductProcess).kill();
    await ledger.more();
    await fleet.startWorker(0);
  });
}, 180_000);

test('PostgreSQL is killed and restarted', async (context) => {
  await expectToWithstand(context, () => fleet.postgres.restartImmediately());
}, 120_000);

test('all connections to PostgreSQL are terminated five times', async (context) => {
  await expectToWithstand(context, async (ledger) => {
    for (let round = 1; round <= 5; round++) {
      await fleet.postgres.rows(`select pg_terminate_backend(pid) from pg_stat_activity
        where pid <> pg_backend_pid() and backend_type = 'client backend'`);
      await ledger.more();
    }
  });
}, 120_000);

test('PostgreSQL is frozen for 20 seconds', async (context) => {
  await expectToWithstand(context, async () => {
    await fleet.postgres.freeze();
    await setTimeout(20_000);
    fleet.postgres.thaw();
  });
}, 180_000);

test('Postmark answers with errors', async (context) => {
  await expectToWithstand(context, async (ledger) => {
    for (const answer of ['serverError', 'tooMany'] as const) {
      fleet.postmark.answerAll(answer);
      await ledger.more(20);
    }
    fleet.postmark.answerAll('success');
  });
}, 180_000);
