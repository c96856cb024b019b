import type pg from 'pg';

/**
 * After a restore, the product may have what waited before the pause, or something newer. So it waits as HELD until an
 * admin sends it: decision 86.
 */
export async function holdOpenProvisionings(owner: pg.Client, pausedAt: Date): Promise<void> {
  await owner.query(
    `update client_provisioning set status = 'FAILED', problem = 'HELD', detail = null, failed_at = now(), updated_at = now(),
       accepted_version = null, trying_since = null, first_try_at = null, next_try_at = null
     where status in ('PENDING', 'APPLYING') and wanted_at <= $1`,
    [pausedAt],
  );
}
