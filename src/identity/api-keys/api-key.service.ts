import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction, type AuditActions } from '../../audit/audit.recorder.ts';
import { conflict, forbidden, notFound, unauthenticated } from '../../core/context/domain.error.ts';
import { currentTime, databaseTime } from '../../core/database/database.clock.ts';
import { loadById } from '../../core/database/entity.lookup.ts';
import { hasId, readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { countCall } from '../../core/limits/rate.limit.ts';
import type { Caller, RequestContext } from '../../core/context/request.context.ts';
import { columnsOf, type Row } from '../../core/database/row.query.ts';
import { asPlatformFor, fromVisible } from '../../core/database/tenancy.ts';
import type { Reader } from '../../core/database/reader.ts';
import { readRows } from '../../core/database/transaction.ts';
import { mailAboutKey } from './api-key.emails.ts';
import { ApiKey, type ApiKeyScope } from './api-key.entity.ts';
import type { ApiKeyUsesArgs, CreateApiKeyArgs, RotateApiKeyArgs } from './api-key.inputs.ts';
import { mayChange, scopesOf } from './api-key.rights.ts';
import { grantedScopes, normalRanges, requireEnd } from './api-key.terms.ts';
import { newKey } from './api-key.secret.ts';
import { ApiKeyUse } from './api-key-use.entity.ts';

/** Keeps the list short, and stops a runaway script. */
const MAX_KEYS = 100;

const HOUR_MS = 60 * 60 * 1_000;

/** A new key with its secret, shown once to its creator. */
interface NewKey {
  apiKey: ApiKey;
  secret: string;
}

/** Returns the account of the caller's keys: a partner's, or null for all admins. */
const accountOf = (caller: Caller): string | null => caller.resellerId ?? null;

/** The tenant's filter leaves a partner only its own keys. Admins share those of no partner. */
const ofAccount = ({ role }: Caller) => (role === 'ADMIN' ? [sql`reseller_id is null`] : []);

/**
 * Revoked keys, including those of a deactivated partner, are not listed and do not count. The same holds for rotated
 * keys that have ended. Other expired keys are listed and count.
 */
const keysOf = (reader: Reader, caller: Caller) =>
  fromVisible(reader, ApiKey, [
    ...ofAccount(caller),
    sql`revoked_at is null and (replaced_by is null or expires_at > now())`,
    sql`created_at > coalesce((select access_ended_at from partner_account where id = reseller_id), '-infinity')`,
  ]);

/** Returns the keys, newest first. */
export async function listApiKeys(ctx: RequestContext): Promise<Row<ApiKey>[]> {
  const createdByName = sql`(select user_account.name from user_account where user_account.id = created_by) as "createdByName"`;
  return readRows(
    ctx.reader,
    sql<Row<ApiKey>>`select ${columnsOf(ctx.reader.getMetadata(ApiKey))}, ${createdByName}
      ${keysOf(ctx.reader, callerOf(ctx))} order by created_at desc, id desc`,
  );
}

/** Returns the uses of a key, newest first. Returns none for a missing key or a key of another account. */
export function listApiKeyUses(ctx: RequestContext, { apiKeyId, ...args }: ApiKeyUsesArgs): Promise<Page<ApiKeyUse>> {
  const where = [...ofAccount(callerOf(ctx)), hasId('api_key_id', apiKeyId)];
  return readPage(ctx.reader, { entity: ApiKeyUse, where, sortBy: 'firstAt' }, { ...args, sortOrder: SortOrder.DESC });
}

/**
 * Emails the creator, and the owners or admins with ALL. CONFLICT, TOO_MANY_API_KEYS, if there are 100; RATE_LIMITED.
 */
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
    await mailAboutKey(ctx, em, { change: 'API_KEY_CREATED', apiKey: made.apiKey });
    return made;
  });
}

