import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fill, HAS_POSTGRES_TOOLS, rowsAt, useBackups } from '../support/backups.ts';

vi.setConfig({ testTimeout: 60_000 });

describe.runIf(HAS_POSTGRES_TOOLS)('npm run db:drill', () => {
  const backups = useBackups();

  beforeAll(() => fill(backups.urls));

  const lastDrill = async () => (await backups.rows(`select at from backup_run where kind = 'DRILL'`))[0]?.['at'];
  const databases = async () =>
    (await backups.rows('select datname from pg_database order by 1')).map(({ datname }) => datname);

  test('restores the newest backup, counts, verifies, notes its time, and leaves no database', async () => {
    const before = await databases();
    await backups.backUp();

    const { code, stdout, stderr } = await backups.run('drill');

    expect([code, stderr]).toEqual([0, '']);
    const [counted] = await backups.rows('select count(*) as applications from partner_application');
    expect(stdout).toMatch(new RegExp(`^ *${String(counted?.['applications'])} partner_application$`, 'm'));
    expect(stdout).toMatch(/^The backup of \S+Z, 0\.0 hours old, restored in \d+\.\d s: no problems found\.$/m);
    expect(await lastDrill()).toBeInstanceOf(Date);
    expect(await databases()).toEqual(before);
    expect(await backups.rows('select from outbound_pause')).toEqual([]);
  });

  const DAMAGES: [what: string, change: string, undo: string, says: RegExp][] = [
    [
      'a changed audit event',
      `alter table audit_event disable trigger chain; update audit_event set action = 'x' where sequence = 2;
       alter table audit_event enable trigger chain`,
      'select',
      /row 2 \(\S+\): this row or the previous one was changed/,
    ],
    [
      'a missing policy',
      'drop policy platform on api_key',
      'create policy platform on api_key to reachgenie_platform using (true) with check (true)',
      /^missing: policy platform on public\.api_key/m,
    ],
    [
      'an additional permission',
      'grant delete on audit_event to reachgenie_tenant',
      'revoke delete on audit_event from reachgenie_tenant',
      /^not of this version: delete on audit_event for reachgenie_tenant$/m,
    ],
    [
      'row-level security that is off',
      'alter table client_account disable row level security',
      'alter table client_account enable row level security',
      /^missing: row-level security of client_account: t, forced: f$/m,
    ],
    [
      'a disabled trigger',
      'alter table client_account disable trigger audited',
      'alter table client_account enable trigger audited',
      /^missing: trigger: CREATE CONSTRAINT TRIGGER audited .*client_account/m,
    ],
    [
      'a wrong counter',
      `set session_replication_role = replica;
       update partner_application set industry = 'Another' where id = (select min(id::text)::uuid from partner_application)`,
      'reset session_replication_role',
      / lacks \{/,
    ],
  ];

  test.each(DAMAGES)('finds %s, and notes no time', async (_what, change, undo, says) => {
    const before = await lastDrill();
    await backups.rows(change);
    try {
      await backups.backUp();

      const { code, stdout, stderr } = await backups.run('drill');

      expect([code, stderr]).toEqual([1, expect.stringMatching(says)]);
      expect(stdout).toMatch(/problems found: [1-9]/);
      expect(await lastDrill()).toEqual(before);
    } finally {
      await backups.rows(undo);
    }
  });

  test('removes the scratch databases of a killed drill', async () => {
    await rowsAt(backups.urls.ownerUrl, 'create database reachgenie_drill_0123abcd');
    await backups.backUp();

    await backups.run('drill');

    expect(await databases()).not.toContain('reachgenie_drill_0123abcd');
  });

  test('says which right the owner lacks', async () => {
    await backups.rows('alter role reachgenie_owner nocreatedb');
    try {
      const { code, stderr } = await backups.run('drill');

      expect([code, stderr]).toEqual([
        1,
        'a drill needs a scratch database. As a superuser: alter role reachgenie_owner createdb\n',
      ]);
    } finally {
      await backups.rows('alter role reachgenie_owner createdb');
    }
  });

  test('fails without a backup, and beside another drill', async () => {
    const none = await backups.run('drill', [], { BACKUP_DIR: '/var/empty' });
    expect(none.code).toBe(1);

    await backups.rows('select pg_advisory_lock(7308324471)');
    try {
      const second = await backups.run('drill');
      expect([second.code, second.stderr]).toEqual([1, 'another drill of this database is running\n']);
    } finally {
      await backups.rows('select pg_advisory_unlock(7308324471)');
    }
  });
});
