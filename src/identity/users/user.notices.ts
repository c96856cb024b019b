import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { NotificationKind } from '../../notifications/notification.kinds.ts';
import { membersOf, tell, users } from '../../notifications/notification.tell.ts';
import { rolesOf, type User } from './user.entity.ts';

/** Tells those who can manage the people of the account. */
export function tellOfJoin(em: EntityManager, { id, name, resellerId }: User): Promise<void> {
  const to = membersOf(resellerId);
  return tell(em, { kind: NotificationKind.MEMBER_JOINED, to, by: { userId: id, name }, subject: { id, name } });
}

export function tellOfRoles(em: EntityManager, user: User, by: RequestContext['caller']): Promise<void> {
  const { id, name } = user;
  const detail = rolesOf(user).join();
  return tell(em, { kind: NotificationKind.ROLE_CHANGED, to: users([id]), by, subject: { id, name }, detail });
}
