import type { EntityKey, EntityManager, EntityMetadata } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { decodeCursor, encodeCursor } from './page.cursor.ts';
import { SortOrder, type Page, type PageInfo, type Row, type SortedPageArgs } from './page.types.ts';
import { columnsOf } from './row.query.ts';
import { readRows } from './transaction.ts';

export interface PageQuery<Entity> {
  entity: new (...args: never[]) => Entity;
  /** What the list is about; joined by `and`. */
  where: RawBuilder<unknown>[];
  sortBy: EntityKey<Entity>;
  /** Whether the total is asked for; or how to find it without counting the rows: a sub-select of one number. */
  total: boolean | RawBuilder<unknown>;
}

interface Total {
  total?: number;
}

/** One page in one statement: by number, or by the place where the page before it ended (any depth at the same cost). */
export async function readPage<Entity extends { id: string }>(
  em: EntityManager,
  { entity, where, sortBy, total }: PageQuery<Entity>,
  { page, limit, after, sortOrder }: SortedPageArgs,
): Promise<Page<Entity>> {
  const meta = em.getMetadata(entity);
  const { type, fieldNames } = meta.properties[sortBy] ?? {};
  const sort = `${sortBy} ${sortOrder}`;
  const position = after == null ? undefined : decodeCursor(after, sort, type === 'datetime');

  const key = sql.ref(fieldNames?.[0] ?? sortBy);
  const ascending = sortOrder === SortOrder.ASC;
  const order = ascending ? sql`asc` : sql`desc`;
  const conditions = position
    ? [...where, sql`(${key}, id) ${ascending ? sql`>` : sql`<`} (${position.value}, ${position.id})`]
    : where;
  const rows = sql`select ${columnsOf(meta)} ${matching(meta, conditions)} order by ${key} ${order}, id ${order}
    limit ${limit + 1} offset ${position ? 0 : (page - 1) * limit}`;
  const count = total === true ? sql`select count(*)::int ${matching(meta, where)}` : total;
  // Beside the page and not in its rows, or an empty page would have no total. The outer order only restates the inner one.
  const statement = count
    ? sql`select * from (select (${count}) as total) counted left join (${rows}) page on true
        order by ${sql.ref(sortBy)} ${order}, id ${order}`
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

/** Whether a column has any of these values. Only `=` lets PostgreSQL walk an index that begins with it in order. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<unknown> {
  return values.length === 1 ? sql`${sql.ref(column)} = ${values[0]}` : sql`${sql.ref(column)} = any(${values})`;
}

const matching = <Entity>(meta: EntityMetadata<Entity>, conditions: RawBuilder<unknown>[]) =>
  conditions.length > 0
    ? sql`from ${sql.table(meta.tableName)} where ${sql.join(conditions, sql` and `)}`
    : sql`from ${sql.table(meta.tableName)}`;
