import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { refusalByAgreements } from '../../agreements/agreement.gate.ts';
import { insertAudited } from '../../audit/audit.recorder.ts';
import { toldOf } from '../../core/bulk/update.each.ts';
import type { DomainError } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { newRow, type NewRow } from '../../core/database/row.insert.ts';
import { columnsOf, type Row } from '../../core/database/row.query.ts';
import { fromVisible, tenantOf } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { keep, readKept, type Kept } from '../../core/idempotency/idempotency.batch.ts';
import { keyOwnerOf, type IdempotencyScope } from '../../core/idempotency/idempotency.ts';
import { mailboxIn } from '../../core/text/mailbox.column.ts';
import { mailboxOf } from '../../core/text/mailbox.ts';
import { Benefit } from '../../tiers/benefit.enum.ts';
import { requireBenefit } from '../../tiers/benefit.gate.ts';
import { emailTaken } from '../client-account.service.ts';
import { ClientAccount, SubscriptionStatus } from '../client-account.entity.ts';
import type { ImportClientAccountsInput } from './client-import.inputs.ts';
import { checkRows, problemsOf, type CheckedRow, type ImportedValues } from './client-import.rows.ts';
import { ImportStatus, type ClientImportResult } from './client-import.types.ts';

type Client = NewRow<ClientAccount> | Row<ClientAccount>;
type ValidRow = CheckedRow & { values: ImportedValues; scope: IdempotencyScope };
type Outcome = Pick<ClientImportResult, 'status'> & { client?: Client | undefined; error?: DomainError };

const { VALID, CREATED, EXISTED, FAILED } = ImportStatus;

/**
 * Creates a client for each valid row, in one transaction. Rows that are not valid, and those whose address is taken, fail
 * alone. Throws CONFLICT (BENEFIT_REQUIRED) and CONFLICT (AGREEMENT_REQUIRED); if an earlier call has created some of the
 * rows, only the others fail with the latter. The number of statements does not depend on the rows.
 */
export async function importClients(
  ctx: RequestContext,
  { importId, rows, isDryRun }: ImportClientAccountsInput,
): Promise<ClientImportResult[]> {
  await requireBenefit(ctx.em, Benefit.ENHANCED_CLIENT_MANAGEMENT);
  const checked = checkRows(rows);
  const valid = checked.flatMap(({ values, ...row }): ValidRow[] =>
    values ? [{ ...row, values, scope: scopeOf(ctx, importId, row.key, values) }] : [],
  );
  const outcomes = await inTransaction(ctx.em, (em) => (isDryRun ? tryOut(em, valid) : create(ctx, em, valid)));
  return checked.map((row) => resultOf(row, outcomes.get(row.key)));
}

const scopeOf = (ctx: RequestContext, importId: string, key: string, input: ImportedValues): IdempotencyScope => ({
  caller: keyOwnerOf(ctx),
  operation: 'importClientAccounts',
  key: JSON.stringify([importId, key]),
  input,
});

type Outcomes = Map<string, Outcome>;

async function tryOut(em: EntityManager, rows: readonly ValidRow[]): Promise<Outcomes> {
  const { outcomes, fresh } = await allowedOf(em, rows);
  const taken = await clientsAt(em, fresh);
  for (const { key, mailbox } of fresh) {
    const client = taken.get(mailbox ?? '');
    outcomes.set(key, client ? { status: FAILED, client, error: emailTaken() } : { status: VALID });
  }
  return outcomes;
}

async function create(ctx: RequestContext, em: EntityManager, rows: readonly ValidRow[]): Promise<Outcomes> {
  const { outcomes, fresh } = await allowedOf(em, rows);
  const planned = fresh.map((row) => ({ row, client: clientOf(ctx, em, row.values) }));
  // By address, so that two imports of the same file wait in the same order.
  const inOrder = planned
    .map(({ client }) => client)
    .toSorted((one, other) => (one.contactEmail < other.contactEmail ? -1 : 1));
  const inserted = await insertAudited(ctx, em, { entity: ClientAccount, rows: inOrder, action: 'client.created' });
  const created = planned.filter(({ client }) => inserted.has(client.id));
  for (const { row, client } of created) outcomes.set(row.key, { status: CREATED, client });
  await keep(
    em,
    created.map(({ row: { scope }, client: { id } }) => ({ scope, answer: { id } })),
  );
  const refused = planned.filter(({ client }) => !inserted.has(client.id)).map(({ row }) => row);
  for (const [key, outcome] of await refusalsOf(em, refused)) outcomes.set(key, outcome);
  return outcomes;
}

