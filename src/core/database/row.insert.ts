import type {
  EntityClass,
  EntityManager,
  EntityMetadata,
  EntityProperty,
  RequiredEntityData,
} from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Statement } from './fast-path/statement.ts';

/** The properties of an entity, without its methods. */
export type NewRow<Entity> = {
  [Key in keyof Entity as Entity[Key] extends (...args: never[]) => unknown ? never : Key]: Entity[Key];
};

/** Compiling takes 50 µs, so each text is compiled once. An entity has few, by its optional columns. */
const texts = new LRUCache<string, string>({ max: 500 });

/** A new row with the defaults of its entity. Builds no entity, because that takes longer than the rest of an insert. */
export function newRow<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  values: RequiredEntityData<Entity>,
): NewRow<Entity> {
  // As a plain object: MikroORM defines setters on the entity's prototype.
  const row: NewRow<Entity> & Record<string, unknown> = Reflect.construct(entity, [], Object);
  Object.assign(row, values);
  for (const { name, onCreate, default: usual } of defaultsOf(em.getMetadata(entity))) {
    if (onCreate) Reflect.set(row, name, row[name] ?? onCreate(row, em));
    else if (row[name] === undefined) Reflect.set(row, name, usual);
  }
  return row;
}

/** The properties with a default besides those of the class. */
function defaultsOf(meta: EntityMetadata): EntityProperty[] {
  const known = defaults.get(meta);
  if (known) return known;
  const found = meta.props.filter(({ onCreate, default: usual }) => onCreate ?? usual != null);
  defaults.set(meta, found);
  return found;
}

const defaults = new WeakMap<EntityMetadata, EntityProperty[]>();

/** Inserts a row unless a unique index rejects it. Waits for concurrent inserts. */
export async function insertUnlessThere<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  row: NewRow<Entity>,
): Promise<void> {
  const { text, values } = insertOf(em, entity, row);
  await execute(em, { text: `${text} on conflict do nothing`, values });
}

/**
 * Inserts rows by one statement, without those that a unique index rejects. Waits for concurrent inserts. Rows of all callers
 * need the same order, so that two cannot wait for each other. Returns the IDs of the inserted rows.
 */
export async function insertNewRows<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  rows: readonly (NewRow<Entity> & { id: string })[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const { tableName } = em.getMetadata(entity);
  const insert = em.getKysely<Record<string, Record<string, unknown>>>().insertInto(tableName);
  const values = rows.map((row) => valuesOf(em, entity, row));
  const inserted = await insert
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return new Set(inserted.map(({ id }) => String(id)));
}

/** By column. */
function valuesOf<Entity extends object>(em: EntityManager, entity: EntityClass<Entity>, row: NewRow<Entity>) {
  const values: Record<string, unknown> = {};
  for (const { name, fieldNames } of em.getMetadata(entity).props) {
    const value: unknown = Reflect.get(row, name);
    if (value !== undefined) values[fieldNames[0] ?? name] = value;
  }
  return values;
}

/** Columns without a value get their database default. */
export function insertOf<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  row: NewRow<Entity>,
): Statement {
  const { tableName, props } = em.getMetadata(entity);
  const values: unknown[] = [];
  let shape: string = tableName;
  for (const { name, fieldNames } of props) {
    const value: unknown = Reflect.get(row, name);
    if (value === undefined) continue;
    values.push(value);
    shape += ` ${fieldNames[0] ?? name}`;
  }
  let text = texts.get(shape);
  if (!text) {
    const [table = '', ...columns] = shape.split(' ');
    const sample = Object.fromEntries(columns.map((column, index) => [column, values[index]]));
    texts.set(shape, (text = em.getKysely<Record<string, object>>().insertInto(table).values(sample).compile().sql));
  }
  return { text, values };
}

export async function execute(em: EntityManager, { text, values }: Statement): Promise<void> {
  await em.getKysely().executeQuery(CompiledQuery.raw(text, [...values]));
}
