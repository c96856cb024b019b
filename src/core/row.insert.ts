import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';

/**
 * Inserts an entity that the EntityManager does not manage, unless the unique index that `target` names already holds its
 * like. Answers whether it was inserted. Of two at once the second waits for the first to commit.
 */
export async function insertUnlessThere<Entity extends object>(
  em: EntityManager,
  entity: Entity,
  target: RawBuilder<unknown>,
): Promise<boolean> {
  const { rows } = await sql`${insertOf(em, entity)} on conflict ${target} do nothing returning 1`.execute(
    em.getKysely(),
  );
  return rows.length > 0;
}

/** The statement that inserts an entity as it is; where it has no value, the column's default is taken. */
export function insertOf<Entity extends object>(em: EntityManager, entity: Entity): RawBuilder<unknown> {
  const meta = em.getMetadata(entity.constructor as EntityClass<Entity>);
  const given = meta.props.filter(({ name }) => Reflect.get(entity, name) !== undefined);
  const columns = given.map(({ name, fieldNames }) => sql.ref(fieldNames[0] ?? name));
  const values = given.map(({ name }) => sql`${Reflect.get(entity, name)}`);
  return sql`insert into ${sql.table(meta.tableName)} (${sql.join(columns)}) values (${sql.join(values)})`;
}
