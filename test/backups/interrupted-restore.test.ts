import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { fill, HAS_POSTGRES_TOOLS, rowsAt, settingsOf, useBackups } from '../support/backups.ts';

const ROOT = join(import.meta.dirname, '../..');

vi.setConfig({ testTimeout: 60_000 });

describe.runIf(HAS_POSTGRES_TOOLS)('npm run db:restore -- --replace', () => {
  const backups = useBackups();

  test('leaves the database as it was if pg_restore ends in the middle', async () => {
    await fill(backups.urls);
    const path = await backups.backUp();
    await migrate(backups.urls);
    await rowsAt(backups.urls.ownerUrl, 'create table kept (id int)');

    // The restore waits for this lock, so pg_restore cannot write everything.
    await backups.rows('begin');
    await backups.rows('lock table kept in access share mode');
    const command = ['--import', '@oxc-node/core/register', 'src/backups/restore.command.ts', '--replace', path];
    const env = { ...process.env, NODE_ENV: 'test', ...backups.settings, ...settingsOf(backups.urls) };
    const restore = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let messages = '';
    restore.stderr.on('data', (text: Buffer) => (messages += text.toString()));
    const ended = once(restore, 'exit');
    try {
      await expect.poll(isWaiting, { timeout: 60_000 }).toBe(true);
      process.kill(childOf(restore.pid ?? 0, 'pg_restore'), 'SIGKILL');
    } finally {
      await backups.rows('rollback');
    }
    const [code] = (await ended) as [number];

    expect([code, messages]).toEqual([1, expect.stringContaining('failed')]);
    expect(await rowsAt(backups.urls.ownerUrl, 'select from kept')).toEqual([]);
    expect(await rowsAt(backups.urls.ownerUrl, 'select from outbound_pause')).toEqual([]);
  });

  async function isWaiting(): Promise<boolean> {
    await backups.rows('select pg_stat_clear_snapshot()');
    const found = await backups.rows(
      `select from pg_stat_activity where application_name = 'psql' and wait_event_type = 'Lock'`,
    );
    return found.length > 0;
  }
});

/** Process id of a program that a process has started. */
function childOf(parent: number, program: string): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' });
  const [pid] = processes
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, ppid, name]) => Number(ppid) === parent && name === program);
  return Number(pid?.[0]);
}
