import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, vi } from 'vitest';
import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import type { TestDatabase } from './database.ts';
import { ROOT } from './processes/product.process.ts';

/** `up` is the body of a further migration, which extends OnlineMigration. */
const MIGRATE = `
  const [ownerUrl, loginUrl, up] = process.argv.slice(1);
  const { migrate } = await import('./src/migrations/migrate.ts');
  const { migrationsList } = await import('./src/migrations/migrations.list.ts');
  const { OnlineMigration } = await import('./src/migrations/online.migration.ts');
  class Online extends OnlineMigration {
    up() { new Function(up).call(this); }
  }
  const migrations = [...migrationsList, ...(up ? [{ name: '29991231-01-online', load: async () => Online }] : [])];
  await migrate({ ownerUrl, loginUrl, migrations });`;

/** Migrates in separate processes, which it kills after the last test of the file. */
export function useMigrators() {
  const started: ChildProcess[] = [];
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
  });

  /** `ended` resolves to its exit code. */
  return function migrateIn({ ownerUrl, loginUrl }: DatabaseUrls, up = '') {
    const command = [
      '--import',
      '@oxc-node/core/register',
      '--input-type=module',
      '-e',
      MIGRATE,
      ownerUrl,
      loginUrl,
      up,
    ];
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    started.push(child);
    return { child, ended: once(child, 'exit').then(([code]) => code as number | null) };
  };
}

/** Connections by their state: see pg_stat_activity in PostgreSQL's manual. */
const STATES = {
  waitsForChange: `wait_event = 'transactionid'`,
  waitsForOlderTransaction: `wait_event = 'virtualxid' and query like 'create index concurrently%'`,
  waitsForTurn: `state = 'idle' and query like 'select pg_try_advisory_lock%'`,
};

/** Waits until this many connections are in a state. */
export async function connectionsIn(state: keyof typeof STATES, database: TestDatabase, count = 1): Promise<void> {
  await vi.waitFor(
    async () => {
      await database.rows('select pg_stat_clear_snapshot()');
      const rows = await database.rows(
        `select pid from pg_stat_activity where datname = current_database() and ${STATES[state]}`,
      );
      expect(rows).toHaveLength(count);
    },
    { timeout: 60_000, interval: 20 },
  );
}
