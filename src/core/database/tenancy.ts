import { Filter } from '@mikro-orm/decorators/legacy';
import type { EntityClass, EntityKey, EntityManager, EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { forbidden, unauthenticated } from '../context/domain.error.ts';
import type { Caller, RequestContext } from '../context/request.context.ts';
import type { Reader } from './reader.ts';
import type { Work } from '../telemetry/work.ts';

/** Database role for admins, public operations and the worker. The login role has no permissions on tables. */
export const PLATFORM_ROLE = 'reachgenie_platform';

/** Database role for partners: no permissions on applications, and only rows of its own tenant. */
export const TENANT_ROLE = 'reachgenie_tenant';

/** Setting with the caller's `credential`, which PostgreSQL checks in each transaction: see transaction.ts. */
export const CALLER_VARIABLE = 'reachgenie.caller';

const FILTER = 'tenant';

/** Setting that the policies compare. MikroORM sets it for a fork with the filter's parameter. */
const TENANT_VARIABLE = `mikro.${FILTER}.resellerId`;

/** Throws for an EntityManager without a caller. The platform's has no `resellerId`, and sees all rows. */
const filterOn = (key: 'id' | 'resellerId') => () =>
  Filter({
    name: FILTER,
    cond: ({ resellerId }) => (resellerId === undefined ? {} : { [key]: resellerId }),
    default: true,
    strict: true,
    rls: true,
  });

/** Required on every entity with a `resellerId`: adds the ORM filter and the row-level security policy. */
export const TenantOwned = filterOn('resellerId');

/** The same for the tenant itself. */
export const IsTenant = filterOn('id');

/** The property with the tenant's ID, from the entity's filter. Undefined if its rows belong to no tenant. */
function tenantKey<Entity>({ filters }: EntityMetadata<Entity>): EntityKey<Entity> | undefined {
  const cond = filters[FILTER]?.cond as ((args: object) => object) | undefined;
  const [key] = Object.keys(cond?.({ resellerId: null }) ?? {});
  return key as EntityKey<Entity> | undefined;
}

/** The row's tenant. Null or undefined if it has none. */
export function tenantOfRow(
  em: Pick<EntityManager, 'getMetadata'>,
  entity: EntityClass<object>,
  row: object,
): string | null | undefined {
  const key = tenantKey(em.getMetadata(entity as EntityClass<Record<string, string>>));
  return key && Reflect.get(row, key);
}

export const columnOf = <Entity>({ properties }: EntityMetadata<Entity>, property: EntityKey<Entity>) =>
  sql.ref(properties[property]?.fieldNames[0] ?? property);

/** The tenant that limits the reader. Undefined for the platform. */
export const tenantOfReader = (reader: Pick<Reader, 'getFilterParams'>): unknown =>
  reader.getFilterParams(FILTER)?.resellerId;

/** Whether the reader has permission to read the entity's table. Partners read only tables of tenants. */
export const isReadable = (reader: Reader, entity: EntityClass<object>): boolean =>
  tenantOfReader(reader) === undefined || tenantKey(reader.getMetadata(entity)) !== undefined;

/** `from … where …` for a hand-written read, with the condition of the entity's tenant filter. */
export function fromVisible<Entity>(
  reader: Reader,
  entity: EntityClass<Entity>,
  where: readonly RawBuilder<unknown>[] = [],
): RawBuilder<unknown> {
  const meta = reader.getMetadata(entity);
  const key = tenantKey(meta);
  const resellerId = tenantOfReader(reader);
  const ofTenant = key && resellerId !== undefined ? [sql`${columnOf(meta, key)} = ${resellerId}`] : [];
  const conditions = [...ofTenant, ...where];
  return conditions.length > 0
    ? sql`from ${tableOf(meta)} where ${sql.join(conditions, sql` and `)}`
    : sql`from ${tableOf(meta)}`;
}

/** Only tables of libraries have a schema. */
const tableOf = <Entity>({ schema, tableName }: EntityMetadata<Entity>) =>
  sql.table(schema === undefined ? tableName : `${schema}.${tableName}`);

/** Required in the `policies` of every tenant-owned entity. */
export const PLATFORM_SEES_ALL = { name: 'platform', roles: [PLATFORM_ROLE], using: 'true', check: 'true' };

/**
 * An EntityManager limited to the caller's rows. Without a caller, every statement fails. So do all statements once the
 * signal aborts, also those of forks, and PostgreSQL cancels the current one.
 */
export function forkFor(orm: MikroORM, caller: Caller | undefined, signal?: AbortSignal): EntityManager {
  return caller ? forkAs(roleOf(caller), orm.em, caller, signal) : orm.em.fork(endingWith(signal));
}

const roleOf = ({ resellerId }: Pick<Caller, 'resellerId'>): string =>
  resellerId === undefined ? PLATFORM_ROLE : TENANT_ROLE;

/**
 * Reads as `forkFor` does, from a replica if there is one. A fork has a unit of work, which takes a twentieth of a
 * request's time.
 */
export function readerFor(
  { em }: Pick<RequestContext, 'em'>,
  caller: Pick<Caller, 'credential' | 'resellerId'> | undefined,
  signal?: AbortSignal,
  work?: Work,
): Reader {
  const filter = { resellerId: caller?.resellerId };
  const tenant = caller?.resellerId === undefined ? {} : { [TENANT_VARIABLE]: caller.resellerId };
  const session = caller && { variables: { ...variablesOf(roleOf(caller), caller), ...tenant } };
  const reader: Reader & { signal: AbortSignal | undefined } = {
    signal,
    work,
    mayUseReplica: true,
    getMetadata: ((entity: EntityClass<object>) => em.getMetadata(entity)) as Reader['getMetadata'],
    getDriver: () => em.getDriver(),
    getFilterParams: () => filter,
    getSessionContext: () => session,
  };
  return reader;
}

const endingWith = (signal: AbortSignal | undefined) =>
  signal && ({ signal, inflightQueryAbortStrategy: 'cancel query' } as const);

/** The signal that was given. MikroORM does not make that of a fork public. */
export const signalOf = (reader: Reader): AbortSignal | undefined =>
  Reflect.get(reader, 'signal') as AbortSignal | undefined;

/** For platform work: sign-in, public operations, the worker. State the reason at each call. */
export const asPlatform = (em: EntityManager): EntityManager => forkAs(PLATFORM_ROLE, em, {});

interface CalledFor extends Pick<RequestContext, 'em'> {
  caller: Pick<Caller, 'credential' | 'resellerId'> | undefined;
}

/** For work beyond the permissions of the caller's role: state the reason. Queries stay limited to the caller's tenant. */
export function asPlatformFor({ em, caller }: CalledFor): EntityManager {
  if (!caller) throw unauthenticated();
  return forkAs(PLATFORM_ROLE, em, caller);
}

/** The role is a setting, unlike `session.role`, so that it is set in the same statement as the rest. */
const variablesOf = (role: string, { credential }: Partial<Caller>) =>
  credential === undefined ? { role } : { role, [CALLER_VARIABLE]: credential };

function forkAs(role: string, em: EntityManager, caller: Partial<Caller>, signal?: AbortSignal): EntityManager {
  const fork = em.fork({ session: { variables: variablesOf(role, caller) }, ...endingWith(signal) });
  fork.setFilterParams(FILTER, { resellerId: caller.resellerId });
  return fork;
}

export function tenantOf({ caller }: Pick<RequestContext, 'caller'>): string {
  if (caller?.resellerId === undefined) throw forbidden();
  return caller.resellerId;
}
