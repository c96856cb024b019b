import { Migration } from '@mikro-orm/migrations';

interface Batches {
  table: string;
  /** `tier = 'BASIC'` */
  set: string;
  /** Rows that still need the change. Excludes changed rows, so that a rerun skips them: `tier is null` */
  where: string;
}

/** Rows per transaction: they stay locked until it ends, some 100 ms. */
const BATCH = 2_000;

/**
 * A migration of a large table while others write to it. Each statement is a transaction of its own. After an
 * interruption all of them run again, so each must be safe to repeat.
 */
export abstract class OnlineMigration extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  /**
   * Builds an index while others write. Replaces the invalid index of an interrupted run. Building waits for older
   * transactions without blocking anyone, so that wait has no limit.
   * @param on `client_account (tier)`, with any `where`
   * @param kind `unique index` for a unique one
   */
  protected addIndex(name: string, on: string, kind: 'index' | 'unique index' = 'index'): void {
    this.addSql('set lock_timeout = 0');
    this.addSql(`drop index concurrently if exists ${name}`);
    this.addSql(`create ${kind} concurrently ${name} on ${on}`);
    this.addSql('reset lock_timeout');
  }

  /**
   * Changes the rows of a table, in the order of their IDs, in short transactions. A batch is a range of IDs: PostgreSQL
   * has no statistics of a new column, and would search the whole table for the rows that still need the change.
   */
  protected addBatches({ table, set, where }: Batches): void {
    this.addSql(`
      do $$
      declare
        last uuid := '00000000-0000-0000-0000-000000000000';
        batch uuid[];
      begin
        loop
          batch := array(select id from ${table} where id > last order by id limit ${BATCH});
          exit when batch = '{}';
          update ${table} set ${set} where id = any (batch) and (${where});
          last := batch[cardinality(batch)];
          commit;
        end loop;
      end $$`);
  }
}
