import type { Caller } from '../../core/context/request.context.ts';
import type { User } from './user.entity.ts';

/** Who a user is, without what the user may do: for the audit trail. */
export const actorOf = ({ id: userId, role, email, name, resellerId }: User, credential: string): Caller => ({
  userId,
  credential,
  role,
  email,
  name,
  ...(resellerId ? { resellerId } : {}),
});
