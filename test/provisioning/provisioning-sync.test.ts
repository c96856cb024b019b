import { expect, test } from 'vitest';
import { givenClient } from '../support/given/client-accounts.ts';
import { addProvisioning, provisioningOf, systemEventsOf } from '../support/given/provisionings.ts';
import { runCommandWith } from '../support/processes/commands.ts';
import { useProvisioning } from '../support/product.ts';

const { api, product, reseller, startWorker, expectBecomes } = await useProvisioning({ works: false });

const SCRIPT = 'src/provisioning/sync/provisioning.sync.command.ts';

const sync = (settings: Record<string, string> = product.environment, ...options: string[]) =>
  runCommandWith(
    { DATABASE_URL: api.database.loginUrl, MIGRATION_DATABASE_URL: api.database.ownerUrl, ...settings },
    SCRIPT,
    ...options,
  );

async function givenRow(row: object): Promise<string> {
  const { id } = await givenClient(api, reseller().actor);
  await addProvisioning(api, id, row);
  return id;
}

const READY = { status: 'READY', desired_version: 3, applied_version: 3 };

test('all clients are sent as new versions, also those that failed, are held, or have no row', async () => {
  const ready = await givenRow(READY);
  const refused = await givenRow({ status: 'FAILED', problem: 'REFUSED', detail: 'No.' });
  const held = await givenRow({ status: 'FAILED', problem: 'HELD' });
  const { id: unknown } = await givenClient(api, reseller().actor);

  expect(await sync()).toEqual({ code: 0, stdout: 'Clients to send: 4. Workers send them now.\n', stderr: '' });

  expect(await provisioningOf(api, ready)).toMatchObject({ status: 'PENDING', desired_version: 4, applied_version: 3 });
  for (const id of [refused, held]) {
    expect(await provisioningOf(api, id)).toMatchObject({ status: 'PENDING', desired_version: 2, problem: null });
  }
  const worker = await startWorker();
  for (const id of [ready, refused, held, unknown]) await expectBecomes(id, { status: 'READY' });
  expect([ready, refused, held, unknown].map((id) => product.versionsOf(id))).toEqual([[4], [2], [2], [1]]);
  expect(await systemEventsOf(api, ready)).toEqual(['client.provisioned']);
  await worker.stop();
});

test('with --failed, only those that failed are sent', async () => {
  const ready = await givenRow(READY);
  const failed = await givenRow({ status: 'FAILED', problem: 'HELD' });

  expect((await sync(product.environment, '--failed')).stdout).toContain('Clients to send: 1.');

  expect(await provisioningOf(api, failed)).toMatchObject({ status: 'PENDING' });
  expect(await provisioningOf(api, ready)).toMatchObject({ status: 'READY', desired_version: 3 });
});

test('a client with an attempt under way is sent once that has ended', async () => {
  const nextTryAt = '2030-01-01T00:00:00Z';
  const id = await givenRow({ status: 'APPLYING', trying_since: '2026-11-30T10:00:00Z', next_try_at: nextTryAt });

  await sync();

  expect(await provisioningOf(api, id)).toMatchObject({ desired_version: 2, next_try_at: new Date(nextTryAt) });
});

test.each([
  ['a product', { NODE_ENV: 'production' }, /must be set in production/],
  ['the owner', { MIGRATION_DATABASE_URL: '', ...product.environment }, /^MIGRATION_DATABASE_URL: must be set/],
])('without %s, it fails and changes nothing', async (_, settings, reason) => {
  const id = await givenRow(READY);

  const { code, stderr } = await sync(settings);

  expect(code).toBe(1);
  expect(stderr).toMatch(reason);
  expect(await provisioningOf(api, id)).toMatchObject({ desired_version: 3 });
});
