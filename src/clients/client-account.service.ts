import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { AGREEMENT_GUARD, agreementRefusal } from '../agreements/agreement.gate.ts';
import { inAuditedTransaction, insertOnce } from '../audit/audit.recorder.ts';
import { updateEach } from '../core/bulk/update.each.ts';
import { conflict } from '../core/context/domain.error.ts';
import { lockForChange } from '../core/database/entity.lookup.ts';
import { keyOwnerOf } from '../core/idempotency/idempotency.ts';
import { mailboxIn, orAtMailbox } from '../core/text/mailbox.column.ts';
import {
  countsOf,
  createdWithin,
  hasId,
  oneOf,
  readNeighbors,
  readPage,
  rowsBy,
  type Neighbors,
  type PageQuery,
} from '../core/lists/page.query.ts';
import type { Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { readById, type Row } from '../core/database/row.query.ts';
import { newRow, type NewRow } from '../core/database/row.insert.ts';
import { tenantOf } from '../core/database/tenancy.ts';
import { contains } from '../core/lists/text.search.ts';
import { flushUnlessTaken, isTaken } from '../core/database/unique.violation.ts';
import { NotificationKind } from '../notifications/notification.kinds.ts';
import { membersOf, tell } from '../notifications/notification.tell.ts';
import { Benefit } from '../tiers/benefit.enum.ts';
import { requireBenefit } from '../tiers/benefit.gate.ts';
import { ClientAccount, SubscriptionStatus } from './client-account.entity.ts';
import { clientCondition } from './client.conditions.ts';
import type {
  ClientAccountFilter,
  ClientAccountsArgs,
  ClientAccountSortField,
  ClientNeighborsArgs,
  ClientSubscriptionsInput,
  CreateClientAccountArgs,
  PartnerClientsArgs,
  UpdateClientAccountArgs,
  UpdateClientSubscriptionArgs,
} from './client-account.inputs.ts';
import type { ClientUpdate } from './client.updates.ts';

/** Unique per reseller, so that the error reveals nothing about other resellers' clients. */
export const emailTaken = () =>
  conflict('CLIENT_EMAIL', 'You already have a client with this email address. Use a different one.');

const isAtMailbox = (mailbox: string) => sql`${mailboxIn('contact_mailbox', 'contact_email')} = ${mailbox}`;

const STATUSES = Object.values(SubscriptionStatus);

export const listClientAccounts = (ctx: RequestContext, args: ClientAccountsArgs): Promise<Page<ClientAccount>> =>
  listClients(ctx, args, []);

/** For admins: partners have only their own clients. */
export const listPartnerClients = (
  ctx: RequestContext,
  { partnerId, ...args }: PartnerClientsArgs,
): Promise<Page<ClientAccount>> => listClients(ctx, args, [hasId('reseller_id', partnerId)]);

function listClients(
  ctx: RequestContext,
  args: ClientAccountsArgs,
  ofPartner: readonly RawBuilder<unknown>[],
): Promise<Page<ClientAccount>> {
  const filter = args.filter ?? {};
  const where = [...ofPartner, ...conditionsOn(filter)];
  const ofAnyStatus = [...ofPartner, ...conditionsOn({ ...filter, status: null })];
  const counts = () => countsOf(STATUSES, rowsBy(ctx.reader, ClientAccount, sql`subscription_status`, ofAnyStatus));
  return readPage(ctx.reader, { entity: ClientAccount, where, sortBy: args.sortBy, counts }, args);
}

function conditionsOn(filter: ClientAccountFilter): RawBuilder<unknown>[] {
  const { status, billingOwnedByReseller, onboardingOverdue, search, createdFrom, createdTo } = filter;
  const where = createdWithin(createdFrom, createdTo);
  if (status) where.push(oneOf('subscription_status', status));
  if (billingOwnedByReseller != null) where.push(sql`billing_owned_by_reseller = ${billingOwnedByReseller}`);
  const isOverdue = onboardingOverdue != null && clientCondition('isOnboardingOverdue');
  if (isOverdue) where.push(onboardingOverdue ? isOverdue : sql`not ${isOverdue}`);
  if (search) where.push(orAtMailbox([contains(search)], search, isAtMailbox));
  return where;
}

/** The list of a filter, in this order. */
export const clientQuery = (filter: ClientAccountFilter, sortBy: ClientAccountSortField): PageQuery<ClientAccount> => ({
  entity: ClientAccount,
  where: conditionsOn(filter),
  sortBy,
});

/** Null if the reseller has no such client, as for `getClientAccount`. */
export async function clientNeighbors(
  ctx: RequestContext,
  { id, filter, sortBy, sortOrder, withPosition }: ClientNeighborsArgs & { withPosition: boolean },
): Promise<Neighbors<ClientAccount> | null> {
  const query = clientQuery(filter ?? {}, sortBy);
  const neighbors = await readNeighbors(ctx.reader, query, sortOrder, { id, withPosition });
  if (!neighbors) logMissing(ctx, 'clientAccountNeighbors');
  return neighbors;
}

/** The caller may be trying foreign IDs. */
function logMissing(ctx: RequestContext, field: string): void {
  const denial = { event: 'denied', code: 'NOT_FOUND', field, userId: ctx.caller?.userId };
  ctx.log.warn(denial, 'ClientAccount not found.');
}

/** Null if the partner has no such client. */
export async function getPartnerClient(
  { reader }: RequestContext,
  { partnerId, id }: { partnerId: string; id: string },
): Promise<Row<ClientAccount> | null> {
  const account = await readById(reader, ClientAccount, id);
  return account?.resellerId === partnerId.toLowerCase() ? account : null;
}

/** Null if the reseller has no such client. */
export async function getClientAccount(
  ctx: RequestContext,
  { id }: { id: string },
): Promise<Row<ClientAccount> | null> {
  const account = await readById(ctx.reader, ClientAccount, id);
  if (!account) logMissing(ctx, 'clientAccount');
  return account;
}

export async function createClientAccount(
  ctx: RequestContext,
  { input, idempotencyKey: key }: CreateClientAccountArgs,
): Promise<NewRow<ClientAccount>> {
  const { em } = ctx;
  const given = { ...input, billingOwnedByReseller: input.billingOwnedByReseller ?? true };
  const values = { ...given, resellerId: tenantOf(ctx), version: 1 };
  const account = newRow(em, ClientAccount, values);
  const scope = { caller: keyOwnerOf(ctx), operation: 'createClientAccount', key, input: given };
  const insert = { entity: ClientAccount, row: account, action: 'client.created', answer: account } as const;
  const guards = [AGREEMENT_GUARD];
  const answer = await insertOnce(ctx, scope, { ...insert, guards }).catch((error: unknown) => {
    if (isTaken(error, 'client_account_email_unique', 'client_account_mailbox_unique')) throw emailTaken();
    throw agreementRefusal(error) ?? error;
  });
  // Stored results are JSON.
  return answer === account ? account : em.create(ClientAccount, answer, { persist: false });
}

export function updateClientAccount(
  ctx: RequestContext,
  { id, input, expectedVersion }: UpdateClientAccountArgs,
): Promise<ClientAccount> {
  return inAuditedTransaction(ctx, { ClientAccount: 'client.updated' }, async (em) => {
    const account = await lockForChange(em, ClientAccount, id, expectedVersion);
    account.companyName = input.companyName ?? account.companyName;
    account.contactName = input.contactName ?? account.contactName;
    account.moveToAddress(input.contactEmail ?? account.contactEmail);
    account.billingOwnedByReseller = input.billingOwnedByReseller ?? account.billingOwnedByReseller;
    if (input.contactPhone !== undefined) account.contactPhone = input.contactPhone;
    await flushUnlessTaken(em, emailTaken());
    return account;
  });
}

export function updateClientSubscription(
  ctx: RequestContext,
  { id, input: { subscriptionStatus, subscriptionTier }, expectedVersion }: UpdateClientSubscriptionArgs,
): Promise<ClientAccount> {
  return inAuditedTransaction(ctx, { ClientAccount: 'client.subscription_changed' }, async (em) => {
    const account = await lockForChange(em, ClientAccount, id, expectedVersion);
    const before = account.subscriptionStatus;
    account.changeSubscription(subscriptionStatus ?? before, subscriptionTier ?? account.subscriptionTier);
    if (account.subscriptionStatus !== before) await tellOwners(ctx, em, account);
    return account;
  });
}

/** A result for each client: see updateEach. Throws CONFLICT (BENEFIT_REQUIRED). */
export async function updateClientSubscriptions(
  ctx: RequestContext,
  { clients, ...input }: ClientSubscriptionsInput,
): Promise<ClientUpdate[]> {
  await requireBenefit(ctx.em, Benefit.ENHANCED_CLIENT_MANAGEMENT);
  return updateEach(ctx, 'updateClientSubscriptions', clients, async (each) => ({
    client: await updateClientSubscription(ctx, { ...each, input }),
  }));
}

/** Of a client that can no longer use its account. */
async function tellOwners(
  { caller: by }: RequestContext,
  em: EntityManager,
  { id, companyName: name, resellerId, subscriptionStatus: status }: ClientAccount,
): Promise<void> {
  if (status !== SubscriptionStatus.SUSPENDED && status !== SubscriptionStatus.CANCELED) return;
  const to = membersOf(resellerId);
  await tell(em, { kind: NotificationKind.CLIENT_STOPPED, to, by, subject: { id, name }, detail: status });
}
