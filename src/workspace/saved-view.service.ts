import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import { conflict, notFound } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { columnsOf, type Row } from '../core/database/row.query.ts';
import { asPlatformFor, fromVisible } from '../core/database/tenancy.ts';
import { inTransaction, readRows } from '../core/database/transaction.ts';
import { User } from '../identity/users/user.entity.ts';
import type { ListName } from './list.names.ts';
import { ownerOf } from './own.rows.ts';
import { SavedView } from './saved-view.entity.ts';
import type { CreateSavedViewArgs, UpdateSavedViewArgs } from './saved-view.inputs.ts';

/** Of one user, over all lists. */
const MAX_VIEWS = 50;

/** Own and shared views in one answer. */
const MOST_LISTED = 200;

/** The caller's views of a list in their order, then the shared ones of others. */
export function listSavedViews(
  ctx: RequestContext,
  { list }: { list: ListName },
): Promise<(Row<SavedView> & { ownerName: string })[]> {
  const { reader } = ctx;
  const { userId, resellerId } = ownerOf(ctx);
  const visible = fromVisible(reader, SavedView, [
    sql`reseller_id is not distinct from ${resellerId}::uuid`,
    sql`(user_id = ${userId} or is_shared)`,
    sql`list = ${list}`,
  ]);
  const owner = fromVisible(reader, User, [sql`id = saved_view.user_id`]);
  return readRows(
    reader,
    sql<Row<SavedView> & { ownerName: string }>`select ${columnsOf(reader.getMetadata(SavedView))},
      (select name ${owner}) as "ownerName" ${visible}
      order by user_id <> ${userId}, position, id limit ${MOST_LISTED}`,
  );
}

/** CONFLICT: TOO_MANY_SAVED_VIEWS if the caller has 50. */
export function createSavedView(ctx: RequestContext, { input }: CreateSavedViewArgs): Promise<SavedView> {
  const { userId, resellerId } = ownerOf(ctx);
  return writing(ctx, async (em) => {
    // Two concurrent calls would otherwise both add the last view.
    await sql`select pg_advisory_xact_lock(hashtext('saved_view'), hashtext(${userId}))`.execute(em.getKysely());
    const position = await em.count(SavedView, { userId });
    if (position >= MAX_VIEWS) {
      throw conflict('TOO_MANY_SAVED_VIEWS', `You already have ${MAX_VIEWS} saved views. Delete one first.`);
    }
    return em.create(SavedView, { ...input, userId, resellerId, position });
  });
}

export function updateSavedView(ctx: RequestContext, { id, input }: UpdateSavedViewArgs): Promise<SavedView> {
  return writing(ctx, async (em) => {
    const view = await lockOwnView(ctx, em, id);
    view.name = input.name ?? view.name;
    view.search = input.search ?? view.search;
    view.isShared = input.isShared ?? view.isShared;
    view.position = input.position ?? view.position;
    return view;
  });
}

export async function deleteSavedView(ctx: RequestContext, { id }: { id: string }): Promise<void> {
  await writing(ctx, async (em) => {
    em.remove(await lockOwnView(ctx, em, id));
  });
}

/** Runs as the platform, because a partner's database role can write nothing here. */
const writing = <Result>(ctx: RequestContext, work: (em: EntityManager) => Promise<Result>): Promise<Result> =>
  inTransaction(asPlatformFor(ctx), work);

async function lockOwnView(ctx: RequestContext, em: EntityManager, id: string): Promise<SavedView> {
  const own = { id, userId: ownerOf(ctx).userId };
  const view = isUuid(id) ? await em.findOne(SavedView, own, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!view) throw notFound('SavedView');
  return view;
}
