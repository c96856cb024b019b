import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { updateEach } from '../core/bulk/update.each.ts';
import { databaseTime } from '../core/database/database.clock.ts';
import { conflict } from '../core/context/domain.error.ts';
import { loadById, lockForChange } from '../core/database/entity.lookup.ts';
import { mailboxIn, orAtMailbox } from '../core/text/mailbox.column.ts';
import {
  countsOf,
  createdWithin,
  oneOf,
  readNeighbors,
  readPage,
  rowsBy,
  type Neighbors,
  type PageQuery,
} from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { readById, type Row } from '../core/database/row.query.ts';
import type { Language } from '../core/text/language.ts';
import { contains } from '../core/lists/text.search.ts';
import { readRows } from '../core/database/transaction.ts';
import { flushUnlessTaken } from '../core/database/unique.violation.ts';
import {
  invitationAccepted,
  writeInvitation,
  writeInvitationAgain,
} from '../identity/invitations/invitation.service.ts';
import { endSessions } from '../identity/sessions/session.service.ts';
import { PartnerRole, Role, User } from '../identity/users/user.entity.ts';
import { holdActive, usersAt } from '../identity/users/user.lookup.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { isManagedByAny, LACKS_MANAGER } from './managers/manager.conditions.ts';
import type {
  PartnerAccountFilter,
  PartnerAccountsArgs,
  PartnerNeighborsArgs,
  UpdatePartnerAccountArgs,
  UpdatePartnerAccountsInput,
} from './partner-account.inputs.ts';
import type { PartnerUpdate } from './partner.updates.ts';
import { addPartnership, emailInUse, hasPartnership } from './partnership.service.ts';
import { PartnershipType } from '../tenants/partnership.type.ts';
import { AssignmentReason } from './tiers/tier-assignment.entity.ts';
import { moveToTier, TIER_ACTIONS } from './tiers/tier-assignment.service.ts';

/** Matches the mailbox of the application or of the first user, which provide the account's address. */
const isAtMailbox = (mailbox: string) => sql`(partner_id in (select id from partner_application
  where ${mailboxIn('contact_mailbox', 'contact_email')} = ${mailbox})
  or (id, admin_email) in (select reseller_id, email from user_account
    where ${mailboxIn('mailbox', 'email')} = ${mailbox} and is_active))`;

const hasAnyOf = (types: readonly PartnershipType[]) =>
  sql`exists (select from partnership where reseller_id = partner_account.id and ${oneOf('partnership_type', types)})`;

export function listPartnerAccounts(
  { reader }: RequestContext,
  args: PartnerAccountsArgs,
): Promise<Page<PartnerAccount>> {
  const filter = args.filter ?? {};
  const state = sql`case when is_active then 'ACTIVE' else 'DEACTIVATED' end`;
  const ofAnyState = conditionsOn({ ...filter, isActive: null });
  const counts = () => countsOf(['ACTIVE', 'DEACTIVATED'], rowsBy(reader, PartnerAccount, state, ofAnyState));
  return readPage(reader, { ...partnerQuery(filter), counts }, { ...args, sortOrder: SortOrder.DESC });
}

/** The list of a filter. */
export const partnerQuery = (filter: PartnerAccountFilter): PageQuery<PartnerAccount> => ({
  entity: PartnerAccount,
  where: conditionsOn(filter),
  sortBy: 'createdAt',
});

function conditionsOn(filter: PartnerAccountFilter): RawBuilder<unknown>[] {
  const { tier, partnershipType, isActive, managerIds, lacksManager, search, createdFrom, createdTo } = filter;
  const where = createdWithin(createdFrom, createdTo);
  if (isActive != null) where.push(sql`is_active = ${isActive}`);
  if (tier) where.push(oneOf('tier', tier));
  if (partnershipType) where.push(hasAnyOf(partnershipType));
  if (managerIds) where.push(isManagedByAny(managerIds));
  if (lacksManager != null) where.push(lacksManager ? LACKS_MANAGER : sql`not ${LACKS_MANAGER}`);
  if (search) where.push(orAtMailbox([contains(search)], search, isAtMailbox));
  return where;
}

/** Null if the partner does not exist. */
export function partnerNeighbors(
  { reader }: RequestContext,
  { id, filter, withPosition }: PartnerNeighborsArgs & { withPosition: boolean },
): Promise<Neighbors<PartnerAccount> | null> {
  return readNeighbors(reader, partnerQuery(filter ?? {}), SortOrder.DESC, { id, withPosition });
}

export function getPartnerAccount(
  { reader }: Pick<RequestContext, 'reader'>,
  { id }: { id: string },
): Promise<Row<PartnerAccount> | null> {
  return readById(reader, PartnerAccount, id);
}

interface Join {
  id: string;
  joinedAt: string;
}

/**
 * When each partner's first user joined, in one statement. Matches the original mailbox, so that removed users count
 * too.
 */
