import { Migration } from '@mikro-orm/migrations';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { migrationsList } from '../../src/migrations/migrations.list.ts';
import { OnlineMigration } from '../../src/migrations/online.migration.ts';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../support/database.ts';
import { effectsOf } from '../support/migration.effects.ts';

/** The last migration from before the first release. No database with data runs it. */
const FROZEN = '20261130-13-access';

const frozen = migrationsList.filter(({ name }) => name <= FROZEN);

describe('a migration', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await emptyDatabase();
    await migrate({ ...database, migrations: frozen });
  });
  afterAll(() => database.close());

  test.each(migrationsList.slice(frozen.length))(
    '$name lets writers go on, and removes nothing that the version before uses, or says so',
    async ({ load }) => {
      const { blocks, removes, declares } = await effectsOf(load, database.ownerUrl);

      expect(blocks, 'Extend OnlineMigration: see CONTRIBUTING.md').toEqual([]);
      expect(declares ? [] : removes, 'Add a row to required_migration: see CONTRIBUTING.md').toEqual([]);
    },
  );
});

const sends = (...statements: string[]) =>
  class extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  };

class Online extends OnlineMigration {
  override up(): void {
    this.addSql('alter table client_account add column kind varchar(10)');
    this.addBatches({ table: 'client_account', set: `kind = 'BASIC'`, where: 'kind is null' });
    this.addSql('alter table client_account add constraint kind_given check (kind is not null) not valid');
    this.addSql('alter table client_account validate constraint kind_given');
    this.addIndex('client_account_kind_index', 'client_account (kind)');
  }
}

const NEW_TABLE = `create table judged (id uuid primary key, partner_id uuid not null references partner_account, kind text not null);
  create index judged_kind_index on judged (kind); update judged set kind = 'x'`;

const MIGRATIONS = [
  { what: 'an index', sql: 'create index name_index on client_account (company_name)', blocks: 'ShareLock' },
  { what: 'a check', sql: `alter table client_account add check (company_name <> 'x')`, blocks: 'AccessExclusiveLock' },
  {
    what: 'a required column',
    sql: 'alter table client_account alter contact_mailbox set not null',
    blocks: 'AccessExclusiveLock',
    removes: 'insert without client_account.contact_mailbox',
  },
  { what: 'a change of all rows', sql: `update client_account set company_name = 'x'`, blocks: 'RowExclusiveLock' },
  {
    what: 'a removed column',
    sql: 'alter table client_account drop column version',
    removes: 'column client_account.version integer',
  },
  {
    what: 'a revoked permission',
    sql: 'revoke insert on client_account from reachgenie_tenant',
    removes: 'permission of reachgenie_tenant to insert client_account',
  },
  { what: 'a new table', sql: NEW_TABLE },
  { what: 'an optional column', sql: 'alter table client_account add column kind text' },
];

describe('the test above', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await cloneDatabase();
  });
  afterEach(() => database.close());

  test.each(MIGRATIONS)('judges $what', async ({ sql, blocks, removes }) => {
    expect(await effectsOf(async () => sends(sql), database.ownerUrl)).toEqual({
      blocks: blocks ? [`client_account (${blocks})`] : [],
      removes: removes ? [removes] : [],
      declares: false,
    });
  });

  test('finds nothing wrong with an online migration', async () => {
    const none = { blocks: [], removes: [], declares: false };

    expect(await effectsOf(async () => Online, database.ownerUrl)).toEqual(none);
  });

  test('sees a declaration', async () => {
    const declared = sends(
      'alter table client_account drop column version',
      `insert into required_migration values ('x')`,
    );

    expect(await effectsOf(async () => declared, database.ownerUrl)).toMatchObject({ declares: true });
  });
});
