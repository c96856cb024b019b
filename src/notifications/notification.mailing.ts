import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { writeEmails } from '../email/email.outbox.ts';
import type { WorkerOptions } from '../feature.ts';
import { summary } from './notification.emails.tsx';
import { KINDS, NotificationEmail } from './notification.kinds.ts';
import { roles } from './notification.tell.ts';
import type { Told } from './notification.wording.ts';

/** For users who have not chosen a time zone, and for zones that PostgreSQL does not know. */
const USUAL_ZONE = 'UTC';

/** Notifications in one round. The next one follows a minute later. */
const MOST = 1_000;

/** By kind. */
const TERMS = JSON.stringify(KINDS);

/** Unread, not emailed yet, and recent: after an outage of days, an email would only repeat the app. */
const OPEN = sql`told.read_at is null and told.emailed_at is null and told.created_at > now() - interval '2 days'`;

/**
 * Emails what is due, one email for each recipient. Leaves out what a recipient could not read now: of a lost role, of a
 * removed user, or of a deactivated partner. Any number of workers can run it at once.
 */
export async function emailDueNotifications(em: EntityManager, { jobs }: Pick<WorkerOptions, 'jobs'>): Promise<void> {
  const { rows: zones } = await sql<{ zone: string }>`select distinct coalesce(time_zone, ${USUAL_ZONE}) as zone
    from notification as told join user_account on user_account.id = user_id where ${OPEN}`.execute(em.getKysely());
  if (zones.length === 0) return;
  const { rows } = await sql<Told & { recipient: string }>`
    with zone as (
      select name, (date_trunc('day', now() at time zone name - interval '8 hours') + interval '8 hours') at time zone name as morning
      from pg_timezone_names where name = any(${[USUAL_ZONE, ...zones.map(({ zone }) => zone)]})
    ), due as (
      select told.id, person.email as recipient
      from notification as told
        join user_account as person on person.id = told.user_id and person.is_active
        left join partner_account as account on account.id = person.reseller_id
        left join zone on zone.name = person.time_zone
        cross join (select morning from zone where name = ${USUAL_ZONE}) as usual
        left join notification_setting as setting on setting.user_id = told.user_id and setting.kind = told.kind
        cross join lateral (select ${TERMS}::jsonb -> told.kind as terms) as kind
      where ${OPEN} and (person.reseller_id is null or account.is_active) and jsonb_exists_any(terms -> 'roles', ${roles})
        and case coalesce(setting.email, terms ->> 'email')
        when ${NotificationEmail.SOON} then told.created_at < now() - interval '2 minutes'
        when ${NotificationEmail.DAILY} then told.created_at < coalesce(zone.morning, usual.morning)
        else false end
      order by told.user_id, told.created_at limit ${MOST} for update of told skip locked
    ), emailed as (
      update notification set emailed_at = now() from due where notification.id = due.id
      returning recipient, kind, reseller_id as "resellerId", actor_id as "actorId", actor_name as "actorName", subject_id as "subjectId",
        subject_name as "subjectName", detail, notification.created_at, notification.id
    )
    select * from emailed order by created_at, id`.execute(em.getKysely());
  const emails = Array.from(
    Map.groupBy(rows, ({ recipient }) => recipient),
    ([recipient, told]) => summary(recipient, told),
  );
  await writeEmails(em, jobs, emails);
}
