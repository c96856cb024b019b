import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { useApi } from '../support/api.ts';
import { fill, HAS_POSTGRES_TOOLS, settingsOf, useBackups } from '../support/backups.ts';
import { SmallDisk } from '../support/processes/small.disk.ts';
import { ROOT } from '../support/processes/product.process.ts';

vi.setConfig({ testTimeout: 60_000 });

describe.runIf(HAS_POSTGRES_TOOLS)('npm run db:backup', () => {
  const api = useApi();
  const backups = useBackups();

  beforeAll(() => fill(backups.urls));
  afterEach(async () => {
    for (const name of await backups.files()) await rm(join(backups.folder, name), { recursive: true });
  });

  const newest = async () => (await backups.rows(`select at from backup_run where kind = 'BACKUP'`))[0]?.['at'];

  test('writes one encrypted file that only its owner can read, and notes its time', async () => {
    const before = Date.now() - 1_000;

    const { code, stdout, stderr } = await backups.run('backup');

    expect([code, stderr]).toEqual([0, '']);
    const [name = '', ...others] = await backups.files();
    expect(others).toEqual([]);
    expect(name).toMatch(/^reachgenie-\d{8}T\d{6}Z-[\da-f]{16}\.dump\.age$/);
    expect(stdout).toMatch(new RegExp(`/${name}: \\d+\\.\\d MB, encrypted, in \\d+\\.\\d s\\n$`));
    const path = join(backups.folder, name);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const content = await readFile(path, 'latin1');
    expect(content).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
    expect(content).not.toContain('partner_application');
    expect(Number(await newest())).toBeGreaterThan(before);
  });

  test('without a key, the file is a dump of PostgreSQL, and the output says so', async () => {
    const { stdout } = await backups.run('backup', [], { BACKUP_KEY: '' });

    const [name = ''] = await backups.files();
    expect(name).toMatch(/\.dump$/);
    expect(await readFile(join(backups.folder, name), 'latin1')).toMatch(/^PGDMP/);
    expect(stdout).toContain('not encrypted, because BACKUP_KEY is not set');
  });

  test('removes backups older than BACKUP_DAYS, but never the newest seven, and no other file', async () => {
    const old = Array.from({ length: 9 }, (_, day) => `reachgenie-2026010${day + 1}T000000Z-0123456789abcdef.dump`);
    for (const name of [...old, 'keep.me']) await writeFile(join(backups.folder, name), '');

    const path = await backups.backUp({ BACKUP_DAYS: '20' });

    expect(await backups.files()).toEqual(['keep.me', ...old.slice(3), path.slice(backups.folder.length + 1)]);
  });

  test('keeps backups within BACKUP_DAYS, however many', async () => {
    const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
    const recent = Array.from({ length: 9 }, (_, hour) => `reachgenie-${today}T00000${hour}Z-0123456789abcdef.dump`);
    for (const name of recent) await writeFile(join(backups.folder, name), '');

    await backups.backUp();

    expect(await backups.files()).toHaveLength(10);
  });

  test('refuses to run beside another backup', async () => {
    await backups.rows('select pg_advisory_lock(7308324470)');
    try {
      const { code, stderr } = await backups.run('backup');

      expect([code, stderr]).toEqual([1, 'another backup of this database is running\n']);
      expect(await backups.files()).toEqual([]);
    } finally {
      await backups.rows('select pg_advisory_unlock(7308324470)');
    }
  });

  test('removes what a killed backup left', async () => {
    await writeFile(join(backups.folder, 'reachgenie-20260101T000000Z-.dump.unfinished'), 'half');

    await backups.backUp();

    expect(await backups.files()).toEqual([expect.stringMatching(/\.age$/)]);
  });

  /** Starts a backup that waits in pg_dump for a lock, until `then` ends it. */
  async function interrupted(then: (pid: number, backup: ReturnType<typeof spawn>) => Promise<unknown>) {
    const command = ['--import', '@oxc-node/core/register', 'src/backups/backup.command.ts'];
    const environment = { ...process.env, NODE_ENV: 'test', ...backups.settings };
    await backups.rows('begin');
    await backups.rows('lock table email_message in access exclusive mode');
    try {
      const backup = spawn(process.execPath, command, {
        cwd: ROOT,
        env: environment,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let messages = '';
      backup.stderr.on('data', (text: Buffer) => (messages += text.toString()));
      const ended = once(backup, 'exit');
      const waiting = await vi.waitFor(async () => {
        await backups.rows('select pg_stat_clear_snapshot()');
        const [found] = await backups.rows(
          `select pid from pg_stat_activity where application_name = 'pg_dump' and wait_event_type = 'Lock'`,
        );
        expect(found).toBeDefined();
        return Number(found?.['pid']);
      }, 30_000);
      await expect.poll(backups.files).toEqual([expect.stringMatching(/\.unfinished$/)]);
      await then(waiting, backup);
      const [code] = (await ended) as [number];
      return { code, stderr: messages };
    } finally {
      await backups.rows('rollback');
    }
  }

  test('a lost connection leaves no file, and the output has the reason', async () => {
    const time = await newest();

    const { code, stderr } = await interrupted((pid) => backups.rows('select pg_terminate_backend($1)', [pid]));

    expect([code, stderr]).toEqual([1, expect.stringContaining('terminating connection due to administrator command')]);
    expect(await backups.files()).toEqual([]);
    expect(await newest()).toEqual(time);
  });

  test('SIGTERM leaves no file and no pg_dump', async () => {
    const { code, stderr } = await interrupted(async (_pid, backup) => backup.kill('SIGTERM'));

    expect([code, stderr]).toEqual([1, 'ended by SIGTERM\n']);
    expect(await backups.files()).toEqual([]);
    await vi.waitFor(async () =>
      expect(await backups.rows(`select pid from pg_stat_activity where application_name = 'pg_dump'`)).toEqual([]),
    );
  });

  // Needs root and permission to mount, to have a disk that a test can fill.
  test.runIf(SmallDisk.isPossible)('a full disk leaves no file, and the backup before it', async () => {
    const disk = new SmallDisk(4);
    const settings = { BACKUP_DIR: join(disk.folder, 'backups') };
    try {
      const path = await backups.backUp(settings);
      await disk.fill();

      const { code, stderr } = await backups.run('backup', [], settings);

      expect([code, stderr]).toEqual([1, expect.stringContaining('ENOSPC')]);
      await disk.free();
      expect(await backups.run('restore', ['--replace', path], settings)).toMatchObject({ code: 0 });
    } finally {
      await rm(settings.BACKUP_DIR, { recursive: true });
      disk.remove();
    }
  });

  test('names the package that is missing for another major version', async () => {
    const { code, stderr } = await backups.run('backup', [], { ...settingsOf(api.database), PATH: '/nowhere' });

    expect([code, stderr]).toEqual([1, expect.stringMatching(/install the Debian package postgresql-client-\d+ /)]);
  });

  test('says which settings are missing', async () => {
    const without = await backups.run('backup', [], { MIGRATION_DATABASE_URL: '' });
    expect([without.code, without.stderr]).toEqual([1, expect.stringContaining('MIGRATION_DATABASE_URL')]);

    const homeless = await backups.run('backup', [], { BACKUP_DIR: '' });
    expect([homeless.code, homeless.stderr]).toEqual([1, 'BACKUP_DIR: must be set\n']);
  });

  test('no program gets the password as an argument', async () => {
    let seen = '';
    await interrupted(async (_pid, backup) => {
      const { stdout } = spawn('ps', ['-A', '-o', 'args=', '-ww']);
      for await (const text of stdout) seen += String(text);
      backup.kill('SIGTERM');
    });

    const { port, password } = new URL(backups.urls.ownerUrl);
    const [dump = '', ...others] = seen.split('\n').filter((line) => line.includes(`:${port}/reachgenie`));
    expect(others).toEqual([]);
    expect(dump).toContain('--dbname=postgres://reachgenie_owner@');
    expect(dump).not.toContain(`:${password}@`);
  });
});
