import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { invalidInput, notFound, unauthenticated } from '../core/context/domain.error.ts';
import type { Caller, RequestContext } from '../core/context/request.context.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { inTransaction, readRows } from '../core/database/transaction.ts';
import { readPage } from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import { NotificationSetting, type NotificationSettings } from './notification-setting.entity.ts';
import { Notification } from './notification.entity.ts';
import type {
  MarkNotificationsReadArgs,
  NotificationsArgs,
  UpdateNotificationSettingsArgs,
} from './notification.inputs.ts';
import { isFor, KINDS, type NotificationKind } from './notification.kinds.ts';

/** Unread notifications are counted up to here. */
const MOST_COUNTED = 100;

/** Returns the caller's own notifications, newest first. */
export function listNotifications(
  ctx: RequestContext,
  { unread, ...args }: NotificationsArgs,
): Promise<Page<Notification>> {
  const where = [ofCaller(ctx), sql`in_app`];
  if (unread != null) where.push(unread ? sql`read_at is null` : sql`read_at is not null`);
  return readPage(
    ctx.reader,
    { entity: Notification, where, sortBy: 'createdAt' },
    { ...args, sortOrder: SortOrder.DESC },
  );
}

/** At most 100: further ones are not counted. */
export async function countUnread(ctx: RequestContext): Promise<number> {
  const unread = fromVisible(ctx.reader, Notification, [ofCaller(ctx), sql`read_at is null and in_app`]);
  const [counted] = await readRows(
    ctx.reader,
    sql<{ count: number }>`select count(*)::int as count from (select ${unread} limit ${MOST_COUNTED}) as unread`,
  );
  return counted?.count ?? 0;
}

/** Returns how many are still unread, at most 100. NOT_FOUND if an ID is not the caller's, which then marks none. */
export function markRead(ctx: RequestContext, { ids, until }: MarkNotificationsReadArgs): Promise<number> {
  const wanted = [...new Set(ids)].map((id) => id.toLowerCase());
  if (wanted.length === 0 && !until) {
    throw invalidInput([{ path: 'ids', message: 'is required without until', rule: 'REQUIRED' }]);
  }
  if (!wanted.every((id) => isUuid(id))) throw notFound('Notification');
  return inTransaction(ctx.em, async (em) => {
    const own = fromVisible(em, Notification, [ofCaller(ctx)]);
    const found = await rowsOf<{ id: string }>(
      em,
      sql`update notification set read_at = coalesce(read_at, now())
        where id in (select id ${own} and (id = any(${wanted}) or in_app and read_at is null and created_at <= ${until ?? null}::timestamptz))
        returning id`,
    );
    const marked = new Set(found.map(({ id }) => id));
    if (!wanted.every((id) => marked.has(id))) throw notFound('Notification');
    const [left] = await rowsOf<{ count: number }>(
      em,
      sql`select count(*)::int as count from (select ${own} and read_at is null and in_app limit ${MOST_COUNTED}) as unread`,
    );
    return left?.count ?? 0;
  });
}

/** Returns a setting for each kind that the caller's role can get. */
export async function readSettings(ctx: RequestContext): Promise<NotificationSettings> {
  const chosen = await readRows(
    ctx.reader,
    sql<NotificationSetting>`select kind, in_app as "inApp", email
      ${fromVisible(ctx.reader, NotificationSetting, [ofCaller(ctx)])}`,
  );
  return settingsOf(callerOf(ctx), chosen);
}

export function updateSettings(
  ctx: RequestContext,
  { settings }: UpdateNotificationSettingsArgs,
): Promise<NotificationSettings> {
  const caller = callerOf(ctx);
  return inTransaction(ctx.em, async (em) => {
    await sql`insert into notification_setting (user_id, reseller_id, kind, in_app, email)
      select ${caller.userId}::uuid, ${caller.resellerId ?? null}::uuid, kind, "inApp", email
      from jsonb_to_recordset(${JSON.stringify(settings)}::jsonb) as chosen (kind text, "inApp" boolean, email text)
      on conflict (user_id, kind) do update set in_app = excluded.in_app, email = excluded.email`.execute(
      em.getKysely(),
    );
    const own = fromVisible(em, NotificationSetting, [ofCaller(ctx)]);
    return settingsOf(caller, await rowsOf(em, sql`select kind, in_app as "inApp", email ${own}`));
  });
}

function settingsOf({ role }: Caller, chosen: readonly NotificationSetting[]): NotificationSettings {
  const possible = (Object.keys(KINDS) as NotificationKind[]).filter((kind) => isFor(kind, role));
  const kinds = possible.map((kind) => {
    const usual = { kind, inApp: true, email: KINDS[kind].email };
    return Object.assign(new NotificationSetting(), chosen.find((each) => each.kind === kind) ?? usual);
  });
  return { kinds };
}

async function rowsOf<Row>(em: EntityManager, statement: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`${statement}`.execute(em.getKysely());
  return rows;
}

/** The tenant's filter is not enough, because each user has own rows. */
const ofCaller = (ctx: RequestContext) => sql`user_id = ${callerOf(ctx).userId}`;

function callerOf({ caller }: RequestContext): Caller {
  if (!caller) throw unauthenticated();
  return caller;
}
