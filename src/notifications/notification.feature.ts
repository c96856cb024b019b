import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Feature } from '../feature.ts';
import { NotificationSetting } from './notification-setting.entity.ts';
import { Notification } from './notification.entity.ts';
import { notificationEmails } from './notification.emails.tsx';
import { emailDueNotifications } from './notification.mailing.ts';
import { NotificationResolver } from './notification.resolver.ts';
import { notificationRules } from './notification.rules.ts';
import { tellOfFailedEmails } from './notification.tell.ts';

/** Notifications. The features whose changes cause them write them. */
export const notifications: Feature = {
  entities: [Notification, NotificationSetting],
  resolvers: [NotificationResolver],
  rules: [notificationRules],
  emails: notificationEmails,
  everyMinute: [emailDueNotifications],
  tidy: [forgetOldNotifications, forgetOldSummaries],
  emailsFailed: tellOfFailedEmails,
};

function forgetOldNotifications(em: EntityManager) {
  return sql`delete from notification where created_at < now() - interval '90 days'`.execute(em.getKysely());
}

/** Emails in one transaction. The next round follows an hour later. */
const MOST_FORGOTTEN = 10_000;

/** Summaries hold names of others. Once sent or failed, they are of no use: the app tells the same for 90 days. */
function forgetOldSummaries(em: EntityManager) {
  return sql`select forget_old_summaries(${MOST_FORGOTTEN})`.execute(em.getKysely());
}
