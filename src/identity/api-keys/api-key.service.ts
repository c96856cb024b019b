import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import { inAuditedTransaction, type AuditActions } from '../../audit/audit.recorder.ts';
import { conflict, forbidden, notFound, unauthenticated } from '../../core/context/domain.error.ts';
import { hasId, readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { countCall } from '../../core/limits/rate.limit.ts';
import type { Caller, RequestContext } from '../../core/context/request.context.ts';
import { columnsOf, type Row } from '../../core/database/row.query.ts';
import { asPlatformFor } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { mailAboutKey } from './api-key.emails.ts';
import { ApiKey, type ApiKeyScope } from './api-key.entity.ts';
import type { ApiKeyUsesArgs, CreateApiKeyArgs, RotateApiKeyArgs } from './api-key.inputs.ts';
import { mayChange, scopesOf } from './api-key.rights.ts';
import { grantedScopes, normalRanges, requireEnd } from './api-key.terms.ts';
import { newKey } from './api-key.secret.ts';
import { ApiKeyUse } from './api-key-use.entity.ts';

/** Keeps the list short, and stops a script that runs wild. */
const MAX_KEYS = 100;

const HOUR_MS = 60 * 60 * 1_000;

/** A new key, and all of it: shown to its maker and never again. */
interface NewKey {
  apiKey: ApiKey;
  secret: string;
}

/** The account whose keys the caller manages: a partner's, or that of all admins (null). */
const accountOf = (caller: Caller): string | null => caller.resellerId ?? null;

const ofAccount = (account: string | null) =>
  account === null ? sql`reseller_id is null` : sql`reseller_id = ${account}`;

/**
 * Revoked keys, also by the partner's deactivation, neither are listed nor count, and nor do keys that were replaced and have
 * ended. Others that have expired do both.
 */
const keysOf = (account: string | null) => sql`from api_key where ${ofAccount(account)} and revoked_at is null
  and (replaced_by is null or expires_at > now())
  and created_at > coalesce((select access_ended_at from partner_account where id = ${account}), '-infinity')`;

/** The newest first. */
export async function listApiKeys(ctx: RequestContext): Promise<Row<ApiKey>[]> {
  const createdByName = sql`(select user_account.name from user_account where user_account.id = created_by) as "createdByName"`;
  return readRows(
    ctx.em,
    sql<
      Row<ApiKey>
    >`select ${columnsOf(ctx.em.getMetadata(ApiKey))}, ${createdByName} ${keysOf(accountOf(callerOf(ctx)))}
      order by created_at desc, id desc`,
  );
}

/** The newest first. Of a key of another account, as of a missing one, there are none. */
export function listApiKeyUses(
  ctx: RequestContext,
  { apiKeyId, ...args }: ApiKeyUsesArgs,
  withTotal: boolean,
): Promise<Page<ApiKeyUse>> {
  const where = [ofAccount(accountOf(callerOf(ctx))), hasId('api_key_id', apiKeyId)];
  const query = { entity: ApiKeyUse, where, sortBy: 'firstAt', total: withTotal } as const;
  return readPage(ctx.em, query, { ...args, sortOrder: SortOrder.DESC });
}

/** Its maker and those who answer for the account are mailed. CONFLICT, TOO_MANY_API_KEYS, if there are 100 already; RATE_LIMITED. */
export function createApiKey(ctx: RequestContext, args: CreateApiKeyArgs): Promise<NewKey> {
  const caller = callerOf(ctx);
  const { name, expiresAt = null } = args;
  requireEnd(caller, expiresAt);
  const scopes = grantedScopes(caller, args.scopes);
  const allowedAddresses = normalRanges(args.allowedAddresses ?? []);
  return inAccount(ctx, { ApiKey: 'api_key.created' }, async (em) => {
    await requireRoom(em, caller, MAX_KEYS);
    await countCall(ctx.limits.apiKeys, accountOf(caller) ?? 'admins');
    const made = makeKey(em, caller, { name, expiresAt, scopes, allowedAddresses });
    await mailAboutKey(ctx, em, 'API_KEY_CREATED', made.apiKey);
    return made;
  });
}

/**
 * Makes a key of the same name, scopes and addresses; the earlier one ends after the overlap, unless it ends before. FORBIDDEN
 * for another admin's key without ALL, and for scopes that the caller may not give. CONFLICT: API_KEY_ENDED, API_KEY_ROTATED,
 * TOO_MANY_API_KEYS. RATE_LIMITED.
 */
export function rotateApiKey(ctx: RequestContext, { id, overlapHours, expiresAt }: RotateApiKeyArgs): Promise<NewKey> {
  const caller = callerOf(ctx);
  const actions = { ApiKey: { create: 'api_key.created', update: 'api_key.rotated' } } as const;
  return inAccount(ctx, actions, async (em) => {
    // Without an overlap the new key takes the place of the earlier one.
    await requireRoom(em, caller, overlapHours === 0 ? MAX_KEYS + 1 : MAX_KEYS);
    const earlier = await lockKey(em, caller, id);
    const now = new Date();
    if (earlier.revokedAt || (earlier.expiresAt && earlier.expiresAt <= now)) {
      throw conflict('API_KEY_ENDED', 'The API key has ended. Create another one.');
    }
    if (earlier.replacedBy) throw conflict('API_KEY_ROTATED', 'The API key was rotated already. Rotate the new one.');
    const { name, scopes, allowedAddresses } = earlier;
    const mayGive = scopesOf(caller);
    if (!scopes.every((scope) => mayGive.includes(scope))) throw forbidden();
    const end = expiresAt === undefined ? sameTermFrom(now, earlier) : expiresAt;
    requireEnd(caller, end);
    await countCall(ctx.limits.apiKeys, accountOf(caller) ?? 'admins');
    const made = makeKey(em, caller, { name, scopes, allowedAddresses, expiresAt: end });
    earlier.expiresAt = earlierOf(earlier.expiresAt, new Date(now.getTime() + overlapHours * HOUR_MS));
    earlier.replacedBy = made.apiKey.id;
    await mailAboutKey(ctx, em, 'API_KEY_ROTATED', earlier, made.apiKey);
    return made;
  });
}

/** Ends a key at once. One that was revoked already stays as it is. FORBIDDEN for another admin's key without ALL. */
export async function revokeApiKey(ctx: RequestContext, id: string): Promise<void> {
  const caller = callerOf(ctx);
  await inAccount(ctx, { ApiKey: 'api_key.revoked' }, async (em) => {
    const apiKey = await lockKey(em, caller, id);
    if (apiKey.revokedAt) return;
    apiKey.revokedAt = new Date();
    await mailAboutKey(ctx, em, 'API_KEY_REVOKED', apiKey);
  });
}

function callerOf({ caller }: RequestContext): Caller {
  if (!caller) throw unauthenticated();
  return caller;
}

/** As the platform, because a partner's database role may not write mails; everything is restricted to the account by hand. */
const inAccount = <Result>(
  ctx: RequestContext,
  actions: AuditActions,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> => inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, actions, work);

/** One after the other, or two at once would both find room for the last key. */
async function requireRoom(em: EntityManager, caller: Caller, most: number): Promise<void> {
  const account = accountOf(caller);
  await sql`select pg_advisory_xact_lock(hashtext('api_key'), hashtext(${account ?? 'admins'}))`.execute(
    em.getKysely(),
  );
  const { rows } = await sql`select 1 ${keysOf(account)} limit ${most}`.execute(em.getKysely());
  if (rows.length >= most) {
    throw conflict('TOO_MANY_API_KEYS', `There are ${MAX_KEYS} API keys already. Revoke those that are not needed.`);
  }
}

async function lockKey(em: EntityManager, caller: Caller, id: string): Promise<ApiKey> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const apiKey = isUuid(id) ? await em.findOne(ApiKey, { id, resellerId: accountOf(caller) }, lock) : null;
  if (!apiKey) throw notFound('ApiKey');
  if (!mayChange(caller, apiKey)) throw forbidden();
  return apiKey;
}

interface Terms {
  name: string;
  scopes: ApiKeyScope[];
  allowedAddresses: string[];
  expiresAt: Date | null;
}

function makeKey(em: EntityManager, caller: Caller, terms: Terms): NewKey {
  const { key, prefix, secretHash } = newKey();
  const whose = { resellerId: accountOf(caller), createdBy: caller.userId };
  const apiKey = em.create(ApiKey, { ...terms, ...whose, prefix, secretHash });
  apiKey.createdByName = caller.name;
  return { apiKey, secret: key };
}

const sameTermFrom = (now: Date, { createdAt, expiresAt }: ApiKey): Date | null =>
  expiresAt ? new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime()) : null;

const earlierOf = (one: Date | null | undefined, other: Date): Date => (one && one < other ? one : other);
