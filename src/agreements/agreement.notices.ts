import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { writeEmails } from '../email/email.outbox.ts';
import type { WorkerOptions } from '../feature.ts';
import { NotificationKind } from '../notifications/notification.kinds.ts';
import { tell, users } from '../notifications/notification.tell.ts';
import { agreementDue } from './agreement.emails.tsx';
import type { NoticeStage } from './agreement.wording.ts';

/** Owners in one round. The next one follows a minute later. */
const MOST = 500;

interface Notice {
  versionId: string;
  userId: string;
  stage: NoticeStage;
  email: string;
  name: string;
  agreementId: string;
  title: string;
  isRequired: boolean;
  /** As PostgreSQL writes it. */
  bindingFrom: string;
}

/**
 * Tells owners of an agreement that their company has not accepted: when it is published, and 30, 7 and 0 days before it
 * binds. Each stage once an owner and version, by any number of workers. Only the latest stage, and only for a week,
 * so that an outage is not followed by a heap of old news.
 */
export async function sendAgreementNotices(em: EntityManager, { jobs }: Pick<WorkerOptions, 'jobs'>): Promise<void> {
  const notices = await claimNotices(em);
  await writeEmails(
    em,
    jobs,
    notices.map(({ email, ...notice }) =>
      agreementDue(email, { ...notice, bindingFrom: DateTime.serialize(notice.bindingFrom) }),
    ),
  );
  for (const [{ agreementId, title, stage }, of] of byVersion(notices)) {
    const to = users(of.map(({ userId }) => userId));
    const subject = { id: agreementId, name: title };
    await tell(em, { kind: NotificationKind.AGREEMENT_DUE, to, by: undefined, subject, detail: stage });
  }
}

/** The first notice of each version, and all of them. */
const byVersion = (notices: readonly Notice[]): [Notice, Notice[]][] =>
  [...Map.groupBy(notices, ({ versionId }) => versionId).values()].flatMap((of) => (of[0] ? [[of[0], of]] : []));

async function claimNotices(em: EntityManager): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    with version as (
      select open.id, open.number, open.binding_from, agreement.id as agreement_id, agreement.title, is_required,
        agreement.reseller_id, partnership_types, stage.name as stage, stage.at
      from agreement_version as open
        join agreement on agreement.id = open.agreement_id
        cross join lateral (
          select name, at from (values ('PUBLISHED', published_at), ('DAYS_30', binding_from - interval '30 days'),
            ('DAYS_7', binding_from - interval '7 days'), ('BINDING', binding_from)) as stage (name, at)
          where at <= now() and (name = 'PUBLISHED' or at > published_at + interval '1 day')
          order by at desc limit 1) as stage
      where open.withdrawn_at is null and stage.at > now() - interval '7 days' and not exists (
        select from agreement_version as later where later.agreement_id = open.agreement_id and later.number > open.number
          and later.withdrawn_at is null and later.binding_from <= now())
    ), due as (
      select version.*, person.id as user_id, person.email, person.name
      from version
        join partner_account as account on account.is_active and (version.reseller_id = account.id
          or version.reseller_id is null and exists (
            select from partnership where partnership.reseller_id = account.id and partnership_type = any (partnership_types)))
        join user_account as person on person.reseller_id = account.id and person.partner_role = 'OWNER' and person.is_active
          and person.joined_at <= version.at
      where not exists (
          select from agreement_version as accepted
            join agreement_acceptance on agreement_acceptance.reseller_id = account.id and version_id = accepted.id
          where accepted.agreement_id = version.agreement_id and accepted.number >= version.number and accepted.withdrawn_at is null)
        and not exists (
          select from agreement_notice as told
          where told.version_id = version.id and told.user_id = person.id and told.stage = version.stage)
      order by version.id, person.id limit ${MOST}
    ), claimed as (
      insert into agreement_notice (version_id, user_id, stage, created_at) select id, user_id, stage, now() from due
      on conflict do nothing returning version_id, user_id
    )
    select due.id as "versionId", due.user_id as "userId", stage, email, name, agreement_id as "agreementId", title,
      is_required as "isRequired", binding_from as "bindingFrom"
    from claimed join due on due.id = claimed.version_id and due.user_id = claimed.user_id
    order by due.id, due.user_id`.execute(em.getKysely());
  return rows;
}
