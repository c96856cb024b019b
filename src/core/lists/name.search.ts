import type { EntityKey } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { columnsOf, type Row } from '../database/row.query.ts';
import { columnOf, fromVisible } from '../database/tenancy.ts';
import { readRows } from '../database/transaction.ts';

/** At most this many rows are found. */
const MOST_FOUND = 8;

interface NameSearch<Entity> {
  entity: new (...args: never[]) => Entity;
  /** Needs an index in `natural_order`. */
  name: EntityKey<Entity>;
  text: string;
  /** Conditions of rows that have the text anywhere. Undefined looks at the beginning of names only. */
  anywhere: readonly RawBuilder<unknown>[] | undefined;
  /** Conditions of all rows. */
  where?: readonly RawBuilder<unknown>[];
  /** More columns, from the found row `found`. */
  also?: RawBuilder<unknown>;
}

/** Sorts after every other character. */
const LAST = '\uffff';

export const inNaturalOrder = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${column} collate natural_order`;

/** Whether a name begins with the text, as a range of its index. A text that folds to nothing begins no name. */
export function beginsWith(key: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const folded = sql`nullif(fold_text(${text}), '')`;
  return sql`(${key} >= ${folded} and ${key} < ${folded} || ${LAST})`;
}

/** Finds rows by name: names that begin with the text first, then the newest that have it anywhere. One statement. */
export function findByName<Entity extends { id: string }>(
  reader: Reader,
  { entity, name, text, anywhere = [sql`false`], where = [], also = sql`` }: NameSearch<Entity>,
): Promise<Row<Entity>[]> {
  const meta = reader.getMetadata(entity);
  const key = inNaturalOrder(columnOf(meta, name));
  const begins = beginsWith(key, text);
  return readRows(
    reader,
    sql<Row<Entity>>`select found.*${also} from (
      (select ${columnsOf(meta)}, 0 as place ${fromVisible(reader, entity, [...where, begins])}
        order by ${key}, id limit ${MOST_FOUND})
      union all
      (select ${columnsOf(meta)}, 1 as place ${fromVisible(reader, entity, [...where, ...anywhere, sql`not ${begins}`])}
        order by id desc limit ${MOST_FOUND})
    ) found order by place, ${sql.ref(name)} collate natural_order, id limit ${MOST_FOUND}`,
  );
}
