import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from '../../../src/migrations/migrate.ts';
import { useApi } from '../../support/api.ts';
import { PgbouncerServer, pgbouncerVersion, SUPPORTED } from '../../support/clusters/pgbouncer.server.ts';
import { whileChanged } from '../../support/database.changes.ts';

const api = useApi();

async function givenPgbouncer(settings: readonly string[] = []): Promise<PgbouncerServer> {
  const pgbouncer = await PgbouncerServer.start(inject('databasePort'), settings);
  onTestFinished(() => pgbouncer.stop());
  return pgbouncer;
}

const start = (pgbouncer: PgbouncerServer) => api.startAnother({ DATABASE_URL: pgbouncer.to(api.database.loginUrl) });

describe.runIf(pgbouncerVersion > 0)('with pgbouncer', () => {
  // Versions before 1.21 are always like this.
  const off = pgbouncerVersion < SUPPORTED ? [] : ['max_prepared_statements = 0'];

  test('a process does not start if pgbouncer mixes up the prepared statements of its clients', async () => {
    const pgbouncer = await givenPgbouncer(off);

    await expect(start(pgbouncer)).rejects.toThrow('use pgbouncer 1.21 or later');
    await expect(start(pgbouncer)).rejects.toThrow('max_prepared_statements above 0');
  });

  test('a database is not migrated through pgbouncer, and no lock stays behind', async () => {
    const pgbouncer = await givenPgbouncer(off);
    const { ownerUrl, loginUrl } = api.database;

    await expect(migrate({ ownerUrl: pgbouncer.to(ownerUrl), loginUrl })).rejects.toThrow(
      'MIGRATION_DATABASE_URL leads through a pooler',
    );

    const locks = `select from pg_locks join pg_database on pg_database.oid = database
      where locktype = 'advisory' and datname = current_database()`;
    expect(await api.rows(locks)).toEqual([]);
    await migrate({ ownerUrl, loginUrl });
  });

  test.runIf(pgbouncerVersion >= SUPPORTED)(
    'a process does not start without time limits of its role (needs pgbouncer 1.21)',
    async () => {
      const pgbouncer = await givenPgbouncer(['max_prepared_statements = 200']);
      const role = 'alter role reachgenie_login in database';
      const [database] = await api.rows('select current_database() as name');
      const change = `${role} ${String(database?.['name'])} set lock_timeout = 0`;
      const back = `${role} ${String(database?.['name'])} reset lock_timeout`;

      await whileChanged(api, { change, back }, async () => {
        await expect(start(pgbouncer)).rejects.toThrow('alter role reachgenie_login set lock_timeout = 5000;');
      });
    },
  );
});
