import { expect, test } from 'vitest';
import { givenClient, update } from '../support/given/client-accounts.ts';
import { addProvisioning, provisioningOf } from '../support/given/provisionings.ts';
import { useProvisioning } from '../support/product.ts';

/* Clients that were created before any worker followed them, as by the version before. */

const { api, reseller, startWorker, expectBecomes } = await useProvisioning({ works: false });

test('a worker adopts clients of the last day that have no row', async () => {
  const { id } = await givenClient(api, reseller().actor);
  const { id: old } = await givenClient(api, reseller().actor);
  const { id: known } = await givenClient(api, reseller().actor);
  await api.rows('set session_replication_role = replica');
  await api.rows(`update client_account set created_at = now() - interval '5 minutes' where id = any($1)`, [
    [id, known],
  ]);
  await api.rows(`update client_account set created_at = now() - interval '25 hours' where id = $1`, [old]);
  await api.rows('reset session_replication_role');
  await addProvisioning(api, known, { status: 'READY', desired_version: 3, applied_version: 3 });

  const worker = await startWorker();

  await expectBecomes(id, { status: 'READY', applied_version: 1 });
  await update(api, reseller().actor, { id, input: { contactName: 'Grace' } });
  await expectBecomes(id, { status: 'READY', applied_version: 2 });
  expect(await provisioningOf(api, old)).toEqual({});
  expect(await provisioningOf(api, known)).toMatchObject({ desired_version: 3 });
  await worker.stop();
});
