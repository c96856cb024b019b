import type { EntityKey, EntityMetadata } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { decodeCursor, encodeCursor } from './page.cursor.ts';
import { SortOrder, type Page, type PageInfo, type SortedPageArgs } from './page.types.ts';
import { columnsOf, type Row } from '../database/row.query.ts';
import { columnOf, fromVisible } from '../database/tenancy.ts';
import type { Reader } from '../database/reader.ts';
import { readRows } from '../database/transaction.ts';

export interface PageQuery<Entity> {
  entity: new (...args: never[]) => Entity;
  where: RawBuilder<unknown>[];
  sortBy: EntityKey<Entity>;
  /** A sub-select that returns the total. Undefined counts the rows. */
  total?: () => RawBuilder<unknown> | undefined;
}

interface Total {
  total?: number;
}

/** Reads one page in one statement, by page number or by cursor. Without `fields`, items have all their properties. */
export async function readPage<Entity extends { id: string }>(
  reader: Reader,
  { entity, where, sortBy, total }: PageQuery<Entity>,
  { page, limit, after, sortOrder, withTotal, fields }: SortedPageArgs,
): Promise<Page<Entity>> {
  const meta = reader.getMetadata(entity);
  const { type } = meta.properties[sortBy] ?? {};
  const sort = `${sortBy} ${sortOrder}`;
  const position = after == null ? undefined : decodeCursor(after, sort, type === 'datetime');

  const key = keyOf(meta, sortBy);
  const ascending = sortOrder === SortOrder.ASC;
  const order = ascending ? sql`asc` : sql`desc`;
  const conditions = position
    ? [...where, sql`(${key}, id) ${ascending ? sql`>` : sql`<`} (${position.value}, ${position.id})`]
    : where;
  const columns = columnsOf(meta, fields && [...fields, 'id', sortBy]);
  const rows = sql`select ${columns} ${fromVisible(reader, entity, conditions)} order by ${key} ${order}, id ${order}
    limit ${limit + 1} offset ${position ? 0 : (page - 1) * limit}`;
  const count = withTotal && (total?.() ?? sql`select count(*)::int ${fromVisible(reader, entity, where)}`);
  // A join, because an empty page would otherwise have no total. The outer order repeats the inner one.
  const statement = count
    ? sql`select * from (select (${count}) as total) counted left join (${rows}) page on true
        order by ${inOrder(meta, sortBy, sql.ref(sortBy))} ${order}, id ${order}`
    : rows;

  const found = await readRows(reader, sql<Row<Entity> & Total>`${statement}`);
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
  reader: Reader,
  { entity, where, sortBy }: Omit<PageQuery<Entity>, 'total'>,
  sortOrder: SortOrder,
  id: string,
): Promise<Neighbors<Entity> | null> {
  if (!isUuid(id)) return null;
  const meta = reader.getMetadata(entity);
  const key = keyOf(meta, sortBy);
  const here = fromVisible(reader, entity, [sql`id = ${id}`]);
  const place = sql`((select ${key} ${here}), ${id})`;
  const first = (after: boolean) => sql`select ${after ? sql`'after'` : sql`'before'`} as side, ${columnsOf(meta)}
    ${fromVisible(reader, entity, [...where, sql`(${key}, id) ${after ? sql`>` : sql`<`} ${place}`])}
    order by ${key} ${after ? sql`asc` : sql`desc`}, id ${after ? sql`asc` : sql`desc`} limit 1`;
  const found = await readRows(
    reader,
    sql<Row<Entity> & { side: 'here' | 'before' | 'after' }>`(${first(false)}) union all (${first(true)})
      union all (select 'here', ${columnsOf(meta)} ${here})`,
  );
  const at = (side: string) => found.find((row) => row.side === side) ?? null;
  const [previous, next] = sortOrder === SortOrder.ASC ? ['before', 'after'] : ['after', 'before'];
  return at('here') && { previous: at(previous), next: at(next) };
}

const keyOf = <Entity>(meta: EntityMetadata<Entity>, property: EntityKey<Entity>) =>
  inOrder(meta, property, columnOf(meta, property));

/** Text uses `natural_order`, a collation that sorts names as people do; enums and times sort by value. */
function inOrder<Entity>(meta: EntityMetadata<Entity>, property: EntityKey<Entity>, column: RawBuilder<unknown>) {
  const { type, enum: isEnum } = meta.properties[property] ?? {};
  return type === 'string' && !isEnum ? sql`${column} collate natural_order` : column;
}

/** Uses `=` for one value, because only `=` lets PostgreSQL walk an index in order. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<unknown> {
  return values.length === 1 ? sql`${sql.ref(column)} = ${values[0]}` : sql`${sql.ref(column)} = any(${values})`;
}

/** Matches nothing if `id` is not a UUID. */
export const hasId = (column: string, id: string): RawBuilder<unknown> =>
  isUuid(id) ? sql`${sql.ref(column)} = ${id}` : sql`false`;
