import { sql } from 'kysely';
import { inAuditedTransaction, insertOnce } from '../audit/audit.recorder.ts';
import { conflict } from '../core/context/domain.error.ts';
import { lockForChange } from '../core/database/entity.lookup.ts';
import { keyOwnerOf } from '../core/idempotency/idempotency.ts';
import { mailboxIn, orAtMailbox } from '../core/text/mailbox.column.ts';
import { oneOf, readPage } from '../core/lists/page.query.ts';
import type { Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { readById, type Row } from '../core/database/row.query.ts';
import { newRow, type NewRow } from '../core/database/row.insert.ts';
import { tenantOf } from '../core/database/tenancy.ts';
import { contains } from '../core/lists/text.search.ts';
import { flushUnlessTaken, isTaken } from '../core/database/unique.violation.ts';
import { ClientAccount } from './client-account.entity.ts';
import type {
  ClientAccountsArgs,
  CreateClientAccountArgs,
  UpdateClientAccountArgs,
  UpdateClientSubscriptionArgs,
} from './client-account.inputs.ts';

/** Unique per reseller, so that the error reveals nothing about other resellers' clients. */
const emailTaken = () =>
  conflict('CLIENT_EMAIL', 'You already have a client with this email address. Use a different one.');

const isAtMailbox = (mailbox: string) => sql`${mailboxIn('contact_mailbox', 'contact_email')} = ${mailbox}`;

export function listClientAccounts(ctx: RequestContext, args: ClientAccountsArgs): Promise<Page<ClientAccount>> {
  const { status, search } = args.filter ?? {};
  const where = [];
  if (status) where.push(oneOf('subscription_status', status));
  if (search) where.push(orAtMailbox([contains(search)], search, isAtMailbox));
  return readPage(ctx.reader, { entity: ClientAccount, where, sortBy: args.sortBy }, args);
}

/** Null if the reseller has no such client. Logged, because the caller may be trying foreign IDs. */
export async function getClientAccount(
  ctx: RequestContext,
  { id }: { id: string },
): Promise<Row<ClientAccount> | null> {
  const account = await readById(ctx.reader, ClientAccount, id);
  if (!account) {
    const denial = { event: 'denied', code: 'NOT_FOUND', field: 'clientAccount', userId: ctx.caller?.userId };
    ctx.log.warn(denial, 'ClientAccount not found.');
  }
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
  const answer = await insertOnce(ctx, scope, insert).catch((error: unknown) => {
    throw isTaken(error, 'client_account_email_unique', 'client_account_mailbox_unique') ? emailTaken() : error;
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
    account.changeSubscription(
      subscriptionStatus ?? account.subscriptionStatus,
      subscriptionTier ?? account.subscriptionTier,
    );
    return account;
  });
}
