import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { Statement } from './message.batch.ts';

/**
 * Inserts an entity that the EntityManager does not manage, unless a unique index already holds its like. Of two at once the
 * second waits for the first to commit.
 */
export async function insertUnlessThere(em: EntityManager, entity: object): Promise<void> {
  const { text, values } = insertOf(em, entity);
  await execute(em, { text: `${text} on conflict do nothing`, values });
}

/** The statement that inserts an entity as it is; where it has no value, the column's default is taken. */
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

/** Executes a statement in the EntityManager's transaction. */
export async function execute(em: EntityManager, { text, values }: Statement): Promise<void> {
  await em.getKysely().executeQuery(CompiledQuery.raw(text, [...values]));
}
