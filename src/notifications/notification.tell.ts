import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../core/context/request.context.ts';
import type { FailedEmail } from '../email/email.template.ts';
import { KINDS, NotificationEmail, NotificationKind } from './notification.kinds.ts';

/** A condition on the active users of `person`. */
export type Recipients = RawBuilder<unknown>;

export const users = (ids: readonly string[]): Recipients => sql`person.id = any(${ids}::uuid[])`;

/** Users of a partner, or the admins if there is none. By the index of users by tenant. */
export const membersOf = (resellerId: string | null | undefined): Recipients =>
  sql`person.reseller_id ${resellerId == null ? sql`is null` : sql`= ${resellerId}`} and person.joined_at is not null`;

/** Of `person`, whose role can have changed since the change that the notification is about. */
export const roles = sql`coalesce(person.admin_roles, array[person.partner_role])`;

interface News {
  kind: NotificationKind;
  to: Recipients;
  /** The user that did it, and gets no notification. Undefined if it was no user. */
  by: Pick<Caller, 'userId' | 'name'> | undefined;
  subject: { id: string | null; name: string };
  detail?: string;
}

/** Characters, the length of the column. */
const MAX_DETAIL = 200;

/**
 * Tells the recipients in the EntityManager's transaction, by one statement, and only those whose role can get the kind.
 * A partner's transaction only reaches users of its own account. Do not call it if nobody is to be told: it would cost
 * a round trip. In the order of the users, so that two transactions that tell the same users cannot block each other.
 */
export async function tell(em: EntityManager, { kind, to, by, subject, detail }: News): Promise<void> {
  const about = detail === undefined ? null : Array.from(detail).slice(0, MAX_DETAIL).join('');
  await sql`
    insert into notification
      (id, user_id, reseller_id, kind, actor_id, actor_name, subject_id, subject_name, detail, in_app, created_at)
    select gen_random_uuid(), person.id, person.reseller_id, ${kind}, ${by?.userId ?? null}::uuid, ${by?.name ?? null},
      ${subject.id}::uuid, ${subject.name}, ${about}, coalesce(setting.in_app, true), now()
    from user_account as person
      left join notification_setting as setting on setting.user_id = person.id and setting.kind = ${kind}
    where person.is_active and (${to}) and ${roles} && ${KINDS[kind].roles}::text[] and person.id is distinct from ${by?.userId ?? null}::uuid
      and (coalesce(setting.in_app, true) or coalesce(setting.email, ${KINDS[kind].email}) <> ${NotificationEmail.OFF})
    order by person.id
    on conflict do nothing`.execute(em.getKysely());
}

/** Templates of emails about notifications. If one fails, another one about that would fail too. */
const OWN_TEMPLATES = 'notification.';

/**
 * Tells the admins that can send emails again. Only once until they know, because an outage fails many: a unique index
 * makes the second one a conflict.
 */
export async function tellOfFailedEmails(em: EntityManager, emails: readonly FailedEmail[]): Promise<void> {
  const failed = emails.find(({ template }) => !template.startsWith(OWN_TEMPLATES));
  if (!failed) return;
  const subject = { id: failed.applicationId ?? null, name: failed.recipient };
  await tell(em, { kind: NotificationKind.EMAIL_FAILED, to: membersOf(null), by: undefined, subject });
}
