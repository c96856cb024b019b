import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { conflict, invalidInput, unauthenticated } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { loadById } from '../core/database/entity.lookup.ts';
import { readById, type Row } from '../core/database/row.query.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import {
  countsOf,
  hasId,
  oneOf,
  readNeighbors,
  readPage,
  rowsBy,
  type Neighbors,
  type PageQuery,
} from '../core/lists/page.query.ts';
import type { Page } from '../core/lists/page.types.ts';
import { User } from '../identity/users/user.entity.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { CompanyChange, CompanyChangeStatus } from './company-change.entity.ts';
import { detailsOf, differences } from './company.details.ts';
import type {
  CompanyChangeFilter,
  CompanyChangeNeighborsArgs,
  CompanyChangesArgs,
  DecideCompanyChangeArgs,
} from './company.inputs.ts';
import { tellOfDecision } from './company.notices.ts';

const STATUSES = Object.values(CompanyChangeStatus);

export function listChanges({ reader }: RequestContext, args: CompanyChangesArgs): Promise<Page<CompanyChange>> {
  const filter = args.filter ?? {};
  const ofAnyStatus = conditionsOn({ ...filter, status: null });
  const counts = () => countsOf(STATUSES, rowsBy(reader, CompanyChange, sql`status`, ofAnyStatus));
  return readPage(reader, { ...changeQuery(filter), counts }, args);
}

const changeQuery = (filter: CompanyChangeFilter): PageQuery<CompanyChange> => ({
  entity: CompanyChange,
  where: conditionsOn(filter),
  sortBy: 'createdAt',
});

function conditionsOn({ status, partnerId }: CompanyChangeFilter): RawBuilder<unknown>[] {
  const where = [];
  if (status) where.push(oneOf('status', status));
  if (partnerId != null) where.push(hasId('reseller_id', partnerId));
  return where;
}

/** Null if the change does not exist. */
export const getChange = ({ reader }: RequestContext, { id }: { id: string }): Promise<Row<CompanyChange> | null> =>
  readById(reader, CompanyChange, id);

/** Null if the change does not exist. */
export const changeNeighbors = (
  { reader }: RequestContext,
  { id, filter, sortOrder, withPosition }: CompanyChangeNeighborsArgs & { withPosition: boolean },
): Promise<Neighbors<CompanyChange> | null> =>
  readNeighbors(reader, changeQuery(filter ?? {}), sortOrder, { id, withPosition });

export async function countPending({ reader }: RequestContext): Promise<number> {
  const pending = fromVisible(reader, CompanyChange, [sql`status = ${sql.lit(CompanyChangeStatus.PENDING)}`]);
  const [row] = await readRows(reader, sql<{ count: number }>`select count(*)::int as count ${pending}`);
  return row?.count ?? 0;
}

/** The names of users that the caller can see, in one statement: partners do not see admins. */
export async function namesOf(
  { reader }: Pick<RequestContext, 'reader'>,
  ids: readonly string[],
): Promise<{ name: string }[][]> {
  const visible = fromVisible(reader, User, [sql`id = any(${[...new Set(ids)]}::uuid[])`]);
  const found = await readRows(reader, sql<{ id: string; name: string }>`select id, name ${visible}`);
  const byId = Map.groupBy(found, ({ id }) => id);
  return ids.map((id) => byId.get(id) ?? []);
}

const ACTIONS = { PartnerAccount: 'partner.company_changed', CompanyChange: 'company.change_decided' } as const;

/**
 * An approval changes the account in the same transaction. Throws NOT_FOUND; BAD_USER_INPUT if a rejection has no
 * message; CONFLICT: COMPANY_CHANGE_STATUS if it is decided or withdrawn, COMPANY_CHANGED if the account has changed
 * since the request.
 */
export function decideChange(
  ctx: RequestContext,
  { id, approve, message = null }: DecideCompanyChangeArgs,
): Promise<CompanyChange> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  return inAuditedTransaction(ctx, ACTIONS, async (em) => {
    const { account, change } = await lockChange(em, id);
    if (approve) {
      change.approve(caller.userId, message);
      apply(account, change);
    } else if (message === null) {
      throw invalidInput([{ path: 'message', message: 'is required if you decline', rule: 'REQUIRED' }]);
    } else {
      change.reject(caller.userId, message);
    }
    await tellOfDecision(ctx, em, change);
    return change;
  });
}

/** The account first, as an owner's request locks them. */
async function lockChange(em: EntityManager, id: string): Promise<{ account: PartnerAccount; change: CompanyChange }> {
  const { resellerId } = await loadById(em, CompanyChange, id);
  const account = await loadById(em, PartnerAccount, resellerId, LockMode.PESSIMISTIC_WRITE);
  const change = await loadById(em, CompanyChange, id, LockMode.PESSIMISTIC_WRITE);
  await em.refresh(change);
  return { account, change };
}

function apply(account: PartnerAccount, { before, after }: CompanyChange): void {
  if (differences(before, detailsOf(account)).length > 0) {
    throw conflict(
      'COMPANY_CHANGED',
      'The company data has changed since this request. Decline it, and ask the partner for a new one.',
    );
  }
  Object.assign(account, after);
}
