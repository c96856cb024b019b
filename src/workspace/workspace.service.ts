import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { RequestContext } from '../core/context/request.context.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { statementOf } from '../core/database/fast-path/statement.ts';
import { columnsOf, type Row } from '../core/database/row.query.ts';
import { asPlatformFor, fromVisible } from '../core/database/tenancy.ts';
import { readRows, writeAtOnce } from '../core/database/transaction.ts';
import { Draft } from './draft.entity.ts';
import { InterfaceState } from './interface-state.entity.ts';
import { ownerOf } from './own.rows.ts';
import type { DraftArgs, InterfaceStateArgs, SaveDraftArgs, SetInterfaceStateArgs } from './workspace.inputs.ts';

/** Of one user. The oldest make room. */
const MAX_DRAFTS = 100;

/** Those of the keys that the caller has set. */
export function readInterfaceState(ctx: RequestContext, { keys }: InterfaceStateArgs): Promise<Row<InterfaceState>[]> {
  const { reader } = ctx;
  const own = fromVisible(reader, InterfaceState, [sql`user_id = ${ownerOf(ctx).userId}`, sql`key = any(${keys})`]);
  const columns = columnsOf(reader.getMetadata(InterfaceState));
  return readRows(reader, sql<Row<InterfaceState>>`select ${columns} ${own} order by key`);
}

export async function setInterfaceState(
  ctx: RequestContext,
  { key, value }: SetInterfaceStateArgs,
): Promise<InterfaceState> {
  const { userId, resellerId } = ownerOf(ctx);
  const updatedAt = currentTime();
  const write = sql`insert into interface_state (user_id, key, reseller_id, value, updated_at)
    values (${userId}, ${key}, ${resellerId}, ${value}, ${updatedAt})
    on conflict (user_id, key) do update set value = excluded.value, updated_at = excluded.updated_at`;
  await writeAtOnce(writer(ctx), [statementOf(write)]);
  return { userId, key, resellerId, value, updatedAt };
}

/** Null if the caller has no draft for the key. */
export async function readDraft(ctx: RequestContext, { key }: DraftArgs): Promise<Row<Draft> | null> {
  const { reader } = ctx;
  const own = fromVisible(reader, Draft, [sql`user_id = ${ownerOf(ctx).userId}`, sql`key = ${key}`]);
  const [draft] = await readRows(reader, sql<Row<Draft>>`select ${columnsOf(reader.getMetadata(Draft))} ${own}`);
  return draft ?? null;
}

export async function saveDraft(ctx: RequestContext, { key, text }: SaveDraftArgs): Promise<Draft> {
  const { userId, resellerId } = ownerOf(ctx);
  const updatedAt = currentTime();
  const write = sql`insert into draft (user_id, key, reseller_id, text, updated_at)
    values (${userId}, ${key}, ${resellerId}, ${text}, ${updatedAt})
    on conflict (user_id, key) do update set text = excluded.text, updated_at = excluded.updated_at`;
  const makeRoom = sql`delete from draft where user_id = ${userId} and key in (
    select key from draft where user_id = ${userId} order by updated_at desc, key offset ${MAX_DRAFTS})`;
  await writeAtOnce(writer(ctx), [statementOf(write), statementOf(makeRoom)]);
  return { userId, key, resellerId, text, updatedAt };
}

/** Does nothing if there is none. */
export async function deleteDraft(ctx: RequestContext, { key }: DraftArgs): Promise<void> {
  const { userId } = ownerOf(ctx);
  await writeAtOnce(writer(ctx), [statementOf(sql`delete from draft where user_id = ${userId} and key = ${key}`)]);
}

/** The platform, because a partner's database role can write nothing here. */
const writer = (ctx: RequestContext): EntityManager => asPlatformFor(ctx);

/** Deletes drafts that nobody touched for 30 days, and everything of removed users. */
export const forgetOldWork = (em: EntityManager) =>
  em.execute(`
    with removed as (select id from user_account where not is_active),
      views as (delete from saved_view where user_id in (select id from removed)),
      states as (delete from interface_state where user_id in (select id from removed))
    delete from draft where updated_at < now() - interval '30 days' or user_id in (select id from removed)`);
