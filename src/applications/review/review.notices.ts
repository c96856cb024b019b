import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../core/context/request.context.ts';
import { NotificationKind } from '../../notifications/notification.kinds.ts';
import { tell, users } from '../../notifications/notification.tell.ts';
import type { PartnerApplication } from '../application.entity.ts';

type Doer = Pick<Caller, 'userId' | 'name'> | undefined;
type About = Pick<PartnerApplication, 'id' | 'companyName' | 'assigneeId'>;

/** Tells the assignee what someone else did. Sends nothing if there is no one to tell. */
export async function tellAssignee(
  em: EntityManager,
  kind: NotificationKind,
  { id, companyName, assigneeId }: About,
  by: Doer,
  detail?: string,
): Promise<void> {
  if (assigneeId == null || assigneeId === by?.userId) return;
  const subject = { id, name: companyName };
  await tell(em, { kind, to: users([assigneeId]), by, subject, ...(detail === undefined ? {} : { detail }) });
}

export async function tellMentioned(
  em: EntityManager,
  ids: readonly string[],
  { id, companyName }: About,
  by: Doer,
  note: string,
): Promise<void> {
  if (ids.every((each) => each === by?.userId)) return;
  const subject = { id, name: companyName };
  await tell(em, { kind: NotificationKind.MENTIONED, to: users(ids), by, subject, detail: note });
}
