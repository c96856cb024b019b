import type { EntityClass } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import type { RequestContext } from '../../core/context/request.context.ts';
import { columnOf, fromVisible, isReadable } from '../../core/database/tenancy.ts';
import type { Reader } from '../../core/database/reader.ts';
import { readRows } from '../../core/database/transaction.ts';
import { beginsWith, inNaturalOrder } from '../../core/lists/name.search.ts';
import { contains, isInTrigrams } from '../../core/lists/text.search.ts';

interface Naming {
  /** The property with the object's name. A searched one needs an index in `natural_order`. */
  name: string;
  /** The property with the name of its person, if the object can act. */
  person?: string;
  /** SQL of the text that a search looks in, which needs a trigram index. Without it, no search finds the object. */
  searched?: string;
}

/** By the type that audit events name. */
const named = new Map<string, Naming & { entity: EntityClass<Record<string, string>> }>();

/** The audit log shows objects of this entity by their name. */
export const Named =
  (naming: Naming): ClassDecorator =>
  (entity) =>
    void named.set(entity.name, { entity, ...naming });

/** An object that an event names by its ID. */
export interface NamedObject {
  type: string;
  id: string;
  name: string;
  person: string | null;
}

/** Types of named objects, for the filter of a list. */
const readableTypes = (reader: Reader) => [...named].filter(([, { entity }]) => isReadable(reader, entity));

/** Reads the visible objects with these IDs, whatever their types, in one statement. */
export async function readNamed(
  { reader }: Pick<RequestContext, 'reader'>,
  ids: readonly string[],
): Promise<NamedObject[][]> {
  const wanted = [...new Set(ids)].filter((id) => isUuid(id));
  const rows = wanted.length === 0 ? [] : await readRows(reader, sql<NamedObject>`${anyOf(reader, wanted)}`);
  const byId = Map.groupBy(rows, ({ id }) => id);
  return ids.map((id) => byId.get(id.toLowerCase()) ?? []);
}

const anyOf = (reader: Reader, ids: readonly string[]): RawBuilder<unknown> =>
  union(
    readableTypes(reader).map(([type, { entity, name, person }]) => {
      const meta = reader.getMetadata(entity);
      return sql`select ${sql.lit(type)} as type, id, ${columnOf(meta, name)} as name,
        ${person === undefined ? sql`null` : columnOf(meta, person)} as person
        ${fromVisible(reader, entity, [sql`id = any(${[...ids]}::uuid[])`])}`;
    }),
  );

const union = (parts: RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts, sql` union all `);

/** Names that a search looks up of each type, so that a frequent text costs no more. */
const MOST_NAMES = 200;

const MOST = sql`limit ${sql.lit(MOST_NAMES)}`;

/**
 * The IDs of visible objects whose name has this text, at most 200 of each type: those that begin with it first. A text
 * that the trigram index cannot look up finds only these.
 */
export const idsNamedLike = (reader: Reader, text: string): RawBuilder<unknown> =>
  sql`array(${union(
    readableTypes(reader).flatMap(([, { entity, name, searched }]) => {
      if (searched === undefined) return [];
      const key = inNaturalOrder(columnOf(reader.getMetadata(entity), name));
      const first = sql`(select id ${fromVisible(reader, entity, [beginsWith(key, text)])} order by ${key}, id ${MOST})`;
      if (!isInTrigrams(text)) return [first];
      const others = sql`(select id ${fromVisible(reader, entity, [contains(text, sql.raw(searched))])} ${MOST})`;
      return [sql`(select id from (${first} union all ${others}) as found ${MOST})`];
    }),
  )})`;
