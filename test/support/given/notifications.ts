import { v7 as uuid } from 'uuid';
import { ADMIN, type Api } from '../api.ts';
import type { Partner } from './partners.ts';
import type { Samples } from './samples.types.ts';

/** Stores an unread notification for the owner of a partner, and returns its ID. */
export async function givenNotification(
  api: Api,
  { ownerId, resellerId }: Pick<Partner, 'ownerId' | 'resellerId'>,
  kind = 'MEMBER_JOINED',
): Promise<string> {
  const id = uuid();
  await api.rows(
    `insert into notification (id, user_id, reseller_id, kind, actor_name, subject_id, subject_name, in_app, created_at)
     values ($1, $2, $3, $5, 'Max Member', $4, 'Max Member', true, clock_timestamp())`,
    [id, ownerId, resellerId, uuid(), kind],
  );
  return id;
}

/** The lists of admins need rows too. */
const tellAdmins = (api: Api) =>
  api.rows(
    `insert into notification (id, user_id, kind, subject_name, in_app, created_at)
     select gen_random_uuid(), id, 'MENTIONED', 'Octavo Media', true, clock_timestamp() from user_account where email = $1`,
    [ADMIN.email],
  );

async function givenSetting(api: Api, { ownerId, resellerId }: Partner): Promise<void> {
  await api.rows(
    `insert into notification_setting (user_id, reseller_id, kind, in_app, email)
     values ($1, $2, 'ROLE_CHANGED', true, 'SOON') on conflict do nothing`,
    [ownerId, resellerId],
  );
}

export const notificationSamples: Samples = {
  row: async (api, reseller) => {
    await givenNotification(api, reseller);
    await tellAdmins(api);
    await givenSetting(api, reseller);
  },
  variables: {
    MarkNotificationsRead: async (api, reseller, rows) => ({
      ids: await Promise.all(Array.from({ length: rows }, () => givenNotification(api, reseller))),
    }),
  },
};
