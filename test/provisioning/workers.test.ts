import { expect, test, vi } from 'vitest';
import { update } from '../support/given/client-accounts.ts';
import { provisioningOf, systemEventsOf } from '../support/given/provisionings.ts';
import { useWorkerChildren } from '../support/processes/worker.child.ts';
import { followed, soon, useProvisioning } from '../support/product.ts';

// Processes take some seconds.
vi.setConfig({ testTimeout: 60_000 });

const { api, product, reseller, startWorker, givenAnswered, expectBecomes } = await useProvisioning({ works: false });
const { start, kill } = useWorkerChildren();

const startChild = () => start({ databaseUrl: api.database.loginUrl, postmarkUrl: 'http://127.0.0.1:1', product });

/** Lets the time pass after which other workers take over attempts of killed ones. */
const passLease = () => api.rows(`update client_provisioning set next_try_at = now() where trying_since is not null`);

test('another worker makes the attempt of a killed one again, with the same version', async () => {
  const child = startChild();
  await followed(api);
  const { id } = await givenAnswered('held', 'usual');
  await vi.waitFor(() => expect(product.callsOf(id)).toHaveLength(1), soon);

  await kill(child);
  expect(await provisioningOf(api, id)).toMatchObject({ status: 'APPLYING', tries: 1, trying_since: expect.any(Date) });
  await passLease();
  const worker = await startWorker();

  await expectBecomes(id, { status: 'READY', applied_version: 1, tries: 2 });
  expect(product.versionsOf(id)).toEqual([1, 1]);
  expect(await systemEventsOf(api, id)).toEqual(['client.provisioned']);
  await worker.stop();
});

test('a worker that was too slow changes nothing', async () => {
  const { id } = await givenAnswered('held', { status: 422 });
  const [slow, other] = [await startWorker(), await startWorker()];
  await vi.waitFor(() => expect(product.callsOf(id)).toHaveLength(1), soon);

  await passLease();
  await expectBecomes(id, { status: 'FAILED', tries: 2 });
  const before = await provisioningOf(api, id);
  product.release();
  await Promise.all([slow.stop(), other.stop()]);

  expect(await provisioningOf(api, id)).toEqual(before);
  expect(await systemEventsOf(api, id)).toEqual(['client.provisioning_failed']);
});

test('two workers send each of many clients once', async () => {
  const clients = await Promise.all(Array.from({ length: 60 }, () => givenAnswered()));
  const workers = [await startWorker(), await startWorker()];

  for (const { id } of clients) await expectBecomes(id, { status: 'READY', applied_version: 1, tries: 1 });

  expect(clients.flatMap(({ id }) => product.versionsOf(id))).toEqual(clients.map(() => 1));
  await Promise.all(workers.map((worker) => worker.stop()));
});

test('a worker that stops ends its requests first', async () => {
  const { id } = await givenAnswered('held');
  const worker = await startWorker();
  await vi.waitFor(() => expect(product.callsOf(id)).toHaveLength(1), soon);

  const stopped = worker.stop();
  product.release();
  await stopped;

  expect(await provisioningOf(api, id)).toMatchObject({ status: 'READY', trying_since: null });
});

test('whenever workers are killed, the product ends with the newest version of each client', async () => {
  const clients = await Promise.all(Array.from({ length: 30 }, () => givenAnswered()));
  for (const progress of [2, 15]) {
    const child = startChild();
    const calls = product.calls.length;
    await vi.waitFor(() => expect(product.calls.length).toBeGreaterThan(calls + progress), { ...soon, interval: 1 });
    await kill(child);
    await Promise.all(
      clients.map(({ id }) => update(api, reseller().actor, { id, input: { contactName: `Ada ${progress}` } })),
    );
    await passLease();
  }

  await startWorker();

  const names = () => clients.map(({ id }) => product.accounts.get(id)?.contact.name);
  await vi.waitFor(() => expect(names()).toEqual(clients.map(() => 'Ada 15')), soon);
  for (const { id } of clients) await expectBecomes(id, { status: 'READY' });
});
