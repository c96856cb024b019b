import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { conflict, unauthenticated } from '../core/domain.error.ts';
import { loadById } from '../core/entity.lookup.ts';
import type { Row } from '../core/page.types.ts';
import type { RequestContext } from '../core/request.context.ts';
import { columnsOf } from '../core/row.query.ts';
import { tenantOf } from '../core/tenancy.ts';
import { readRows } from '../core/transaction.ts';
import { ApiKey } from './api-key.entity.ts';
import { newKey } from './api-key.secret.ts';

/** Keeps the list short, and stops a script that runs wild. */
const MAX_KEYS = 100;

/** What was revoked, also by the partner's deactivation, neither is listed nor counts; what has expired does both. */
const keysOf = (resellerId: string) => sql`from api_key where reseller_id = ${resellerId} and revoked_at is null
  and created_at > coalesce((select access_ended_at from partner_account where id = ${resellerId}), '-infinity')`;

/** The newest first. */
export async function listApiKeys(ctx: RequestContext): Promise<Row<ApiKey>[]> {
  const resellerId = tenantOf(ctx);
  return readRows(
    ctx.em,
    sql<Row<ApiKey>>`select ${columnsOf(ctx.em.getMetadata(ApiKey))} ${keysOf(resellerId)}
      order by created_at desc, id desc`,
  );
}

/** The key itself is answered here and never again. CONFLICT, TOO_MANY_API_KEYS where there are 100 already. */
export async function createApiKey(ctx: RequestContext, name: string, expiresAt: Date | null) {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  const resellerId = tenantOf(ctx);
  const { key, prefix, secretHash } = newKey();
  const apiKey = await inAuditedTransaction(ctx, { ApiKey: 'api_key.created' }, async (em) => {
    // One after the other, or two at once would both find room for the last key.
    await sql`select pg_advisory_xact_lock(hashtext('api_key'), hashtext(${resellerId}))`.execute(em.getKysely());
    const { rows } = await sql`select 1 ${keysOf(resellerId)} limit ${MAX_KEYS}`.execute(em.getKysely());
    if (rows.length >= MAX_KEYS) {
      throw conflict('TOO_MANY_API_KEYS', `There are ${MAX_KEYS} API keys already. Revoke those that are not needed.`);
    }
    return em.create(ApiKey, { resellerId, name, prefix, secretHash, createdBy: caller.userId, expiresAt });
  });
  return { apiKey, secret: key };
}

/** Ends a key at once. One that was revoked already stays as it is. */
export async function revokeApiKey(ctx: RequestContext, id: string): Promise<void> {
  await inAuditedTransaction(ctx, { ApiKey: 'api_key.revoked' }, async (em) => {
    const apiKey = await loadById(em, ApiKey, id, LockMode.PESSIMISTIC_WRITE);
    apiKey.revokedAt ??= new Date();
  });
}
