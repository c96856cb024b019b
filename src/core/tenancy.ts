import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Caller } from './request.context.ts';

/** The database role of platform work: admins, public operations, the worker. The login role itself may touch nothing. */
export const PLATFORM_ROLE = 'reachgenie_platform';

/** The session variable that carries the caller's session; see requireSession in transaction.ts. */
export const SESSION_VARIABLE = 'reachgenie.session';

/** An EntityManager that sees what the caller may see. Where nobody is signed in it sees nothing: every statement fails. */
export function forkFor(orm: MikroORM, caller: Caller | undefined): EntityManager {
  if (caller?.role !== 'ADMIN') return orm.em.fork();
  // As a setting (and not as `session.role`) the role travels in one statement with the session.
  return orm.em.fork({ session: { variables: { role: PLATFORM_ROLE, [SESSION_VARIABLE]: caller.sessionId } } });
}

/** The one way to work for the platform itself: sign-in, public operations, the worker. Its reason is at each call. */
export const asPlatform = (em: EntityManager): EntityManager =>
  em.fork({ session: { variables: { role: PLATFORM_ROLE } } });
