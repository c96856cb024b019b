import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import pg from 'pg';
import { conflict, type DomainError, type RequiredAgreement } from '../core/context/domain.error.ts';
import type { Statement } from '../core/database/fast-path/statement.ts';

/** Fails if the tenant must accept an agreement first: a guard of insertOnce, in the message of the write itself. */
export const AGREEMENT_GUARD: Statement = { text: 'select require_agreements()', values: [] };

/** Raised by require_agreements: see the migration 20261206-20-agreements. */
const REQUIRED = 'RG428';

/** CONFLICT (AGREEMENT_REQUIRED) with what to accept, if the guard raised the error. */
export function agreementRefusal(error: unknown): DomainError | undefined {
  if (!(error instanceof pg.DatabaseError && error.code === REQUIRED)) return undefined;
  return agreementRequired(JSON.parse(error.detail ?? '[]') as RequiredAgreement[]);
}

const agreementRequired = (agreements: readonly RequiredAgreement[]) =>
  conflict(
    'AGREEMENT_REQUIRED',
    `Accept ${agreements.length === 1 ? 'this agreement' : 'these agreements'} first: ${agreements.map(({ title }) => title).join(', ')}.`,
    { agreements },
  );

/** CONFLICT (AGREEMENT_REQUIRED) if the tenant must accept an agreement first. In the tenant's transaction. */
export async function refusalByAgreements(em: EntityManager): Promise<DomainError | undefined> {
  const { rows } = await sql<{ missing: RequiredAgreement[] | null }>`select missing_agreements() as missing`.execute(
    em.getKysely(),
  );
  return rows[0]?.missing ? agreementRequired(rows[0].missing) : undefined;
}

/**
 * The gate of each change that begins business, in its transaction. Throws CONFLICT (AGREEMENT_REQUIRED).
 * @public
 */
export async function requireAgreements(em: EntityManager): Promise<void> {
  const refusal = await refusalByAgreements(em);
  if (refusal) throw refusal;
}
