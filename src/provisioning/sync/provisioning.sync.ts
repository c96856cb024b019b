import type pg from 'pg';

/** Clients in one transaction, whose rows stay locked until it ends. */
const BATCH = 2_000;

export interface Selection {
  /** Only those that failed. */
  onlyFailed: boolean;
}

/** Lets workers send clients to the product again, each as a new version. Returns their number. Safe to repeat. */
export async function syncProvisionings(owner: pg.Client, { onlyFailed }: Selection): Promise<number> {
  let total = 0;
  let last: string | null = FIRST;
  while (last !== null) {
    const batch: Batch = await sendBatch(owner, [last, BATCH, onlyFailed]);
    total += batch.sent;
    last = batch.last;
  }
  return total;
}

interface Batch {
  sent: number;
  /** ID of its last client. Null if there was none. */
  last: string | null;
}

async function sendBatch(owner: pg.Client, values: unknown[]): Promise<Batch> {
  const { rows } = await owner.query<Batch>(SEND, values);
  return rows[0] ?? { sent: 0, last: null };
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Each call is a transaction. A change during an attempt is sent once it has ended. Clients of before the first event have
 * no row yet. In the order of the keys, as the consumer.
 */
const SEND = `
  with batch as (
    select reseller_id, client.id from client_account as client where client.id > $1 order by client.id limit $2
  ), sent as (
    insert into client_provisioning as row (reseller_id, client_id, desired_version, status, wanted_at, next_try_at, updated_at)
    select reseller_id, batch.id, 1, 'PENDING', now(), now(), now()
    from batch left join client_provisioning as known using (reseller_id, id)
    where not $3 or known.status = 'FAILED'
    order by 1, 2
    on conflict (reseller_id, client_id) do update set desired_version = row.desired_version + 1, status = 'PENDING',
      problem = null, detail = null, failed_at = null, first_try_at = null, wanted_at = now(), updated_at = now(),
      next_try_at = case when row.trying_since is null then now() else row.next_try_at end
    returning client_id
  )
  select (select count(*)::int from sent) as sent, (select max(id::text) from batch) as last`;
