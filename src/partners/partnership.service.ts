import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { conflict, DomainError } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { columnsOf, type Row } from '../core/database/row.query.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import type { Reader } from '../core/database/reader.ts';
import { inTransaction, readRows } from '../core/database/transaction.ts';
import { PartnerRole } from '../identity/users/user.entity.ts';
import { holdActive, usersAt } from '../identity/users/user.lookup.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { Partnership } from './partnership.entity.ts';
import { PartnershipType } from '../tenants/partnership.type.ts';

/** Oldest first, in one statement. */
export async function readPartnerships(
  ctx: Pick<RequestContext, 'em' | 'reader'> & { caller: object | undefined },
  ids: readonly string[],
): Promise<Row<Partnership>[][]> {
  // A request that signs in has no role yet. It has read the accounts.
  const reader: Reader = ctx.caller ? ctx.reader : asPlatform(ctx.em);
  const rows = await readRows(
    reader,
    sql<Row<Partnership>>`select ${columnsOf(reader.getMetadata(Partnership))} from partnership
      where reseller_id = any(${[...ids]}) order by created_at, application_id`,
  );
  const byAccount = Map.groupBy(rows, ({ resellerId }) => resellerId);
  return ids.map((id) => byAccount.get(id) ?? []);
}

/** The account of each application, if any, in one statement. */
export async function readAccountsOf(
  { reader }: RequestContext,
  applicationIds: readonly string[],
): Promise<Row<PartnerAccount>[][]> {
  const rows = await readRows(
    reader,
    sql<Row<PartnerAccount> & { applicationId: string }>`select account.*, application_id as "applicationId"
      from partnership join (select ${columnsOf(reader.getMetadata(PartnerAccount))} from partner_account) account
        on account.id = reseller_id
      where application_id = any(${[...applicationIds]})`,
  );
  const byApplication = Map.groupBy(rows, ({ applicationId }) => applicationId);
  return applicationIds.map((id) => byApplication.get(id) ?? []);
}

export const hasPartnership = async (em: EntityManager, resellerId: string, partnershipType: PartnershipType) =>
  (await em.count(Partnership, { resellerId, partnershipType })) > 0;

interface Applicant {
  contactEmail: string;
  partnershipType: PartnershipType;
}

/**
 * The contact's own active account, or undefined if the contact has no user. Throws CONFLICT: EMAIL_IN_USE for admins
 * and users that are not owners, PARTNER_INACTIVE or PARTNERSHIP_EXISTS.
 */
async function findOwnAccount(
  em: EntityManager,
  { contactEmail, partnershipType }: Applicant,
  lockMode: LockMode.PESSIMISTIC_WRITE | LockMode.NONE = LockMode.NONE,
): Promise<PartnerAccount | undefined> {
  const [user] = await usersAt(em, contactEmail);
  if (!user) return undefined;
  // Admin rows stay unlocked, because that could deadlock with the audit chain. Admins never become partner users.
  if (user.resellerId && lockMode === LockMode.PESSIMISTIC_WRITE && !(await holdActive(em, user))) return undefined;
  if (!user.resellerId || user.partnerRole !== PartnerRole.OWNER) throw emailInUse();
  const account = await em.findOneOrFail(PartnerAccount, { id: user.resellerId }, { lockMode });
  if (!account.isActive) {
    throw conflict('PARTNER_INACTIVE', "The contact's partner account is deactivated. Reactivate it first.");
  }
  if (await hasPartnership(em, account.id, partnershipType)) {
    throw conflict('PARTNERSHIP_EXISTS', "The contact's partner account already has a partnership of this type.");
  }
  return account;
}

/** Whether an approval would now add to the contact's own account. False if it would fail. */
export async function ownsAccountFor(em: EntityManager, applicant: Applicant): Promise<boolean> {
  try {
    return (await inTransaction(em, (transaction) => findOwnAccount(transaction, applicant))) !== undefined;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CONFLICT') return false;
    throw error;
  }
}

export const emailInUse = () =>
  conflict(
    'EMAIL_IN_USE',
    'This email address already belongs to an account. Set ownerEmail to a different first user.',
  );

/**
 * Runs in the approval's transaction. Returns undefined if the contact owns no account. Approvals run one after
 * another, because each holds the lock on the platform's audit chain.
 */
export async function addPartnership(
  em: EntityManager,
  application: Applicant & { id: string },
): Promise<PartnerAccount | undefined> {
  const { id: applicationId, partnershipType } = application;
  const account = await findOwnAccount(em, application, LockMode.PESSIMISTIC_WRITE);
  if (!account) return undefined;
  em.create(Partnership, { applicationId, resellerId: account.id, partnershipType });
  if (partnershipType === PartnershipType.RESELLER) account.clientManagementEnabled = true;
  await em.flush();
  return account;
}
