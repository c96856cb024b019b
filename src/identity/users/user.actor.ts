import type { Caller } from '../../core/context/request.context.ts';
import type { User } from './user.entity.ts';

/** The identity of a user for the audit log, without permissions. */
export const actorOf = ({ id: userId, role, email, name, resellerId }: User, credential: string): Caller => ({
  userId,
  credential,
  role,
  email,
  name,
  ...(resellerId ? { resellerId } : {}),
});
