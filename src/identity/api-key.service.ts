import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { conflict, notFound, unauthenticated } from '../core/domain.error.ts';
import type { Row } from '../core/page.types.ts';
import { countCall } from '../core/rate.limit.ts';
import type { RequestContext } from '../core/request.context.ts';
import { columnsOf } from '../core/row.query.ts';
import { asPlatformFor, tenantOf } from '../core/tenancy.ts';
import { readRows } from '../core/transaction.ts';
import { writeEmails } from '../email/email.outbox.ts';
import { ApiKey } from './api-key.entity.ts';
import { newKey } from './api-key.secret.ts';
import { credentialsChangedMail, type CredentialChange } from './credential.emails.tsx';
import { PartnerRole, User } from './user.entity.ts';

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

/** The key itself is answered here and never again; its maker and all owners are mailed. CONFLICT, TOO_MANY_API_KEYS where there are 100 already; RATE_LIMITED. */
export async function createApiKey(ctx: RequestContext, name: string, expiresAt: Date | null) {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  const resellerId = tenantOf(ctx);
  const { key, prefix, secretHash } = newKey();
  const apiKey = await inTenant(ctx, 'api_key.created', async (em) => {
    // One after the other, or two at once would both find room for the last key.
    await sql`select pg_advisory_xact_lock(hashtext('api_key'), hashtext(${resellerId}))`.execute(em.getKysely());
    const { rows } = await sql`select 1 ${keysOf(resellerId)} limit ${MAX_KEYS}`.execute(em.getKysely());
    if (rows.length >= MAX_KEYS) {
      throw conflict('TOO_MANY_API_KEYS', `There are ${MAX_KEYS} API keys already. Revoke those that are not needed.`);
    }
    await countCall(ctx.limits.apiKeys, resellerId);
    await tellOwners(ctx, em, 'API_KEY_CREATED', { prefix, createdBy: caller.userId });
    return em.create(ApiKey, { resellerId, name, prefix, secretHash, createdBy: caller.userId, expiresAt });
  });
  return { apiKey, secret: key };
}

/** Ends a key at once; its maker and all owners are mailed. One that was revoked already stays as it is. */
export async function revokeApiKey(ctx: RequestContext, id: string): Promise<void> {
  await inTenant(ctx, 'api_key.revoked', async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const apiKey = isUuid(id) ? await em.findOne(ApiKey, { id, resellerId: tenantOf(ctx) }, lock) : null;
    if (!apiKey) throw notFound('ApiKey');
    if (apiKey.revokedAt) return;
    apiKey.revokedAt = new Date();
    await tellOwners(ctx, em, 'API_KEY_REVOKED', apiKey);
  });
}

/** As the platform, because a partner's database role may not write mails; everything is restricted to the tenant by hand. */
const inTenant = <Result>(
  ctx: RequestContext,
  action: 'api_key.created' | 'api_key.revoked',
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> => inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, { ApiKey: action }, work);

/** A key lets programs in: besides its maker those hear of it who answer for the account. */
async function tellOwners(
  ctx: RequestContext,
  em: EntityManager,
  change: CredentialChange,
  { prefix: keyPrefix, createdBy }: Pick<ApiKey, 'prefix' | 'createdBy'>,
): Promise<void> {
  const isConcerned = { $or: [{ id: createdBy }, { partnerRole: PartnerRole.OWNER, joinedAt: { $ne: null } }] };
  const users = await em.find(User, { resellerId: tenantOf(ctx), isActive: true, ...isConcerned });
  const mails = users.map(({ email }) => credentialsChangedMail(ctx, email, change, { keyPrefix }));
  await writeEmails(em, ctx.jobs, mails);
}
