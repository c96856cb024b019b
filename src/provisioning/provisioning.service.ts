import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction, recordAction } from '../audit/audit.recorder.ts';
import { conflict } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { loadById } from '../core/database/entity.lookup.ts';
import type { Reader } from '../core/database/reader.ts';
import { asPlatformFor, fromVisible } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import { childrenOf } from '../core/lists/children.ts';
import { readPage } from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import { ClientProvisioning } from './client-provisioning.entity.ts';
import { ProvisioningProblem } from './provisioning.enums.ts';
import type { FailedProvisioningsArgs } from './provisioning.inputs.ts';
import { clientOf } from './sending/provisioning.outcomes.ts';

const isOff = () => conflict('PROVISIONING_OFF', 'Clients are not set up in the product by this system.');

const isHeld = () =>
  conflict('PROVISIONING_HELD', 'Our team checks this client first, because we restored our data from a backup.');

/** By the ID of the client, at most one each. */
export const PROVISIONINGS = childrenOf({ entity: ClientProvisioning, parent: 'id', sortBy: 'id' });

/** When the product confirmed the clients that it has as they are here. Those of before are ready without a time. */
export async function readyClients(reader: Reader, clientIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const isReady = [sql`client_id = any(${[...clientIds]}::uuid[])`, sql`status = 'READY'`];
  const rows = await readRows(
    reader,
    sql<{ id: string; at: string }>`select client_id as id, coalesce(applied_at, updated_at) as at
      ${fromVisible(reader, ClientProvisioning, isReady)}`,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Failed ones, and those that the product overtook, latest change first. For admins. */
export function listFailedProvisionings(
  { reader }: RequestContext,
  { filter, ...args }: FailedProvisioningsArgs,
): Promise<Page<ClientProvisioning>> {
  const where = [NEEDS_ADMIN, ...ofKind(filter?.isOvertaken)];
  const query = { entity: ClientProvisioning, where, sortBy: 'updatedAt' } as const;
  return readPage(reader, query, { ...args, sortOrder: SortOrder.DESC });
}

/** As the index says it. */
const NEEDS_ADMIN = sql`(status = 'FAILED' or overtaken_at is not null)`;

const ofKind = (isOvertaken: boolean | null | undefined) =>
  isOvertaken == null ? [] : [isOvertaken ? sql`status <> 'FAILED'` : sql`status = 'FAILED'`];

/**
 * Sends a failed client again. Changes nothing if it has not failed. Throws NOT_FOUND, CONFLICT (PROVISIONING_OFF), or
 * CONFLICT (PROVISIONING_HELD) if only an admin may send it.
 */
export function retryProvisioning(
  ctx: RequestContext,
  { clientId }: { clientId: string },
): Promise<ClientProvisioning> {
  // As the platform, because partners cannot write versions.
  return inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, {}, async (em) => {
    const row = await loadById(em, ClientProvisioning, clientId, LockMode.PESSIMISTIC_WRITE);
    if (!ctx.config.product) throw isOff();
    if (row.problem === ProvisioningProblem.HELD && ctx.caller?.role !== 'ADMIN') throw isHeld();
    if (row.retry()) recordAction(em, 'client.provisioning_retried', clientOf(row));
    return row;
  });
}

/** Days that a newer version of the product is shown to admins. */
const SHOWN_DAYS = 30;

export const forgetOvertaken = (em: EntityManager) =>
  sql`update client_provisioning set overtaken_at = null
    where overtaken_at < now() - ${SHOWN_DAYS} * interval '1 day' and (status = 'FAILED' or overtaken_at is not null)`.execute(
    em.getKysely(),
  );
