import type { Actor, Api } from '../api.ts';
import { givenClient } from './client-accounts.ts';
import type { Samples } from './samples.types.ts';

/** A client that the product refused, as the worker stores it. */
export async function givenFailedProvisioning(api: Api, actor: Actor): Promise<string> {
  const { id } = await givenClient(api, actor);
  await addProvisioning(api, id, { status: 'FAILED', problem: 'REFUSED', detail: 'PUT answered 422.', failed_at: NOW });
  return id;
}

const NOW = '2026-11-30T10:00:00Z';

/** Adds or replaces the row of a client, without a worker. */
export async function addProvisioning(
  { rows }: Pick<Api, 'rows'>,
  clientId: string,
  values: object = {},
): Promise<void> {
  const row = { desired_version: 1, status: 'PENDING', wanted_at: NOW, updated_at: NOW, ...values };
  const columns = Object.keys(row);
  await rows('delete from client_provisioning where client_id = $1', [clientId]);
  await rows(
    `insert into client_provisioning (reseller_id, client_id, ${columns.join()})
     select client.reseller_id, client.id, ${columns.map((column) => `given.${column}`).join()}
     from client_account as client, json_populate_record(null::client_provisioning, $2) as given where client.id = $1`,
    [clientId, JSON.stringify(row)],
  );
}

/** The stored row of a client, with the times as they are. */
export async function provisioningOf({ rows }: Pick<Api, 'rows'>, clientId: string): Promise<Record<string, unknown>> {
  const [row] = await rows('select * from client_provisioning where client_id = $1', [clientId]);
  return row ?? {};
}

/** Lets the next attempt be due now, instead of after its pause. */
export const hurry = ({ rows }: Pick<Api, 'rows'>, clientId: string) =>
  rows(
    'update client_provisioning set next_try_at = now() where client_id = $1 and next_try_at is not null and trying_since is null',
    [clientId],
  );

/** Lets attempts have gone on for this long. */
export const letPass = ({ rows }: Pick<Api, 'rows'>, clientId: string, hours: number) =>
  rows(`update client_provisioning set first_try_at = first_try_at - $2 * interval '1 hour' where client_id = $1`, [
    clientId,
    hours,
  ]);

/** The audit events of a client that jobs recorded, in order. */
export const systemEventsOf = async ({ rows }: Pick<Api, 'rows'>, clientId: string): Promise<unknown[]> => {
  const events = await rows(
    `select action from audit_event where target_id = $1 and actor_role = 'SYSTEM' order by sequence`,
    [clientId],
  );
  return events.map(({ action }) => action);
};

export const provisioningSamples: Samples = {
  row: async (api, { actor }) => {
    await givenFailedProvisioning(api, actor);
  },
  variables: {
    ListFailedProvisionings: async (api, { actor }, rows) => {
      for (let added = 0; added < rows; added++) await givenFailedProvisioning(api, actor);
      return {};
    },
    RetryProvisioning: async (api, { actor }) => ({ clientId: await givenFailedProvisioning(api, actor) }),
  },
};