export async function readJoins({ reader }: RequestContext, ids: readonly string[]): Promise<Join[][]> {
  const joins = await readRows(
    reader,
    sql<Join>`select partner.id, min(person.joined_at) as "joinedAt" from partner_account partner
      join partner_application application on application.id = partner.partner_id
      join user_account person on person.reseller_id = partner.id and (person.email = partner.admin_email
        or coalesce(person.mailbox, person.email) = coalesce(application.contact_mailbox, application.contact_email))
      where partner.id = any(${[...ids]}) and person.joined_at is not null group by partner.id`,
  );
  const byPartner = Map.groupBy(joins, ({ id }) => id);
  return ids.map((id) => byPartner.get(id) ?? []);
}

export interface ApprovedApplication {
  id: string;
  companyName: string;
  contactName: string;
  contactEmail: string;
  partnershipType: PartnershipType;
  website?: string | null | undefined;
  /** Of the invitation. The owner can change it. */
  language: Language;
  namedOwner: NamedOwner | undefined;
}

/** The first user to invite, if not the contact. */
export interface NamedOwner {
  email: string;
  name: string;
}

/** The contact was invited, another person was invited, or the contact already owns the account. */
export type AccountAccess = 'INVITED' | 'OTHER_INVITED' | 'OWNED';

/**
 * Runs in the approval's transaction. Adds the partnership to the contact's own account; otherwise creates an account
 * and invites its owner. Throws CONFLICT: EMAIL_IN_USE, PARTNER_INACTIVE or PARTNERSHIP_EXISTS.
 */
export async function openPartnerAccount(
  ctx: RequestContext,
  em: EntityManager,
  application: ApprovedApplication,
): Promise<AccountAccess> {
  const { id: partnerId, companyName, contactName, contactEmail, partnershipType, language, namedOwner } = application;
  const { website = null } = application;
  if (!namedOwner && (await addPartnership(em, application))) return 'OWNED';
  const owner = namedOwner ?? { email: contactEmail, name: contactName };
  const account = em.create(PartnerAccount, {
    partnerId,
    companyName,
    website,
    adminEmail: owner.email,
    partnershipType,
    clientManagementEnabled: partnershipType === PartnershipType.RESELLER,
  });
  await em.flush();
  const user = em.create(User, {
    ...owner,
    language,
    role: Role.PARTNER,
    resellerId: account.id,
    partnerRole: PartnerRole.OWNER,
  });
  await flushUnlessTaken(em, emailInUse());
  await writeInvitation(ctx, em, { user, companyName });
  return namedOwner ? 'OTHER_INVITED' : 'INVITED';
}

/** Deactivation ends sessions, API keys and client access permanently. */
export function updatePartnerAccount(
  ctx: RequestContext,
  { id, input, expectedVersion }: UpdatePartnerAccountArgs,
): Promise<PartnerAccount> {
  return inAuditedTransaction(ctx, TIER_ACTIONS, async (em) => {
    const account = await lockForChange(em, PartnerAccount, id, expectedVersion);
    const { tier, isActive, clientManagementEnabled, whitelabelEnabled } = input;
    if (clientManagementEnabled && !(await hasPartnership(em, id, PartnershipType.RESELLER))) {
      throw conflict('NOT_A_RESELLER', 'Only a reseller can manage clients.');
    }
    if (tier && tier !== account.tier) {
      await moveToTier(em, account, { tier, reason: AssignmentReason.MANUAL, by: ctx.caller });
    }
    if (isActive != null && isActive !== account.isActive) {
      // Reactivation too: access that began during the deactivation must not become valid.
      const users = await em.find(User, { resellerId: id });
      const userIds = users.map((user) => user.id);
      await endSessions(em, userIds);
      account.accessEndedAt = await databaseTime(em);
    }
    account.isActive = isActive ?? account.isActive;
    account.clientManagementEnabled = clientManagementEnabled ?? account.clientManagementEnabled;
    account.whitelabelEnabled = whitelabelEnabled ?? account.whitelabelEnabled;
    return account;
  });
}

/** A result for each partner: see updateEach. */
export const updatePartnerAccounts = (
  ctx: RequestContext,
  { partners, ...input }: UpdatePartnerAccountsInput,
): Promise<PartnerUpdate[]> =>
  updateEach(ctx, 'updatePartnerAccounts', partners, async (each) => ({
    partner: await updatePartnerAccount(ctx, { ...each, input }),
  }));

/** Earlier links stay valid. Throws CONFLICT (INVITATION_ACCEPTED) once accepted. */
export async function resendInvitation(ctx: RequestContext, { id }: { id: string }): Promise<void> {
  await inAuditedTransaction(ctx, {}, async (em) => {
    const account = await loadById(em, PartnerAccount, id);
    const user = (await usersAt(em, account.adminEmail)).find(({ resellerId }) => resellerId === account.id);
    if (!user || !(await holdActive(em, user))) throw invitationAccepted();
    await writeInvitationAgain(ctx, em, { user, companyName: account.companyName });
  });
}
