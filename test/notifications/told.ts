import type { Actor, ApiAccess } from '../support/api.ts';

export interface Told {
  id: string;
  kind: string;
  actorName: string | null;
  subjectId: string | null;
  subjectName: string | null;
  detail: string | null;
  createdAt: string;
  readAt: string | null;
}

const LIST = `query ($unread: Boolean) {
  notifications(unread: $unread, limit: 100) {
    items { id kind actorName subjectId subjectName detail createdAt readAt }
  }
}`;

/** Returns the notifications of a user, newest first. */
export async function toldTo(api: Pick<ApiAccess, 'ask'>, actor: Actor, unread?: boolean): Promise<Told[]> {
  const { data } = await api.ask<{ notifications: { items: Told[] } }>(actor, LIST, { unread });
  return data?.notifications.items ?? [];
}

export const unreadOf = async (api: Pick<ApiAccess, 'ask'>, actor: Actor): Promise<number | undefined> =>
  (await api.ask<{ unreadNotifications: number }>(actor, '{ unreadNotifications }')).data?.unreadNotifications;
