import type { EntityMetadata } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { LRUCache } from 'lru-cache';
import { validate as isUuid } from 'uuid';
import { fromVisible } from './tenancy.ts';
import type { Reader } from './reader.ts';
import { readRows } from './transaction.ts';

export type Row<Entity> = { [Key in keyof Entity]: Entity[Key] extends Date ? string : Entity[Key] };

type EntityClass<Entity> = new (...args: never[]) => Entity;

/** By entity and properties. Kysely would compile column by column on every read, which takes 60 µs for 30 columns. */
const columnLists = new LRUCache<string, RawBuilder<unknown>>({ max: 1_000 });

/** Selects these properties under their names, or all but lazy ones. Selects all if a name is no property. */
export function columnsOf<Entity>(meta: EntityMetadata<Entity>, names?: readonly string[]): RawBuilder<unknown> {
  const key = `${meta.tableName} ${names?.join() ?? '*'}`;
  const known = columnLists.get(key);
  if (known) return known;
  const all = meta.props.filter(({ lazy }) => !lazy);
  const named = all.filter(({ name }) => names?.includes(name));
  const selected = names && named.length === new Set(names).size ? named : all;
  const list = sql.raw(selected.map(({ name, fieldNames }) => `"${fieldNames[0]}" as "${name}"`).join());
  columnLists.set(key, list);
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
