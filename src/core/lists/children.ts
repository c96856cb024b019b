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

/** Reads the lists of several owners in one statement. Must be a constant, because it identifies the request's loader. */
export type Lists<Owner, Item> = (ctx: RequestContext, owners: readonly Owner[]) => Promise<Item[][]>;

interface Children<Entity> {
  entity: new (...args: never[]) => Entity;
  parent: EntityKey<Entity>;
  sortBy: EntityKey<Entity>;
}

const loadersOf = new WeakMap<RequestContext, Map<object, DataLoader<unknown, unknown[]>>>();

const earlyOf = new WeakMap<RequestContext, Map<object, Map<unknown, Promise<unknown[]>>>>();

/** The children of parents, by the parent's ID. */
export const childrenOf =
  <Entity extends object>({ entity, parent, sortBy }: Children<Entity>): Lists<string, Row<Entity>> =>
  async ({ reader }, parentIds) => {
    const meta = reader.getMetadata(entity);
    const ofParents = fromVisible(reader, entity, [sql`${columnOf(meta, parent)} = any(${[...parentIds]})`]);
    const rows = await readRows(
      reader,
      sql<Row<Entity>>`select ${columnsOf(meta)} ${ofParents} order by ${columnOf(meta, sortBy)}, id`,
    );
    const byParent = Map.groupBy(rows, (row) => String(row[parent]));
    return parentIds.map((id) => byParent.get(id) ?? []);
  };

/** Loads one list. All lists of a kind take one statement per request. */
export function loadList<Owner, Item>(
  ctx: RequestContext,
  lists: Lists<Owner, Item>,
  owner: NoInfer<Owner>,
): Promise<Item[]> {
  const early = earlyOf.get(ctx)?.get(lists)?.get(owner);
  return (early ?? loaderOf(ctx, lists).load(owner)) as Promise<Item[]>;
}

function loaderOf<Owner, Item>(ctx: RequestContext, lists: Lists<Owner, Item>): DataLoader<unknown, unknown[]> {
  const loaders = loadersOf.get(ctx) ?? new Map<object, DataLoader<unknown, unknown[]>>();
  loadersOf.set(ctx, loaders);
  let loader = loaders.get(lists);
  if (!loader) {
    loader = new DataLoader((owners) => lists(ctx, owners as readonly Owner[]), { cache: false });
    loaders.set(lists, loader);
  }
  return loader;
}

/**
 * Reads the lists that a query selects, by their fields (`a.b` for field b of field a), in one message with their owner.
 * Call it before you read the owner, and only in queries, because later changes are not seen.
 */
export function readTogether(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  fields: Readonly<Record<string, Lists<string, unknown>>>,
  id: string,
): void {
  if (!isUuid(id)) return;
  const owner = id.toLowerCase();
  const early = earlyOf.get(ctx) ?? new Map<object, Map<unknown, Promise<unknown[]>>>();
  earlyOf.set(ctx, early);
  for (const [field, lists] of Object.entries(fields)) {
    const known = early.get(lists) ?? new Map<unknown, Promise<unknown[]>>();
    early.set(lists, known);
    if (known.has(owner) || !selects(info, ...field.split('.').map((name) => [name]))) continue;
    const read = lists(ctx, [owner]).then(([list = []]) => list);
    read.catch(() => undefined); // the field reports it, if the owner exists
    known.set(owner, read);
  }
}