const clientOf = (ctx: RequestContext, em: EntityManager, values: ImportedValues): NewRow<ClientAccount> =>
  newRow(em, ClientAccount, { ...values, resellerId: tenantOf(ctx), version: 1 });

/** Another call may have created the client since this one looked. */
async function refusalsOf(em: EntityManager, rows: readonly ValidRow[]): Promise<Outcomes> {
  if (rows.length === 0) return new Map();
  const { outcomes, fresh } = await knownOf(em, rows);
  const taken = await clientsAt(em, fresh);
  for (const { key, mailbox } of fresh) {
    outcomes.set(key, { status: FAILED, client: taken.get(mailbox ?? ''), error: emailTaken() });
  }
  return outcomes;
}

/** As knownOf, but refuses new rows until the binding agreements are accepted. */
async function allowedOf(em: EntityManager, rows: readonly ValidRow[]) {
  const known = await knownOf(em, rows);
  const error = await refusalByAgreements(em);
  if (!error) return known;
  if (known.outcomes.size === 0) throw error;
  for (const { key } of known.fresh) known.outcomes.set(key, { status: FAILED, error });
  return { ...known, fresh: [] };
}

/** Rows that an earlier call of the import has answered, and those that are new. */
async function knownOf(em: EntityManager, rows: readonly ValidRow[]) {
  const kept = await readKept<{ id: string }>(
    em,
    rows.map(({ scope }) => scope),
  );
  const clients = await clientsWith(
    em,
    kept.flatMap((each) => idIn(each) ?? []),
  );
  const outcomes: Outcomes = new Map();
  for (const [index, { key }] of rows.entries()) {
    const each = kept[index];
    if (!each) continue;
    outcomes.set(
      key,
      'error' in each
        ? { status: FAILED, error: each.error }
        : { status: EXISTED, client: clients.get(each.answer.id) },
    );
  }
  return { outcomes, fresh: rows.filter(({ key }) => !outcomes.has(key)) };
}

const idIn = (kept: Kept<{ id: string }> | undefined): string | undefined =>
  kept && 'answer' in kept ? kept.answer.id : undefined;

async function clientsWith(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Client>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row<ClientAccount>>`select ${columnsOf(em.getMetadata(ClientAccount))}
    ${fromVisible(em, ClientAccount, [sql`id = any(${[...ids]}::uuid[])`])}`.execute(em.getKysely());
  return new Map(rows.map((client) => [client.id, client]));
}

/** The clients that are not canceled, by their mailbox. */
async function clientsAt(em: EntityManager, wanted: readonly ValidRow[]): Promise<ReadonlyMap<string, Client>> {
  if (wanted.length === 0) return new Map();
  const isWanted = sql`${mailboxIn('contact_mailbox', 'contact_email')} = any(${wanted.map(({ mailbox }) => mailbox)}::text[])`;
  const isOpen = sql`subscription_status <> ${sql.lit(SubscriptionStatus.CANCELED)}`;
  const { rows } = await sql<Row<ClientAccount>>`select ${columnsOf(em.getMetadata(ClientAccount))}
    ${fromVisible(em, ClientAccount, [isWanted, isOpen])} order by id`.execute(em.getKysely());
  return new Map(rows.map((client) => [mailboxOf(client.contactEmail), client]));
}

function resultOf({ key, mailbox, error: invalid }: CheckedRow, outcome: Outcome | undefined): ClientImportResult {
  const error = invalid ?? outcome?.error;
  return {
    key,
    status: outcome?.status ?? FAILED,
    mailbox,
    client: outcome?.client ?? null,
    error: error ? toldOf(error) : null,
    problems: error ? problemsOf(error) : [],
  };
}
