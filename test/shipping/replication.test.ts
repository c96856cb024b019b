import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { examplesOf, textOf } from '../support/oracles/documents.ts';
import { debianPostgres, ShippedCluster } from '../support/clusters/shipped.cluster.ts';

const bin = await debianPostgres();

test('the script of the roles has the statements of the guide', () => {
  const [guide = ''] = examplesOf(textOf('docs/operations.md'), 'sql');
  const script = textOf('ops/postgres/roles.sql').replaceAll(/^(--|\\).*\n/gm, '');

  expect(script.replaceAll(/:'(owner|login)_password'/g, `'$1-secret'`).trim()).toBe(guide);
});

describe.runIf(bin)('a primary and a standby by the scripts (need Debian’s postgresql)', () => {
  let cluster: ShippedCluster;

  beforeAll(async () => {
    cluster = await ShippedCluster.start(bin ?? '');
    await migrate({ ownerUrl: cluster.url('primary', 'owner'), loginUrl: cluster.url('primary', 'login') });
  }, 120_000);
  afterAll(() => cluster.stop());

  test('commits wait for the standby', async () => {
    const standbys = await cluster.rows(
      'primary',
      'select application_name, state, sync_state from pg_stat_replication',
    );

    expect(standbys).toEqual([{ application_name: 'standby', state: 'streaming', sync_state: 'quorum' }]);
    const settings = `select current_setting('synchronous_standby_names') as standbys,
      current_setting('synchronous_commit') as commit`;
    // The standby has the same, for the day when it is the primary.
    for (const server of ['primary', 'standby'] as const) {
      expect(await cluster.rows(server, settings)).toEqual([{ standbys: 'ANY 1 (*)', commit: 'on' }]);
    }
    expect(await cluster.rows('primary', 'select slot_name, active from pg_replication_slots')).toEqual([
      { slot_name: 'standby', active: true },
    ]);
  });

  test('the standby has everything, and accepts the login role but no change', async () => {
    const reader = new pg.Client(cluster.url('standby', 'login'));
    await reader.connect();
    try {
      const migrated = `select has_table_privilege('partner_application', 'select') as "mayRead"`;
      await expect.poll(() => reader.query(migrated).then(({ rows }) => rows)).toEqual([{ mayRead: false }]);
      await expect(reader.query('create temporary table t ()')).rejects.toThrow('read-only transaction');
    } finally {
      await reader.end();
    }
  });

  test('the login role has the limits that a pooler needs, and strangers get in nowhere', async () => {
    const reader = new pg.Client(cluster.url('primary', 'login'));
    await reader.connect();
    const { rows } = await reader.query(`select current_setting('statement_timeout') as statement,
      current_setting('lock_timeout') as lock, current_setting('TimeZone') as zone`);
    await reader.end();
    const stranger = new pg.Client(cluster.url('primary', 'login').replace(/:[^:@]+@/, ':wrong@'));

    expect(rows).toEqual([{ statement: '10s', lock: '5s', zone: 'UTC' }]);
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
  });
});
