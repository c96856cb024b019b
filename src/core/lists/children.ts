import type { EntityKey } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import type { RequestContext } from '../context/request.context.ts';
import { columnsOf, type Row } from '../database/row.query.ts';
import { columnOf, fromVisible } from '../database/tenancy.ts';
import { readRows } from '../database/transaction.ts';
import { selects } from './selection.ts';

/** The children of a parent. Each kind takes one statement per request. */
export interface Children<Entity> {
  entity: new (...args: never[]) => Entity;
  parent: EntityKey<Entity>;
  sortBy: EntityKey<Entity>;
}

const loadersOf = new WeakMap<RequestContext, Map<object, DataLoader<unknown, object[]>>>();

const earlyOf = new WeakMap<RequestContext, Map<string, Promise<object[]>>>();

/** `children` must be a constant, because it identifies the request's loader. */
export const loadChildren = <Entity extends object>(
  ctx: RequestContext,
  children: Children<Entity>,
  parentId: string,
): Promise<Row<Entity>[]> =>
  (earlyOf.get(ctx)?.get(keyOf(children, parentId)) as Promise<Row<Entity>[]> | undefined) ??
  loadLists(ctx, children, (ids) => readChildren(ctx, children, ids), parentId);

/**
 * Reads the children that a query selects, by their fields, in one message with their parent. Call it before you read
 * the parent, and only in queries, because later changes are not seen.
 */
export function readTogether<Entities extends Record<string, object>>(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  fields: { [Field in keyof Entities]: Children<Entities[Field]> },
  id: string,
): void {
  if (!isUuid(id)) return;
  const parentId = id.toLowerCase();
  const early = earlyOf.get(ctx) ?? new Map<string, Promise<object[]>>();
  earlyOf.set(ctx, early);
  for (const field in fields) {
    const children = fields[field];
    const key = keyOf(children, parentId);
    if (early.has(key) || !selects(info, [field])) continue;
    const read = readChildren(ctx, children, [parentId]).then(([list = []]) => list);
    read.catch(() => undefined); // the field reports it, if the parent exists
    early.set(key, read);
  }
}

const keyOf = <Entity>({ entity, parent }: Children<Entity>, parentId: string) =>
  `${entity.name} ${parent} ${parentId}`;

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
