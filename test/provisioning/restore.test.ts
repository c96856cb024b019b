import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test, vi } from 'vitest';
import { resumeOutbound } from '../../src/backups/resume.ts';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { claim, findDue } from '../../src/provisioning/sending/provisioning.claims.ts';
import { givenClient, update } from '../support/given/client-accounts.ts';
import { addProvisioning, hurry, provisioningOf, systemEventsOf } from '../support/given/provisionings.ts';
import { followed, useProvisioning } from '../support/product.ts';

// Each round waits for a worker.
vi.setConfig({ testTimeout: 60_000 });

const { api, product, reseller, startWorker, givenAnswered, expectBecomes } = await useProvisioning({ works: false });

const pause = () => api.rows(`insert into outbound_pause (reason) values ('restored the backup of yesterday')`);
const resume = () => resumeOutbound(api.database.ownerUrl);

const RETRY = 'mutation ($id: ID!) { retryProvisioning(clientId: $id) { status } }';
const HELD = { status: 'FAILED', problem: 'HELD', next_try_at: null };

test('Fault 25: what waited before a restore is not sent until an admin says so', async () => {
  const first = await startWorker();
  await followed(api);
  const { id: waiting } = await givenAnswered({ status: 500 }, 'usual');
  const { id: taken } = await givenAnswered('take', 'usual');
  await expectBecomes(waiting, { status: 'PENDING', tries: 1, trying_since: null });
  await expectBecomes(taken, { status: 'APPLYING', accepted_version: 1, trying_since: null });
  await first.stop();
  const { id: unfollowed } = await givenAnswered();

  await pause();
  const worker = await startWorker();
  for (const id of [waiting, taken]) await hurry(api, id);
  const { id: during } = await givenAnswered();
  const calls = product.calls.length;
  expect(await resume()).toBe(true);

  await expectBecomes(during, { status: 'READY', applied_version: 1 });
  for (const id of [waiting, taken, unfollowed]) await expectBecomes(id, HELD);
  expect(product.calls.slice(calls).map(({ clientId }) => clientId)).toEqual([during]);
  // A change keeps it waiting.
  await update(api, reseller().actor, { id: waiting, input: { contactName: 'Grace' } });
  await expectBecomes(waiting, { ...HELD, desired_version: 2 });
  expect((await api.ask(reseller().actor, RETRY, { id: waiting })).errors).toMatchObject([
    { extensions: { reason: 'PROVISIONING_HELD' } },
  ]);

  for (const id of [waiting, taken, unfollowed]) await api.ask(api.admin, RETRY, { id });
  for (const id of [waiting, taken, unfollowed]) await expectBecomes(id, { status: 'READY', problem: null });
  expect(product.accounts.get(waiting)?.contact.name).toBe('Grace');
  await worker.stop();
});

test('Fault 25: a product that kept today gets a version above its own, and admins see where', async () => {
  const worker = await startWorker();
  const { id } = await givenAnswered();
  await expectBecomes(id, { status: 'READY' });
  for (const contactName of ['Grace', 'Alan']) {
    await update(api, reseller().actor, { id, input: { contactName } });
    await expect.poll(() => product.accounts.get(id)?.contact.name).toBe(contactName);
  }
  await expectBecomes(id, { status: 'READY', applied_version: 3 });

  // As the backup was, after the first change.
  await pause();
  await api.rows(`update client_provisioning set desired_version = 2, applied_version = 2 where client_id = $1`, [id]);
  await resume();
  // The next version is one that the product has already, with another content.
  await update(api, reseller().actor, { id, input: { contactName: 'Barbara' } });
  await expectBecomes(id, { status: 'PENDING', problem: 'NEWER_VERSION', desired_version: 4 });
  await hurry(api, id);

  await expectBecomes(id, { status: 'READY', applied_version: 4 });
  expect(product.accounts.get(id)).toMatchObject({ version: 4, contact: { name: 'Barbara' } });
  const list = '{ failedProvisionings(filter: { isOvertaken: true }) { items { id } } }';
  expect((await api.ask(api.admin, list)).data).toEqual({ failedProvisionings: { items: [{ id }] } });
  await worker.stop();
});

test('nothing is claimed while outbound work is paused, and callbacks still count', async () => {
  const worker = await startWorker();
  const { id: taken } = await givenAnswered('take');
  await expectBecomes(taken, { status: 'APPLYING', accepted_version: 1, trying_since: null });
  await worker.stop();
  const { id: clientId } = await givenClient(api, reseller().actor);
  await addProvisioning(api, clientId, { next_try_at: '2026-11-30T10:00:00Z' });
  const asWorker = <Result>(work: (em: EntityManager) => Promise<Result>) =>
    inTransaction(asPlatform(api.app.orm.em), work);
  const due = { resellerId: reseller().resellerId, clientId };

  await pause();
  expect(await asWorker((em) => findDue(em, 10))).toEqual([]);
  expect(await asWorker((em) => claim(em, due))).toBeUndefined();
  const { headers, body } = product.callback({ clientId: taken, version: 1 });
  await fetch(`${api.url}/provisioning/callback`, { method: 'POST', headers, body });

  expect(await provisioningOf(api, taken)).toMatchObject({ status: 'READY' });
  expect(await systemEventsOf(api, taken)).toEqual(['client.provisioned']);
  await api.rows('update outbound_pause set ended_at = now() where ended_at is null');
  expect(await asWorker((em) => findDue(em, 10))).toEqual([due]);
  expect(await asWorker((em) => claim(em, due))).toMatchObject(due);
});
