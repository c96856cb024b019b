import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../core/context/request.context.ts';
import { NotificationKind } from '../../notifications/notification.kinds.ts';
import { tell, users } from '../../notifications/notification.tell.ts';
import type { PartnerAccount } from '../../tenants/partner-account.entity.ts';

export type Post = 'MANAGER' | 'TECHNICAL_MANAGER';

type Managers = Pick<PartnerAccount, 'managerId' | 'technicalManagerId'>;

/** Tells each new manager once, also one with both posts. Nobody is told of an own change. */
export async function tellManagers(
  em: EntityManager,
  { id, companyName, ...now }: Managers & Pick<PartnerAccount, 'id' | 'companyName'>,
  before: Managers,
  by: Pick<Caller, 'userId' | 'name'> | undefined,
): Promise<void> {
  const posts: [Post, string | null | undefined, string | null | undefined][] = [
    ['MANAGER', now.managerId, before.managerId],
    ['TECHNICAL_MANAGER', now.technicalManagerId, before.technicalManagerId],
  ];
  const given = posts.filter(([, admin, previous]) => admin != null && admin !== previous && admin !== by?.userId);
  for (const [admin, theirs] of Map.groupBy(given, ([, managerId]) => String(managerId))) {
    const detail = theirs.map(([post]) => post).join(',');
    const subject = { id, name: companyName };
    await tell(em, { kind: NotificationKind.PARTNER_ASSIGNED, to: users([admin]), by, subject, detail });
  }
}
