import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { EventConsumer, FollowedEvent } from '../events/event.types.ts';

/** An erasure changes what the product should know of a client, too. */
const ACTIONS: readonly string[] = ['client.created', 'client.updated', 'client.subscription_changed', 'person.erased'];

/** Raises the wanted version of each changed client, by one statement. */
export const provisioningConsumer: EventConsumer = {
  name: 'provisioning',
  consume: async (em, events) => {
    const changed = Map.groupBy(
      events.filter(({ action, targetType }) => targetType === 'ClientAccount' && ACTIONS.includes(action)),
      ({ targetId }) => targetId,
    );
    if (changed.size > 0) await raise(em, [...changed.values()]);
  },
};

/**
 * The product may already have changes from before a restore, so they wait as HELD for an admin. A client that is held
 * stays so. A change during an attempt is sent once the attempt has ended. In the order of the keys, so that two
 * transactions cannot block each other.
 */
async function raise(em: EntityManager, clients: readonly FollowedEvent[][]): Promise<void> {
  const ids = clients.map(([event]) => event?.targetId);
  const resellerIds = clients.map(([event]) => event?.resellerId);
  const held = clients.map((events) => events.every(({ isHeld }) => isHeld));
  await sql`insert into client_provisioning as row
      (reseller_id, client_id, desired_version, status, problem, wanted_at, next_try_at, failed_at, updated_at)
    select reseller_id, client.id, 1, case when held then 'FAILED' else 'PENDING' end, case when held then 'HELD' end, now(),
      case when not held then now() end, case when held then now() end, now()
    from unnest(${ids}::uuid[], ${resellerIds}::uuid[], ${held}::boolean[]) as changed (client_id, tenant_id, held)
      join client_account as client on client.reseller_id = tenant_id and client.id = client_id
    order by 1, 2
    on conflict (reseller_id, client_id) do update set desired_version = row.desired_version + 1,
      status = case when ${WAITS} then 'FAILED' else 'PENDING' end,
      problem = case when ${WAITS} then 'HELD' end,
      failed_at = case when ${WAITS} then now() end,
      trying_since = case when ${WAITS} then null else row.trying_since end,
      next_try_at = case when ${WAITS} then null when row.trying_since is null then now() else row.next_try_at end,
      detail = null, first_try_at = null, wanted_at = now(), updated_at = now()`.execute(em.getKysely());
}

const WAITS = sql`'HELD' in (excluded.problem, row.problem)`;

/** Clients of one round. The next one follows an hour later. */
const MOST_ADOPTED = 10_000;

/**
 * Adds rows for clients of the last day that have none, because they were created while versions before this feature still
 * ran. Finds them by their IDs, which begin with the time (UUID version 7). Clients of before a restore wait for their
 * events, which are held.
 */
export const adoptNewClients = (em: EntityManager) =>
  sql`insert into client_provisioning (reseller_id, client_id, desired_version, status, wanted_at, next_try_at, updated_at)
    select reseller_id, id, 1, 'PENDING', now(), now(), now() from client_account as client
    where id >= rpad(lpad(to_hex(floor(1000 * extract(epoch from now() - interval '1 day'))::bigint), 12, '0'), 32, '0')::uuid
      and created_at between now() - interval '1 day' and now() - interval '1 minute'
      and created_at > coalesce((select max(began_at) from outbound_pause), '-infinity')
      and not exists (select from client_provisioning as known
        where known.reseller_id = client.reseller_id and known.client_id = client.id)
    order by reseller_id, id limit ${MOST_ADOPTED}
    on conflict do nothing`.execute(em.getKysely());
