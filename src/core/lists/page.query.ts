import type { EntityKey, EntityManager, EntityMetadata } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { decodeCursor, encodeCursor } from './page.cursor.ts';
import { SortOrder, type Page, type PageInfo, type SortedPageArgs } from './page.types.ts';
import { columnsOf, type Row } from '../database/row.query.ts';
import { readRows } from '../database/transaction.ts';

export interface PageQuery<Entity> {
  entity: new (...args: never[]) => Entity;
  where: RawBuilder<unknown>[];
  sortBy: EntityKey<Entity>;
  /** True to count the rows, or a sub-select that returns the total. */
  total: boolean | RawBuilder<unknown>;
}

interface Total {
  total?: number;
}

/** Reads one page in one statement, by page number or by cursor. */
export async function readPage<Entity extends { id: string }>(
  em: EntityManager,
  { entity, where, sortBy, total }: PageQuery<Entity>,
  { page, limit, after, sortOrder }: SortedPageArgs,
): Promise<Page<Entity>> {
  const meta = em.getMetadata(entity);
  const { type } = meta.properties[sortBy] ?? {};
  const sort = `${sortBy} ${sortOrder}`;
  const position = after == null ? undefined : decodeCursor(after, sort, type === 'datetime');

  const key = keyOf(meta, sortBy);
  const ascending = sortOrder === SortOrder.ASC;
  const order = ascending ? sql`asc` : sql`desc`;
  const conditions = position
    ? [...where, sql`(${key}, id) ${ascending ? sql`>` : sql`<`} (${position.value}, ${position.id})`]
    : where;
  const rows = sql`select ${columnsOf(meta)} ${matching(meta, conditions)} order by ${key} ${order}, id ${order}
    limit ${limit + 1} offset ${position ? 0 : (page - 1) * limit}`;
  const count = total === true ? sql`select count(*)::int ${matching(meta, where)}` : total;
  // A join, because an empty page would otherwise have no total. The outer order repeats the inner one.
  const statement = count
    ? sql`select * from (select (${count}) as total) counted left join (${rows}) page on true
        order by ${inOrder(meta, sortBy, sql.ref(sortBy))} ${order}, id ${order}`
    : rows;

  const found = await readRows(em, sql<Row<Entity> & Total>`${statement}`);
  const totalItems = found[0]?.total;
  const listed = found.filter(({ id }) => id !== null);
  const items = listed.slice(0, limit);
  const last = items.at(-1);
  const pageInfo: PageInfo = {
    page: position ? null : page,
    limit,
    ...(totalItems === undefined ? {} : { totalItems, totalPages: Math.ceil(totalItems / limit) }),
    hasNextPage: listed.length > limit,
    hasPreviousPage: position !== undefined || page > 1,
    endCursor: last ? encodeCursor(sort, { value: String(last[sortBy]), id: last.id }) : null,
  };
  return { items, pageInfo };
}

export interface Neighbors<Entity> {
  previous: Row<Entity> | null;
  next: Row<Entity> | null;
}

/** Reads the rows before and after a row, at the same cost anywhere in the list. Null if the row does not exist. */
export async function readNeighbors<Entity extends { id: string }>(
  em: EntityManager,
  { entity, where, sortBy }: Omit<PageQuery<Entity>, 'total'>,
  sortOrder: SortOrder,
  id: string,
): Promise<Neighbors<Entity> | null> {
  if (!isUuid(id)) return null;
  const meta = em.getMetadata(entity);
  const key = keyOf(meta, sortBy);
  const table = sql.table(meta.tableName);
  const place = sql`((select ${key} from ${table} where id = ${id}), ${id})`;
  const first = (after: boolean) => sql`select ${after ? sql`'after'` : sql`'before'`} as side, ${columnsOf(meta)}
    ${matching(meta, [...where, sql`(${key}, id) ${after ? sql`>` : sql`<`} ${place}`])}
    order by ${key} ${after ? sql`asc` : sql`desc`}, id ${after ? sql`asc` : sql`desc`} limit 1`;
  const found = await readRows(
    em,
    sql<Row<Entity> & { side: 'here' | 'before' | 'after' }>`(${first(false)}) union all (${first(true)})
      union all (select 'here', ${columnsOf(meta)} from ${table} where id = ${id})`,
  );
  const at = (side: string) => found.find((row) => row.side === side) ?? null;
  const [previous, next] = sortOrder === SortOrder.ASC ? ['before', 'after'] : ['after', 'before'];
  return at('here') && { previous: at(previous), next: at(next) };
}

const keyOf = <Entity>(meta: EntityMetadata<Entity>, property: EntityKey<Entity>) =>
  inOrder(meta, property, sql.ref(meta.properties[property]?.fieldNames[0] ?? property));

/** Text uses `natural_order`, a collation that sorts names as people do; enums and times sort by value. */
function inOrder<Entity>(meta: EntityMetadata<Entity>, property: EntityKey<Entity>, column: RawBuilder<unknown>) {
  const { type, enum: isEnum } = meta.properties[property] ?? {};
  return type === 'string' && !isEnum ? sql`${column} collate natural_order` : column;
}

/** Uses `=` for one value, because only `=` lets PostgreSQL walk an index in order. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<unknown> {
  return values.length === 1 ? sql`${sql.ref(column)} = ${values[0]}` : sql`${sql.ref(column)} = any(${values})`;
}

/** Matches nothing if `id` is no UUID. */
export const hasId = (column: string, id: string): RawBuilder<unknown> =>
  isUuid(id) ? sql`${sql.ref(column)} = ${id}` : sql`false`;

const matching = <Entity>(meta: EntityMetadata<Entity>, conditions: RawBuilder<unknown>[]) =>
  conditions.length > 0
    ? sql`from ${sql.table(meta.tableName)} where ${sql.join(conditions, sql` and `)}`
    : sql`from ${sql.table(meta.tableName)}`;
