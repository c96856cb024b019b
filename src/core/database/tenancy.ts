import { Filter } from '@mikro-orm/decorators/legacy';
import type { EntityClass, EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { forbidden, unauthenticated } from '../context/domain.error.ts';
import type { Caller, RequestContext } from '../context/request.context.ts';

/** The database role of platform work: admins, public operations, the worker. The login role itself may touch nothing. */
export const PLATFORM_ROLE = 'reachgenie_platform';

/** The database role of a partner's work: it has no right on applications, and sees rows of its own tenant only. */
export const TENANT_ROLE = 'reachgenie_tenant';

/** What proves, in the database, that the caller may still call: see `credential` of a Caller, and transaction.ts. */
export const CALLER_VARIABLE = 'reachgenie.caller';

const FILTER = 'tenant';

/** Put on every entity with a `resellerId`: at once the ORM's filter and PostgreSQL's row-level security policy. */
export const TenantOwned = () =>
  Filter({ name: FILTER, cond: ({ resellerId }) => ({ resellerId }), default: true, strict: true, rls: true });

const tenants = new WeakSet<object>();

/** The same for the tenant itself, whose id it is. */
export const IsTenant =
  () =>
  (entity: EntityClass<unknown>): void => {
    tenants.add(entity);
    Filter({ name: FILTER, cond: ({ resellerId }) => ({ id: resellerId }), default: true, strict: true, rls: true })(
      entity,
    );
  };

/** The tenant that a row belongs to or is; null where it is nobody's, undefined where its kind never is anybody's. */
export function tenantOfRow(row: object): string | null | undefined {
  if (tenants.has(row.constructor)) return String(Reflect.get(row, 'id'));
  const resellerId: unknown = Reflect.get(row, 'resellerId');
  return typeof resellerId === 'string' || resellerId === null ? resellerId : undefined;
}

/** To be named among the `policies` of every entity that is tenant owned: the platform sees all tenants. */
export const PLATFORM_SEES_ALL = { name: 'platform', roles: [PLATFORM_ROLE], using: 'true', check: 'true' };

/** An EntityManager that sees what the caller may see. Where nobody is signed in it sees nothing: every statement fails. */
export function forkFor(orm: MikroORM, caller: Caller | undefined): EntityManager {
  if (!caller) return orm.em.fork();
  const { resellerId, credential } = caller;
  if (resellerId === undefined) return platformFork(orm.em, { [CALLER_VARIABLE]: credential });
  // As a setting (and not as `session.role`) the role travels in one statement with the rest.
  const em = orm.em.fork({ session: { variables: { role: TENANT_ROLE, [CALLER_VARIABLE]: credential } } });
  em.setFilterParams(FILTER, { resellerId });
  return em;
}

/** The one way to work for the platform itself: sign-in, public operations, the worker. Its reason is at each call. */
export const asPlatform = (em: EntityManager): EntityManager => platformFork(em, {});

interface CalledFor extends Pick<RequestContext, 'em'> {
  caller: Pick<Caller, 'credential'> | undefined;
}

/**
 * Platform work that a caller asks for and the caller's own role may not do, its reason likewise at each call: refused, as all
 * the caller's work is, where the session has ended. What it touches it must restrict to the caller's tenant itself.
 */
export function asPlatformFor({ em, caller }: CalledFor): EntityManager {
  if (!caller) throw unauthenticated();
  return platformFork(em, { [CALLER_VARIABLE]: caller.credential });
}

function platformFork(em: EntityManager, variables: Record<string, string>): EntityManager {
  const fork = em.fork({ session: { variables: { role: PLATFORM_ROLE, ...variables } } });
  // Takes the place of the entities' own filter: the policy of the role decides alone.
  fork.addFilter({ name: FILTER, cond: {}, default: true });
  return fork;
}

/** The tenant that the caller works for and that new rows belong to. */
export function tenantOf({ caller }: Pick<RequestContext, 'caller'>): string {
  if (caller?.resellerId === undefined) throw forbidden();
  return caller.resellerId;
}
