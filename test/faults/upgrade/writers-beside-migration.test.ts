import { Migration } from '@mikro-orm/migrations';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { migrate } from '../../../src/migrations/migrate.ts';
import { migrationsList } from '../../../src/migrations/migrations.list.ts';
import { OnlineMigration } from '../../../src/migrations/online.migration.ts';
import { useApi } from '../../support/api.ts';
import { givenApplication } from '../../support/given/applications.ts';

/** `npm run test:long` migrates 2,000,000 rows. */
const ROWS = Number(process.env['MIGRATED_ROWS'] ?? 20_000);

/** Milliseconds. A writer that waits longer for a lock fails. */
const LONGEST_WAIT = 1_000;

const api = useApi();

beforeAll(async () => {
  await api.rows(`insert into email_message (id, template, recipient, data, status, created_at)
    select gen_random_uuid(), 'user.invited', 'ada@acme.example', '{}', 'SENT', now() from generate_series(1, ${ROWS})`);
}, 900_000);

class AddKind extends Migration {
  override up(): void {
    this.addSql(`alter table email_message add column kind text`);
  }
}

class FillKind extends OnlineMigration {
  override up(): void {
    this.addSql(`alter table email_message alter column kind set default 'OTHER'`);
    this.addBatches({ table: 'email_message', set: `kind = 'OTHER'`, where: 'kind is null' });
    this.addSql('alter table email_message add constraint kind_given check (kind is not null) not valid');
    this.addSql('alter table email_message validate constraint kind_given');
    this.addIndex('email_message_kind_index', 'email_message (kind, created_at)');
    this.addIndex('email_message_recipient_index', 'email_message (recipient, id)');
  }
}

const MIGRATIONS = [
  ...migrationsList,
  { name: '29991231-01-add-kind', load: async () => AddKind },
  { name: '29991231-02-fill-kind', load: async () => FillKind },
];

/** Changes emails all over the table until it is stopped. Returns the number of changes. */
async function startWriter(): Promise<() => Promise<number>> {
  const ids = await api.rows('select id from email_message order by random() limit 500');
  const writer = new pg.Client({ connectionString: api.database.ownerUrl, lock_timeout: LONGEST_WAIT });
  await writer.connect();
  let stopped = false;
  const write = async () => {
    let changes = 0;
    for (; !stopped; changes++) {
      const { id } = ids[changes % ids.length] ?? {};
      await writer.query('update email_message set tries = tries + 1 where id = $1', [id]);
    }
    return changes;
  };
  const writing = write();
  return async () => {
    stopped = true;
    try {
      return await writing;
    } finally {
      await writer.end();
    }
  };
}

test('Fault 24: writers go on while a migration waits for a long transaction, and while it changes a large table', async () => {
  const stops = [await startWriter(), await startWriter()];
  const lines: string[] = [];
  await api.rows('begin');
  await api.rows('select 1 from email_message limit 1');

  const migrating = migrate({ ...api.database, migrations: MIGRATIONS, report: (line) => lines.push(line) });
  await expect.poll(() => lines, { timeout: 30_000 }).toContain('Waiting for a lock. Trying again.');
  await givenApplication(api);
  await api.rows('commit');
  await migrating;

  for (const stop of stops) expect(await stop()).toBeGreaterThan(0);
  await givenApplication(api);
  expect(await api.rows('select kind from email_message group by kind')).toEqual([{ kind: 'OTHER' }]);
  expect(
    await api.rows(
      `select count(*)::int as valid from pg_index where indrelid = 'email_message'::regclass and indisvalid`,
    ),
  ).toEqual([{ valid: 7 }]);
}, 900_000);
