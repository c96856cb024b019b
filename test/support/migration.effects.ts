import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Migration } from '@mikro-orm/migrations';
import type { ListedMigration } from '../../src/migrations/migrations.list.ts';

/** Errors of statements that must not run in a transaction: they commit in parts, or build concurrently. */
const RUNS_ALONE = new Set<unknown>(['25001', '2D000']);

/** Tables that exist now. */
const EXISTING = `select oid from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`;

/** Tables that writers of the last transaction would wait for, for as long as it reads the whole table. */
const BLOCKED = `select distinct relname as table, mode from pg_locks
  join pg_stat_xact_user_tables on relid = relation
  where pid = pg_backend_pid() and seq_scan > 0 and relation = any ($1)
    and mode in ('RowExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
  order by 1, 2`;

/** The columns, functions and permissions that a version of the product relies on. */
const USED = `select format('column %s.%s %s', relname, attname, format_type(atttypid, atttypmod)) as used
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
  union all select format('function %s', oid::regprocedure) from pg_proc where pronamespace = 'public'::regnamespace
  union all select format('permission of %s to %s %s', grantee, lower(privilege_type), table_name)
    from information_schema.role_table_grants where table_schema = 'public' and grantee like 'reachgenie%'`;

/** Columns that each insert must give. */
const NEEDED = `select format('insert without %s.%s', relname, attname) as needed
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where attrelid = any ($1) and attnum > 0 and attnotnull and not atthasdef and not attisdropped and attidentity = ''`;

/** The effects of a migration on others that use the database. */
export interface Effects {
  /** `client_account (ShareLock)`: writers wait while it reads all rows. */
  blocks: string[];
  /** Actions that a version from before the migration could do, and now cannot. */
  removes: string[];
  /** Whether it declares which versions can run on the database from now on. */
  declares: boolean;
}

/** Runs a migration on a database with all earlier ones, and observes it. */
export async function effectsOf(load: ListedMigration['load'], ownerUrl: string): Promise<Effects> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    const { transactional, queries } = await sqlOf(load);
    const existing = await valuesOf(owner, EXISTING);
    const look = async () => ({
      used: await valuesOf(owner, USED),
      needed: await valuesOf(owner, NEEDED, [existing]),
      declared: await declarations(owner),
    });
    const before = await look();
    const blocks: string[] = [];
    for (const part of transactional ? [queries] : queries.map((query) => [query])) {
      blocks.push(...(await blockedBy(owner, part, existing)));
    }
    const after = await look();
    const lost = before.used.filter((each) => !after.used.includes(each));
    const needed = after.needed.filter((each) => !before.needed.includes(each));
    return { blocks, removes: [...lost, ...needed], declares: after.declared > before.declared };
  } finally {
    await owner.end();
  }
}

/** The SQL that a migration sends. It needs no database for that. */
export async function sqlOf(load: ListedMigration['load']): Promise<{ transactional: boolean; queries: string[] }> {
  const Loaded = await load();
  const orm = new MikroORM({ dbName: 'none', entities: [], discovery: { warnWhenNoEntities: false } });
  const migration: Migration = new Loaded(orm.em.getDriver(), orm.config);
  await migration.up();
  return { transactional: migration.isTransactional(), queries: migration.getQueries().map(String) };
}

/** Runs statements in one transaction, if PostgreSQL allows it. */
async function blockedBy(owner: pg.Client, queries: string[], existing: string[]): Promise<string[]> {
  try {
    // Otherwise, PostgreSQL counts the scans of the last transactions with those of the next one.
    await owner.query('select pg_stat_force_next_flush()');
    await owner.query('begin');
    for (const query of queries) await owner.query(query);
    const { rows } = await owner.query<{ table: string; mode: string }>(BLOCKED, [existing]);
    await owner.query('commit');
    return rows.map(({ table, mode }) => `${table} (${mode})`);
  } catch (error) {
    await owner.query('rollback');
    if (!(error instanceof pg.DatabaseError && RUNS_ALONE.has(error.code))) throw error;
    for (const query of queries) await owner.query(query);
    return [];
  }
}

async function declarations(owner: pg.Client): Promise<number> {
  const [exists] = await valuesOf(owner, `select to_regclass('required_migration')`);
  return exists ? (await valuesOf(owner, 'select name from required_migration')).length : 0;
}

/** The first column of each row. */
async function valuesOf(owner: pg.Client, query: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await owner.query<[string]>({ text: query, values, rowMode: 'array' });
  return rows.map(([value]) => value);
}
