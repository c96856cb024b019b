import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import type { App } from '../../src/app.ts';
import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { postTo, useApi } from '../support/api.ts';
import { settingsOf } from '../support/backups.ts';
import { SUBMIT, validInput } from '../support/given/applications.ts';
import { ArchivedCluster, HAS_PGBACKREST } from '../support/clusters/archived.cluster.ts';
import { runCommandWith } from '../support/processes/commands.ts';

// Backups, stops and starts of a cluster.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe.runIf(HAS_PGBACKREST)('point-in-time recovery', () => {
  const api = useApi();
  let cluster: ArchivedCluster;
  let urls: DatabaseUrls;
  /** pgBackRest counts in whole seconds, so it does not recover to the second in which the backup ended. */
  let backedUpAt: number;

  beforeAll(async () => {
    cluster = await ArchivedCluster.create();
    await cluster.start();
    urls = await cluster.createDatabase();
    await migrate(urls);
    await cluster.pgbackrest('stanza-create');
    await cluster.pgbackrest('--type=full', 'backup');
    backedUpAt = Date.now();
  });
  afterAll(() => cluster.remove());

  const startApp = () => api.startAnother({ DATABASE_URL: urls.loginUrl });

  async function submitTo(app: App): Promise<string> {
    const response = await postTo(String(app.url), { query: SUBMIT, variables: { input: validInput() } });
    const { data } = (await response.json()) as { data: { submitPartnerApplication: { applicationId: string } } };
    return data.submitPartnerApplication.applicationId;
  }

  const applications = async () =>
    (await cluster.rows('select id from partner_application order by created_at')).map(({ id }) => id);

  test('brings back everything up to just before a bad change, without it, and pauses outbound work', async () => {
    const before = await startApp();
    const kept = [await submitTo(before), await submitTo(before)];
    await expect.poll(() => Date.now() - backedUpAt).toBeGreaterThan(2_000);
    const [clock] = await cluster.rows('select clock_timestamp()::text as time');
    await cluster.rows('truncate partner_application cascade');
    const lost = await submitTo(before);
    expect(await applications()).toEqual([lost]);
    await before.stop();
    await cluster.stop();

    const output = await cluster.recover(String(clock?.['time']));

    expect(output).toContain('Outbound work is paused.');
    await cluster.start();
    expect(await applications()).toEqual(kept);
    const [pause] = await cluster.rows('select reason, ended_at from outbound_pause');
    expect(pause).toEqual({ reason: `recovered to ${String(clock?.['time'])}`, ended_at: null });
    const after = await startApp();
    try {
      expect(await (await fetch(`${after.url}/health/ready`)).json()).toEqual({ status: 'ok', outbound: 'paused' });
      const next = await submitTo(after);
      expect(await applications()).toEqual([...kept, next]);
    } finally {
      await after.stop();
    }
    const { stdout } = await runCommandWith(settingsOf(urls), 'src/backups/restore.command.ts', '--resume');
    expect(stdout).toBe('Outbound work is resumed.\n');
    await cluster.pgbackrest('check');
  });

  test('refuses a time that the archive does not reach, and says so', async () => {
    await cluster.stop();

    const inAnHour = new Date(Date.now() + 60 * 60 * 1_000).toISOString().replace(/T(.+)\..*/, ' $1+00');
    await expect(cluster.recover(inAnHour)).rejects.toThrow(
      /recovery ended before configured recovery target was reached/,
    );
  });
});
