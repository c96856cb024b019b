import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { Statement } from './message.batch.ts';

/** Inserts an unmanaged entity unless a unique index rejects it. Waits for concurrent inserts. */
export async function insertUnlessThere(em: EntityManager, entity: object): Promise<void> {
  const { text, values } = insertOf(em, entity);
  await execute(em, { text: `${text} on conflict do nothing`, values });
}

/** Columns without a value get their database default. */
export function insertOf<Entity extends object>(em: EntityManager, entity: Entity): Statement {
  const meta = em.getMetadata(entity.constructor as EntityClass<Entity>);
  const columns: string[] = [];
  const values: unknown[] = [];
  for (const { name, fieldNames } of meta.props) {
    const value: unknown = Reflect.get(entity, name);
    if (value === undefined) continue;
    columns.push(`"${fieldNames[0]}"`);
    values.push(value);
  }
  const places = values.map((_, index) => `$${index + 1}`);
  return { text: `insert into "${meta.tableName}" (${columns.join()}) values (${places.join()})`, values };
}

export async function execute(em: EntityManager, { text, values }: Statement): Promise<void> {
  await em.getKysely().executeQuery(CompiledQuery.raw(text, [...values]));
}
