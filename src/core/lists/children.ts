import type { EntityKey } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { RequestContext } from '../context/request.context.ts';
import { columnsOf, type Row } from '../database/row.query.ts';
import { readRows } from '../database/transaction.ts';

/** A list that belongs to its parent: all lists of one kind that a request asks for are one statement. */
export interface Children<Entity> {
  entity: new (...args: never[]) => Entity;
  /** The property that holds the parent's id. */
  parent: EntityKey<Entity>;
  /** Oldest first, by this property and the id. */
  sortBy: EntityKey<Entity>;
}

const loadersOf = new WeakMap<RequestContext, Map<object, DataLoader<unknown, object[]>>>();

/** The children of one parent, oldest first. `children` must be a constant: it is what the request's loader is known by. */
export const loadChildren = <Entity extends object>(
  ctx: RequestContext,
  children: Children<Entity>,
  parentId: string,
): Promise<Row<Entity>[]> => loadLists(ctx, children, (ids) => readChildren(ctx, children, ids), parentId);

/**
 * One of the lists that a request asks for by what they belong to, such as an id; all of them are read at once. `kind` is what its
 * loader is known by.
 */
export function loadLists<Item extends object, Owner>(
  ctx: RequestContext,
  kind: object,
  read: (owners: readonly Owner[]) => Promise<Item[][]>,
  owner: Owner,
): Promise<Item[]> {
  const loaders = loadersOf.get(ctx) ?? new Map<object, DataLoader<unknown, object[]>>();
  loadersOf.set(ctx, loaders);
  let loader = loaders.get(kind);
  if (!loader) {
    loader = new DataLoader<unknown, object[]>((owners) => read(owners as readonly Owner[]), { cache: false });
    loaders.set(kind, loader);
  }
  return loader.load(owner) as Promise<Item[]>;
}

async function readChildren<Entity extends object>(
  { em, caller }: RequestContext,
  { entity, parent, sortBy }: Children<Entity>,
  parentIds: readonly string[],
): Promise<Row<Entity>[][]> {
  const meta = em.getMetadata(entity);
  const column = (property: EntityKey<Entity>) => sql.ref(meta.properties[property]?.fieldNames[0] ?? property);
  // As MikroORM's filter would say it.
  const isTenants = caller?.resellerId !== undefined && 'resellerId' in meta.properties;
  const ofTenant = isTenants ? sql`and reseller_id = ${caller.resellerId}` : sql``;
  const rows = await readRows(
    em,
    sql<Row<Entity>>`select ${columnsOf(meta)} from ${sql.table(meta.tableName)}
      where ${column(parent)} = any(${[...parentIds]}) ${ofTenant} order by ${column(sortBy)}, id`,
  );
  const byParent = Map.groupBy(rows, (row) => String(row[parent]));
  return parentIds.map((id) => byParent.get(id) ?? []);
}
