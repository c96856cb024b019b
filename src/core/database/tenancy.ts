import { Filter } from '@mikro-orm/decorators/legacy';
import type { EntityClass, EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { forbidden, unauthenticated } from '../context/domain.error.ts';
import type { Caller, RequestContext } from '../context/request.context.ts';

/** Database role for admins, public operations and the worker. The login role has no rights on tables. */
export const PLATFORM_ROLE = 'reachgenie_platform';

/** Database role for partners: no rights on applications, and only rows of its own tenant. */
export const TENANT_ROLE = 'reachgenie_tenant';

/** Setting with the caller's `credential`, which PostgreSQL checks in each transaction: see transaction.ts. */
export const CALLER_VARIABLE = 'reachgenie.caller';

const FILTER = 'tenant';

/** Required on every entity with a `resellerId`: adds the ORM filter and the row-level security policy. */
export const TenantOwned = () =>
  Filter({ name: FILTER, cond: ({ resellerId }) => ({ resellerId }), default: true, strict: true, rls: true });

const tenants = new WeakSet<object>();

export const IsTenant =
  () =>
  (entity: EntityClass<unknown>): void => {
    tenants.add(entity);
    Filter({ name: FILTER, cond: ({ resellerId }) => ({ id: resellerId }), default: true, strict: true, rls: true })(
      entity,
    );
  };

/** The row's tenant: null if it has none, undefined if its entity never has one. */
export function tenantOfRow(row: object): string | null | undefined {
  if (tenants.has(row.constructor)) return String(Reflect.get(row, 'id'));
  const resellerId: unknown = Reflect.get(row, 'resellerId');
  return typeof resellerId === 'string' || resellerId === null ? resellerId : undefined;
}

/** Required in the `policies` of every tenant-owned entity. */
export const PLATFORM_SEES_ALL = { name: 'platform', roles: [PLATFORM_ROLE], using: 'true', check: 'true' };

/** An EntityManager limited to the caller's rows. Without a caller, every statement fails. */
export function forkFor(orm: MikroORM, caller: Caller | undefined): EntityManager {
  if (!caller) return orm.em.fork();
  const { resellerId, credential } = caller;
  if (resellerId === undefined) return platformFork(orm.em, { [CALLER_VARIABLE]: credential });
  // As a setting, unlike `session.role`, the role is set in the same statement as the rest.
  const em = orm.em.fork({ session: { variables: { role: TENANT_ROLE, [CALLER_VARIABLE]: credential } } });
  em.setFilterParams(FILTER, { resellerId });
  return em;
}

/** For platform work: sign-in, public operations, the worker. State the reason at each call. */
export const asPlatform = (em: EntityManager): EntityManager => platformFork(em, {});

interface CalledFor extends Pick<RequestContext, 'em'> {
  caller: Pick<Caller, 'credential'> | undefined;
}

/** For work beyond the caller's role: state the reason, and restrict the rows to its tenant yourself. */
export function asPlatformFor({ em, caller }: CalledFor): EntityManager {
  if (!caller) throw unauthenticated();
  return platformFork(em, { [CALLER_VARIABLE]: caller.credential });
}

function platformFork(em: EntityManager, variables: Record<string, string>): EntityManager {
  const fork = em.fork({ session: { variables: { role: PLATFORM_ROLE, ...variables } } });
  fork.addFilter({ name: FILTER, cond: {}, default: true });
  return fork;
}

export function tenantOf({ caller }: Pick<RequestContext, 'caller'>): string {
  if (caller?.resellerId === undefined) throw forbidden();
  return caller.resellerId;
}