/**
 * Creates a key with the same name, scopes and addresses. The earlier key ends after the overlap at the latest.
 * @throws DomainError FORBIDDEN for another admin's key without ALL, and for scopes that the caller cannot grant;
 * CONFLICT: API_KEY_ENDED, API_KEY_ROTATED, TOO_MANY_API_KEYS; RATE_LIMITED
 */
export function rotateApiKey(ctx: RequestContext, { id, overlapHours, expiresAt }: RotateApiKeyArgs): Promise<NewKey> {
  const caller = callerOf(ctx);
  const actions = { ApiKey: { create: 'api_key.created', update: 'api_key.rotated' } } as const;
  return inAccount(ctx, actions, async (em) => {
    // Without an overlap, the new key replaces the earlier one in the count.
    await requireRoom(em, caller, overlapHours === 0 ? MAX_KEYS + 1 : MAX_KEYS);
    const earlier = await lockKey(em, caller, id);
    const now = await databaseTime(em);
    if (earlier.revokedAt || (earlier.expiresAt && earlier.expiresAt <= now)) {
      throw conflict('API_KEY_ENDED', 'The API key has ended. Create another one.');
    }
    if (earlier.replacedBy) throw conflict('API_KEY_ROTATED', 'The API key was already rotated. Rotate the new one.');
    const { name, scopes, allowedAddresses } = earlier;
    const mayGive = scopesOf(caller);
    if (!scopes.every((scope) => mayGive.includes(scope))) throw forbidden();
    const end = expiresAt === undefined ? sameTermFrom(now, earlier) : expiresAt;
    requireEnd(caller, end);
    await countCall(ctx.limits.apiKeys, accountOf(caller) ?? 'admins');
    const made = makeKey(em, caller, { name, scopes, allowedAddresses, expiresAt: end });
    earlier.expiresAt = earlierOf(earlier.expiresAt, new Date(now.getTime() + overlapHours * HOUR_MS));
    earlier.replacedBy = made.apiKey.id;
    await mailAboutKey(ctx, em, { change: 'API_KEY_ROTATED', apiKey: earlier, replacement: made.apiKey });
    return made;
  });
}

/** Revokes a key immediately. Leaves a revoked key unchanged. FORBIDDEN for another admin's key without ALL. */
export async function revokeApiKey(ctx: RequestContext, { id }: { id: string }): Promise<void> {
  const caller = callerOf(ctx);
  await inAccount(ctx, { ApiKey: 'api_key.revoked' }, async (em) => {
    const apiKey = await lockKey(em, caller, id);
    if (apiKey.revokedAt) return;
    apiKey.revokedAt = currentTime();
    await mailAboutKey(ctx, em, { change: 'API_KEY_REVOKED', apiKey });
  });
}

function callerOf({ caller }: RequestContext): Caller {
  if (!caller) throw unauthenticated();
  return caller;
}

/** Runs as the platform, because a partner's database role cannot write emails. */
const inAccount = <Result>(
  ctx: RequestContext,
  actions: AuditActions,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> => inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, actions, work);

/** The lock runs the calls one after the other. Two concurrent calls would otherwise both add the last key. */
async function requireRoom(em: EntityManager, caller: Caller, most: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('api_key'), hashtext(${accountOf(caller) ?? 'admins'}))`.execute(
    em.getKysely(),
  );
  const { rows } = await sql`select 1 ${keysOf(em, caller)} limit ${most}`.execute(em.getKysely());
  if (rows.length >= most) {
    throw conflict('TOO_MANY_API_KEYS', `There are already ${MAX_KEYS} API keys. Revoke keys that you no longer need.`);
  }
}

async function lockKey(em: EntityManager, caller: Caller, id: string): Promise<ApiKey> {
  const apiKey = await loadById(em, ApiKey, id, LockMode.PESSIMISTIC_WRITE);
  if (caller.role === 'ADMIN' && apiKey.resellerId) throw notFound('ApiKey');
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
