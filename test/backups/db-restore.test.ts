import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rightsOf } from '../../src/backups/schema.rights.ts';
import { createDatabase, type DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { DEMO_LOGINS } from '../../src/dev/demo/demo.data.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { migrationNames, migrationsList } from '../../src/migrations/migrations.list.ts';
import { signIn, useApi } from '../support/api.ts';
import { BACKUP_KEY, fill, HAS_POSTGRES_TOOLS, rowsAt, settingsOf, useBackups } from '../support/backups.ts';
import { installedPostgres, PostgresServer } from '../support/clusters/postgres.server.ts';

vi.setConfig({ testTimeout: 60_000 });

const COUNTS = `select
  (select count(*) from partner_application) as applications, (select count(*) from audit_event) as events,
  (select count(*) from email_message) as emails, (select count(*) from user_account) as users,
  (select count(*) from pgboss.job) as jobs`;

const TABLES = `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;

describe.runIf(HAS_POSTGRES_TOOLS)('npm run db:restore', () => {
  const api = useApi();
  const backups = useBackups();
  let backup: string;
  let empty: DatabaseUrls;

  beforeAll(async () => {
    await fill(backups.urls);
    backup = await backups.backUp();
    empty = await backups.newDatabase('empty');
  });

  const restore = (urls: DatabaseUrls, options: string[] = [], settings: Record<string, string> = {}) =>
    backups.run('restore', options, { ...settingsOf(urls), ...settings });

  describe('in a new cluster that only has the two roles', () => {
    let server: PostgresServer;
    let urls: DatabaseUrls;

    beforeAll(async () => {
      const version = (await rowsAt(backups.urls.ownerUrl, 'show server_version'))[0]?.['server_version'];
      const programs = (await installedPostgres()).find(([found]) => String(version).startsWith(found))?.[1];
      if (!programs) throw new Error('The PostgreSQL is gone.');
      server = await PostgresServer.start(programs);
      urls = await createDatabase(server.port, 'reachgenie');
    });
    afterAll(() => server.stop());

    test('restores the newest backup with all rows and permissions, and the product runs on it', async () => {
      const { code, stdout, stderr } = await restore(urls);

      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`Restored ${backup}.\n`);
      expect(stdout).toContain('Outbound work is paused: no email is sent until npm run db:restore -- --resume.');
      expect(await rowsAt(urls.ownerUrl, COUNTS)).toEqual(await rowsAt(backups.urls.ownerUrl, COUNTS));
      expect(await rightsOf(urls.ownerUrl)).toEqual(await rightsOf(backups.urls.ownerUrl));
      const app = await api.startAnother({ DATABASE_URL: urls.loginUrl });
      try {
        const admin = await signIn({ ...api, ask: asking(String(app.url)) }, DEMO_ADMIN);
        expect(admin.accessToken).toEqual(expect.any(String));
      } finally {
        await app.stop();
      }
    });
  });

  const [DEMO_ADMIN = { email: '', password: '' }] = DEMO_LOGINS;

  const asking =
    (url: string): typeof api.ask =>
    async (_actor, query, variables) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    };

  test('refuses a database that is not empty, and changes nothing', async () => {
    const before = await rowsAt(backups.urls.ownerUrl, COUNTS);

    const { code, stderr } = await backups.run('restore');

    expect([code, stderr]).toEqual([
      1,
      'the database is not empty: give an empty one, or --replace to remove everything in this one\n',
    ]);
    expect(await rowsAt(backups.urls.ownerUrl, COUNTS)).toEqual(before);
    expect(await rowsAt(backups.urls.ownerUrl, 'select from outbound_pause')).toEqual([]);
  });

  test('with --replace, removes everything first, also what the backup does not know', async () => {
    const urls = await backups.newDatabase('replaced');
    await migrate(urls);
    await rowsAt(urls.ownerUrl, 'create table newer (id int); create view newest as select * from newer');

    const { code } = await restore(urls, ['--replace']);

    expect(code).toBe(0);
    expect(await rowsAt(urls.ownerUrl, COUNTS)).toEqual(await rowsAt(backups.urls.ownerUrl, COUNTS));
    expect(await rightsOf(urls.ownerUrl)).toEqual(await rightsOf(backups.urls.ownerUrl));
  });

  test('a restore that fails after --replace leaves the database as it was', async () => {
    const urls = await backups.newDatabase('kept');
    await migrate(urls);
    await rowsAt(urls.ownerUrl, `create role reachgenie_guest; grant select on audit_chain to reachgenie_guest`);
    const folder = { BACKUP_DIR: join(backups.folder, 'guest') };
    await backups.backUp({ ...settingsOf(urls), ...folder });
    await rowsAt(urls.ownerUrl, 'revoke select on audit_chain from reachgenie_guest; drop role reachgenie_guest');
    await rowsAt(urls.ownerUrl, 'create table kept (id int)');

    const { code, stderr } = await restore(urls, ['--replace'], folder);

    expect([code, stderr]).toEqual([1, expect.stringContaining('role "reachgenie_guest" does not exist')]);
    expect(await rowsAt(urls.ownerUrl, 'select from kept')).toEqual([]);
  });

  /** A changed copy, with the right checksum if it is `forged`. */
  async function copied(change: (content: Buffer) => Buffer, from = backup, forged = true): Promise<string> {
    const content = change(await readFile(from));
    const checksum = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const name = forged ? basename(from).replace(/[\da-f]{16}(?=\.dump)/, checksum) : basename(from);
    const folder = join(backups.folder, 'copies', checksum);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), content);
    return join(folder, name);
  }

  /** Bytes of an encrypted part, and of the header before the parts, as age writes them. */
  const PART = 64 * 1024 + 16;
  const headerOf = (content: Buffer) => content.indexOf('\n', content.indexOf('\n---') + 1) + 1 + 16;

  const flipped = (at: (content: Buffer) => number) => (content: Buffer) => {
    const changed = Buffer.from(content);
    const place = at(content);
    changed[place] = (changed[place] ?? 0) ^ 1;
    return changed;
  };

  const DAMAGES: Record<string, (content: Buffer) => Buffer> = {
    'cut in the middle': (content) => content.subarray(0, content.length / 2),
    'cut at the end of a part': (content) => content.subarray(0, headerOf(content) + PART),
    'without its last byte': (content) => content.subarray(0, -1),
    'changed in one bit': flipped(({ length }) => length - 100),
    'changed in its header': flipped(() => 30),
    'with two parts exchanged': (content) => {
      const start = headerOf(content);
      const [first, second] = [0, 1].map((part) => content.subarray(start + part * PART, start + (part + 1) * PART));
      const rest = content.subarray(start + 2 * PART);
      return Buffer.concat([content.subarray(0, start), second ?? rest, first ?? rest, rest]);
    },
  };

  test.each(Object.keys(DAMAGES))(
    'refuses an encrypted backup that is %s, even with its right checksum',
    async (damage) => {
      expect((await readFile(backup)).length).toBeGreaterThan(3 * PART);
      const path = await copied(DAMAGES[damage] ?? ((content) => content));

      const { code, stderr } = await restore(empty, [path]);

      expect([code, stderr]).toEqual([1, expect.stringMatching(/./)]);
      expect(await rowsAt(empty.ownerUrl, TABLES)).toEqual([]);
    },
  );

  test('refuses a file whose checksum does not match its name', async () => {
    const plain = await backups.backUp({ BACKUP_KEY: '', BACKUP_DIR: join(backups.folder, 'plain') });
    for (const from of [plain, backup]) {
      const key = { BACKUP_KEY: from === plain ? '' : BACKUP_KEY };
      const path = await copied(
        flipped(({ length }) => length - 10),
        from,
        false,
      );

      const { code, stderr } = await restore(empty, [path], key);

      expect([code, stderr]).toEqual([1, expect.stringMatching(/is damaged: its content does not match the checksum/)]);
      expect(await rowsAt(empty.ownerUrl, TABLES)).toEqual([]);
    }
  });

  test('refuses a wrong key, no key, and with a key a file that is not encrypted', async () => {
    const plain = await backups.backUp({ BACKUP_KEY: '', BACKUP_DIR: join(backups.folder, 'plain') });

    const wrong = await restore(empty, [backup], { BACKUP_KEY: BACKUP_KEY.toUpperCase() });
    expect([wrong.code, wrong.stderr]).toEqual([1, `${backup}: BACKUP_KEY does not open this backup\n`]);
    const none = await restore(empty, [backup], { BACKUP_KEY: '' });
    expect([none.code, none.stderr]).toEqual([1, `${backup} is encrypted: set BACKUP_KEY\n`]);
    const forged = await restore(empty, [plain]);
    expect([forged.code, forged.stderr]).toEqual([
      1,
      `${plain} is not encrypted. To use it all the same, unset BACKUP_KEY\n`,
    ]);
    const newest = await restore(empty, [], { BACKUP_DIR: join(backups.folder, 'plain') });
    expect([newest.code, newest.stderr]).toEqual([1, expect.stringContaining('has no encrypted backup')]);
    expect(await rowsAt(empty.ownerUrl, TABLES)).toEqual([]);
  });

  test('migrates a backup of an older version, and pauses it', async () => {
    const older = await backups.newDatabase('older');
    await migrate({ ...older, migrations: migrationsList.slice(0, -1) });
    const folder = { BACKUP_DIR: join(backups.folder, 'older') };
    await backups.backUp({ ...settingsOf(older), ...folder });
    const urls = await backups.newDatabase('migrated');

    const { code, stdout } = await restore(urls, [], folder);

    expect([code, stdout]).toEqual([0, expect.stringContaining(`Running ${migrationNames.at(-1)}.`)]);
    expect(await rowsAt(urls.ownerUrl, 'select ended_at from outbound_pause')).toEqual([{ ended_at: null }]);
    const names = await rowsAt(urls.ownerUrl, 'select name from mikro_orm_migrations order by id');
    expect(names.map(({ name }) => name)).toEqual(migrationNames);
  });

  test('refuses a backup on which this version cannot run, and changes nothing', async () => {
    const newer = await backups.newDatabase('newer');
    await migrate(newer);
    await rowsAt(newer.ownerUrl, `insert into required_migration values ('29991231-01-later')`);
    const folder = { BACKUP_DIR: join(backups.folder, 'newer') };
    await backups.backUp({ ...settingsOf(newer), ...folder });

    const { code, stderr } = await restore(empty, [], folder);

    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('The backup is of a newer version (29991231-01-later)'),
    ]);
    expect(await rowsAt(empty.ownerUrl, TABLES)).toEqual([]);
  });

  test('explains its options', async () => {
    expect(await backups.run('restore', ['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--replace'),
    });
    expect(await backups.run('restore', ['one', 'two'])).toMatchObject({ code: 1 });
    const renamed = await restore(empty, [join(backups.folder, 'my.dump')]);
    expect([renamed.code, renamed.stderr]).toEqual([
      1,
      expect.stringContaining('keeps the name that db:backup gave it'),
    ]);
  });
});
