import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Statement } from './fast-path/statement.ts';

/** Compiling takes 50 µs, so each text is compiled once. An entity has few, by its optional columns. */
const texts = new LRUCache<string, string>({ max: 500 });

/** Inserts an unmanaged entity unless a unique index rejects it. Waits for concurrent inserts. */
export async function insertUnlessThere(em: EntityManager, entity: object): Promise<void> {
  const { text, values } = insertOf(em, entity);
  await execute(em, { text: `${text} on conflict do nothing`, values });
}

/** Columns without a value get their database default. */
export function insertOf(em: EntityManager, entity: object): Statement {
  const { tableName, props } = em.getMetadata(entity.constructor as EntityClass<object>);
  const given = props.filter(({ name }) => Reflect.get(entity, name) !== undefined);
  const columns = given.map(({ name, fieldNames: [column = name] }) => column);
  const values = given.map(({ name }): unknown => Reflect.get(entity, name));
  const shape = `${tableName} ${columns.join()}`;
  let text = texts.get(shape);
  if (!text) {
    const row = Object.fromEntries(columns.map((column, index) => [column, values[index]]));
    texts.set(shape, (text = em.getKysely<Record<string, object>>().insertInto(tableName).values(row).compile().sql));
  }
  return { text, values };
}

export async function execute(em: EntityManager, { text, values }: Statement): Promise<void> {
  await em.getKysely().executeQuery(CompiledQuery.raw(text, [...values]));
}
