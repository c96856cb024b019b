import type { EntityKey } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { RequestContext } from '../context/request.context.ts';
import { columnsOf, type Row } from '../database/row.query.ts';
import { columnOf, fromVisible } from '../database/tenancy.ts';
import { readRows } from '../database/transaction.ts';

/** The children of a parent. Each kind takes one statement per request. */
export interface Children<Entity> {
  entity: new (...args: never[]) => Entity;
  parent: EntityKey<Entity>;
  sortBy: EntityKey<Entity>;
}

const loadersOf = new WeakMap<RequestContext, Map<object, DataLoader<unknown, object[]>>>();

/** `children` must be a constant, because it identifies the request's loader. */
export const loadChildren = <Entity extends object>(
  ctx: RequestContext,
  children: Children<Entity>,
  parentId: string,
): Promise<Row<Entity>[]> => loadLists(ctx, children, (ids) => readChildren(ctx, children, ids), parentId);

/** Loads one list, and batches all lists of the same `kind` in the request. `kind` must be a constant. */
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
  { em }: RequestContext,
  { entity, parent, sortBy }: Children<Entity>,
  parentIds: readonly string[],
): Promise<Row<Entity>[][]> {
  const meta = em.getMetadata(entity);
  const ofParents = fromVisible(em, entity, [sql`${columnOf(meta, parent)} = any(${[...parentIds]})`]);
  const rows = await readRows(
    em,
    sql<Row<Entity>>`select ${columnsOf(meta)} ${ofParents} order by ${columnOf(meta, sortBy)}, id`,
  );
  const byParent = Map.groupBy(rows, (row) => String(row[parent]));
  return parentIds.map((id) => byParent.get(id) ?? []);
}
