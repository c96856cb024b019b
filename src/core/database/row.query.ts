import type { EntityMetadata } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { fromVisible } from './tenancy.ts';
import type { Reader } from './reader.ts';
import { readRows } from './transaction.ts';

export type Row<Entity> = { [Key in keyof Entity]: Entity[Key] extends Date ? string : Entity[Key] };

type EntityClass<Entity> = new (...args: never[]) => Entity;

/** One for each entity. Kysely would compile column by column on every read, which takes 60 µs for 30 columns. */
const columnLists = new WeakMap<object, RawBuilder<unknown>>();

/** Selects every column under its property's name, except lazy properties. */
export function columnsOf<Entity>(meta: EntityMetadata<Entity>): RawBuilder<unknown> {
  const known = columnLists.get(meta);
  if (known) return known;
  const columns = meta.props
    .filter(({ lazy }) => !lazy)
    .map(({ name, fieldNames }) => `"${fieldNames[0]}" as "${name}"`);
  const list = sql.raw(columns.join());
  columnLists.set(meta, list);
  return list;
}

export async function readById<Entity>(
  reader: Reader,
  entity: EntityClass<Entity>,
  id: string,
): Promise<Row<Entity> | null> {
  if (!isUuid(id)) return null;
  const found = fromVisible(reader, entity, [sql`id = ${id}`]);
  const [row] = await readRows(reader, sql<Row<Entity>>`select ${columnsOf(reader.getMetadata(entity))} ${found}`);
  return row ?? null;
}
