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
  total?: (() => RawBuilder<unknown> | undefined) | undefined;
  /** A sub-select that returns `counts` of the page as JSON: see countsOf. */
  counts?: () => RawBuilder<unknown>;
}

interface Counted {
  total?: number;
  counts?: object;
}

/** Reads one page in one statement, by page number or by cursor. Without `fields`, items have all their properties. */
export async function readPage<Entity extends { id: string }>(
  reader: Reader,
  { entity, where, sortBy, total, counts }: PageQuery<Entity>,
  { page, limit, after, sortOrder, withTotal, withCounts, fields }: SortedPageArgs,
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
  const counted = [];
  if (withTotal) {
    counted.push(sql`(${totalOf(reader, { entity, where, total })}) as total`);
  }
  if (withCounts && counts) counted.push(sql`(${counts()}) as counts`);
  // A join, because an empty page would otherwise have no total. The outer order repeats the inner one.
  const statement = counted.length
    ? sql`select * from (select ${sql.join(counted)}) counted left join (${rows}) page on true
        order by ${inOrder(meta, sortBy, sql.ref(sortBy))} ${order}, id ${order}`
    : rows;

  const found = await readRows(reader, sql<Row<Entity> & Counted>`${statement}`);
  const [{ total: totalItems, counts: byStatus } = {} as Counted] = found;
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
  return { items, pageInfo, ...(byStatus && { counts: byStatus }) };
}

const totalOf = <Entity>(
  reader: Reader,
  { entity, where, total }: Pick<PageQuery<Entity>, 'entity' | 'where' | 'total'>,
) => total?.() ?? sql`select count(*)::int ${fromVisible(reader, entity, where)}`;

export interface Neighbors<Entity> {
  previous: Row<Entity> | null;
  next: Row<Entity> | null;
  /** Null if the row does not match the filter, or is beyond MOST_COUNTED. Undefined if not asked for, as `totalItems`. */
  position?: number | null;
  totalItems?: number;
}

/** Rows that are counted for a position, so that one deep in a list costs little. */
const MOST_COUNTED = 10_000;

interface Place {
  position?: number | null;
  total?: number;
}

/**
 * Reads the rows before and after a row, at the same cost anywhere in the list. `withPosition` also counts the list. Null if
 * the row does not exist.
 */
export async function readNeighbors<Entity extends { id: string }>(
  reader: Reader,
  { entity, where, sortBy, total }: Omit<PageQuery<Entity>, 'counts'>,
  sortOrder: SortOrder,
  { id, withPosition }: { id: string; withPosition: boolean },
): Promise<Neighbors<Entity> | null> {
  if (!isUuid(id)) return null;
  const meta = reader.getMetadata(entity);
  const key = keyOf(meta, sortBy);
  const here = fromVisible(reader, entity, [sql`id = ${id}`]);
  const place = sql`((select ${key} ${here}), ${id})`;
  const first = (after: boolean) => sql`select ${after ? sql`'after'` : sql`'before'`} as side, ${columnsOf(meta)}
    ${fromVisible(reader, entity, [...where, sql`(${key}, id) ${after ? sql`>` : sql`<`} ${place}`])}
    order by ${key} ${after ? sql`asc` : sql`desc`}, id ${after ? sql`asc` : sql`desc`} limit 1`;
  const rows = sql`(${first(false)}) union all (${first(true)}) union all (select 'here', ${columnsOf(meta)} ${here})`;
  const ascending = sortOrder === SortOrder.ASC;
  const isListed = sql`exists (select ${fromVisible(reader, entity, [...where, sql`id = ${id}`])})`;
  const upToHere = fromVisible(reader, entity, [...where, sql`(${key}, id) ${ascending ? sql`<=` : sql`>=`} ${place}`]);
  const counted = sql`select (${totalOf(reader, { entity, where, total })}) as total, case when ${isListed} then
    (select nullif(count(*), ${MOST_COUNTED + 1})::int from (select ${upToHere} limit ${MOST_COUNTED + 1}) as counted) end as position`;
  const found = await readRows(
    reader,
    sql<Row<Entity> & Place & { side: 'here' | 'before' | 'after' }>`${
      withPosition ? sql`select * from (${rows}) rows cross join (${counted}) counted` : rows
    }`,
  );
  const at = (side: string) => found.find((row) => row.side === side) ?? null;
  const [previous, next] = ascending ? ['before', 'after'] : ['after', 'before'];
  const row = at('here');
  return (
    row && {
      previous: at(previous),
      next: at(next),
      ...(withPosition && { position: row.position ?? null, totalItems: row.total ?? 0 }),
    }
  );
}

const keyOf = <Entity>(meta: EntityMetadata<Entity>, property: EntityKey<Entity>) =>
  inOrder(meta, property, columnOf(meta, property));

/** Text uses `natural_order`, a collation that sorts names as people do; enums and times sort by value. */
function inOrder<Entity>(meta: EntityMetadata<Entity>, property: EntityKey<Entity>, column: RawBuilder<unknown>) {
  const { type, enum: isEnum } = meta.properties[property] ?? {};
  return type === 'string' && !isEnum ? sql`${column} collate natural_order` : column;
}

/** Adds up rows of (`kind`, `n`) to JSON with a field for each kind: `heldBack` for HELD_BACK. */
export function countsOf(kinds: readonly string[], rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const fieldOf = (kind: string) => kind.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const counts = kinds.map(
    (kind) => sql`${sql.lit(fieldOf(kind))}, coalesce(sum(n) filter (where kind = ${sql.lit(kind)}), 0)`,
  );
  return sql`select json_build_object(${sql.join(counts)}) from (${rows}) as counted`;
}

/** The rows of a list for countsOf. `kind` is an expression on a row. */
export const rowsBy = <Entity>(
  reader: Reader,
  entity: new (...args: never[]) => Entity,
  kind: RawBuilder<unknown>,
  where: RawBuilder<unknown>[],
): RawBuilder<unknown> => sql`select ${kind} as kind, 1 as n ${fromVisible(reader, entity, where)}`;

/** Created in [from, to). A missing end is open. */
export function createdWithin(from: Date | null | undefined, to: Date | null | undefined): RawBuilder<unknown>[] {
  const where = [];
  if (from) where.push(sql`created_at >= ${from}`);
  if (to) where.push(sql`created_at < ${to}`);
  return where;
}

/** Uses `=` for one value, because only `=` lets PostgreSQL walk an index in order. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<unknown> {
  return values.length === 1 ? sql`${sql.ref(column)} = ${values[0]}` : sql`${sql.ref(column)} = any(${values})`;
}

/** Matches nothing if `id` is not a UUID. */
export const hasId = (column: string, id: string): RawBuilder<unknown> =>
  isUuid(id) ? sql`${sql.ref(column)} = ${id}` : sql`false`;
