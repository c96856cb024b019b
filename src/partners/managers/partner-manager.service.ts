import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { updateEach } from '../../core/bulk/update.each.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { lockForChange } from '../../core/database/entity.lookup.ts';
import type { Reader } from '../../core/database/reader.ts';
import { asPlatform, tenantOfReader } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { lockActiveAdmin } from '../../identity/users/admin.service.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import type { PartnerUpdate } from '../partner.updates.ts';
import { tellManagers, type Post } from './manager.notices.ts';
import type { AssignPartnerManagerArgs, AssignPartnerManagersInput } from './partner-manager.types.ts';

export interface ManagerRow {
  partnerId: string;
  post: Post;
  /** Undefined for partners. */
  id?: string;
  name: string;
  email: string;
}

/** The active managers of each partner, in one statement. A partner gets names and addresses of its own, and no more. */
export async function readManagers(
  ctx: Pick<RequestContext, 'em' | 'reader'> & { caller: object | undefined },
  partnerIds: readonly string[],
): Promise<ManagerRow[][]> {
  // A request that signs in has no role yet. It has read the accounts.
  const reader: Reader = ctx.caller ? ctx.reader : asPlatform(ctx.em);
  const managers = await readRows(reader, sql<ManagerRow>`${managersOf(reader, partnerIds)}`);
  const byPartner = Map.groupBy(managers, ({ partnerId }) => partnerId);
  return partnerIds.map((id) => byPartner.get(id) ?? []);
}

export const managersOf = (reader: Reader, partnerIds: readonly string[]) =>
  tenantOfReader(reader) === undefined
    ? sql`select account.id as "partnerId", post.name as post, person.id, person.name, person.email
        from partner_account account
          cross join lateral (values ('MANAGER', manager_id), ('TECHNICAL_MANAGER', technical_manager_id)) as post (name, admin_id)
          join user_account person on person.id = post.admin_id
        where account.id = any(${[...partnerIds]}) and person.role = 'ADMIN' and person.is_active`
    : sql`select partner_id as "partnerId", post, name, email from own_managers()`;

export const managerOf = (managers: readonly ManagerRow[], post: Post): ManagerRow | undefined =>
  managers.find((manager) => manager.post === post);

/**
 * Tells the new managers. A manager who is deactivated later stays on the account, and counts no more. Throws NOT_FOUND
 * if the partner or an active admin does not exist, and CONFLICT (STALE_VERSION).
 */
export function assignPartnerManager(
  ctx: RequestContext,
  { id, expectedVersion, ...wanted }: AssignPartnerManagerArgs,
): Promise<PartnerAccount> {
  return inAuditedTransaction(ctx, { PartnerAccount: 'partner.manager_assigned' }, async (em) => {
    const account = await lockForChange(em, PartnerAccount, id, expectedVersion);
    const before = { managerId: account.managerId ?? null, technicalManagerId: account.technicalManagerId ?? null };
    account.managerId = await adminFor(em, before.managerId, wanted.managerId);
    account.technicalManagerId = await adminFor(em, before.technicalManagerId, wanted.technicalManagerId);
    await tellManagers(em, account, before, ctx.caller);
    return account;
  });
}

/** The ID as stored. An admin who stays is not asked for again: perhaps the other manager changes after a deactivation. */
async function adminFor(
  em: EntityManager,
  present: string | null | undefined,
  wanted: string | null | undefined,
): Promise<string | null> {
  if (wanted === undefined) return present ?? null;
  return wanted === null ? null : (await lockActiveAdmin(em, wanted)).id;
}

/** A result for each partner: see updateEach. */
export const assignPartnerManagers = (
  ctx: RequestContext,
  { partners, ...managers }: AssignPartnerManagersInput,
): Promise<PartnerUpdate[]> =>
  updateEach(ctx, 'assignPartnerManagers', partners, async (each) => ({
    partner: await assignPartnerManager(ctx, { ...each, ...managers }),
  }));
