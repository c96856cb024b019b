import { describe, expect, test } from 'vitest';
import { allOf } from '../../src/features.ts';
import { figuresQuery } from '../../src/http/metrics/database.gauges.ts';
import { useApi } from '../support/api.ts';
import { whileChanged } from '../support/database.changes.ts';
import { givenApplication } from '../support/given/applications.ts';
import { freePort } from '../support/processes/free.port.ts';
import { samplesOf, scrape } from '../support/telemetry/prometheus.server.ts';
import { runCommand } from '../support/processes/commands.ts';

const port = await freePort();
const api = useApi({ METRICS_PORT: String(port), RATE_LIMIT_INVITATIONS: '1/day' });

const samples = async () => samplesOf(await scrape(port));
const requests = (labels: string) => `reachgenie_request_duration_seconds_count{${labels}}`;

/** How much a sample grows while `work` runs. A line is counted once its response is sent. */
async function expectGrowth(name: string, growth: number, work: () => Promise<unknown>): Promise<void> {
  const before = (await samples()).get(name) ?? 0;
  await work();
  await expect.poll(async () => ((await samples()).get(name) ?? 0) - before).toBe(growth);
}

describe('requests are counted', () => {
  test('by root field, role and outcome, whichever way they take', async () => {
    const query = `query SecretName { viewer { id } #${port}
    }`;
    const labels = 'operation="viewer",role="ADMIN",outcome="ok"';

    await expectGrowth(requests(labels), 2, async () => {
      await api.ask(api.admin, query);
      await api.ask(api.admin, query);
    });

    expect(await scrape(port)).not.toContain('SecretName');
  });

  test('by the root field in a fragment', async () => {
    const labels = 'operation="partnerApplications",role="ADMIN",outcome="ok"';

    await expectGrowth(requests(labels), 1, () =>
      api.ask(
        api.admin,
        'query { ... on Query { ...Some } } fragment Some on Query { partnerApplications { items { id } } }',
      ),
    );
  });

  test('with the code of an error', async () => {
    const labels = 'operation="partnerApplications",role="ANONYMOUS",outcome="UNAUTHENTICATED"';

    await expectGrowth(requests(labels), 1, () => api.ask(undefined, '{ partnerApplications { items { id } } }'));
  });

  test('by route and status, if they are no operation', async () => {
    await expectGrowth(requests('operation="/graphql",role="ANONYMOUS",outcome="400"'), 1, () => api.post('{'));
    await expectGrowth(requests('operation="*",role="ANONYMOUS",outcome="404"'), 1, () =>
      fetch(`${api.url}/nothing/secret`),
    );
    expect(await scrape(port)).not.toContain('secret');
  });
});

test('calls beyond a limit are counted by the limit', async () => {
  const invite = (email: string) =>
    api.ask(api.admin, 'mutation ($email: String!) { inviteAdmin(email: $email, name: "Bo", roles: [ALL]) { id } }', {
      email,
    });
  await invite('bo@reachgenie.example');

  await expectGrowth('reachgenie_rate_limited_total{limit="invitations"}', 1, () => invite('cy@reachgenie.example'));
});

test('security events are counted', async () => {
  await expectGrowth('reachgenie_security_events_total{event="denied"}', 1, () =>
    api.ask(undefined, '{ partnerApplications { items { id } } }'),
  );
});

describe('figures of the database', () => {
  test('count emails, jobs and applications', async () => {
    const name = 'reachgenie_applications{status="PENDING"}';
    const before = (await samples()).get(name) ?? 0;

    await givenApplication(api);

    const found = await samples();
    const [waiting] = await api.rows(`select count(*)::int as emails from email_message where status = 'QUEUED'`);
    expect(found.get(name)).toBe(before + 1);
    expect(found.get('reachgenie_emails{status="QUEUED"}')).toBe(waiting?.['emails']);
    expect(found.get('reachgenie_queue_jobs{queue="email"}')).toBe(waiting?.['emails']);
    expect(found.get('reachgenie_queue_age_seconds{queue="email"}')).toBeGreaterThan(0);
    expect(found.get('reachgenie_emails{status="FAILED"}')).toBe(0);
    expect(found.get('reachgenie_counter_journal_rows')).toBeGreaterThan(0);
    expect(found.get('reachgenie_database_figures_up')).toBe(1);
  });

  test('name the time until which the audit log is verified', async () => {
    const name = 'reachgenie_audit_verified_timestamp_seconds';
    expect((await samples()).has(name)).toBe(false);
    const [clock] = await api.rows(`select date_part('epoch', now()) as now`);

    await runCommand('src/audit/audit.verify.command.ts', api.database.loginUrl);

    expect((await samples()).get(name)).toBeGreaterThanOrEqual(Number(clock?.['now']) - 1);
  });

  test('are missing if they cannot be read, and nothing else is', async () => {
    const rename = {
      change: 'alter table audit_verification rename to away',
      back: 'alter table away rename to audit_verification',
    };

    await whileChanged(api, rename, async () => {
      const found = await samples();
      expect(found.get('reachgenie_database_figures_up')).toBe(0);
      expect(found.has('reachgenie_emails{status="QUEUED"}')).toBe(false);
      expect(found.get('reachgenie_ready')).toBe(1);
    });

    expect((await samples()).get('reachgenie_database_figures_up')).toBe(1);
  });

  test('do not wait for a locked table, and readiness does not wait for them', async () => {
    await api.rows('begin; lock table email_message in access exclusive mode');
    try {
      const scraping = samples();
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
      expect(ready.status).toBe(200);
      expect((await scraping).get('reachgenie_database_figures_up')).toBe(0);
    } finally {
      await api.rows('rollback');
    }
  });

  test('read no table as a whole', async () => {
    const statement = figuresQuery(allOf((feature) => feature.figures));
    await api.rows('set enable_seqscan = off');
    try {
      const plan = (await api.rows(`explain ${statement}`)).map((row) => String(row['QUERY PLAN'])).join('\n');
      const scanned = Array.from(plan.matchAll(/Seq Scan on (\w+)/g), ([, table]) => table);
      // The journal is short, and the others have a few rows.
      const short = ['audit_verification', 'outbound_pause', 'partner_application_delta'];
      expect([...new Set(scanned)].toSorted()).toEqual(short);
    } finally {
      await api.rows('reset enable_seqscan');
    }
  });
});

test('the port of the API has no metrics', async () => {
  expect((await fetch(`${api.url}/metrics`)).status).toBe(404);
});

test('the process tells of its connections and its clock', async () => {
  const found = await samples();

  expect(found.get('reachgenie_pool_size{pool="requests"}')).toBe(10);
  expect(found.get('reachgenie_pool_waiting{pool="requests"}')).toBe(0);
  expect(found.get('reachgenie_requests_waiting')).toBe(0);
  expect(Math.abs(found.get('reachgenie_clock_offset_seconds') ?? Number.NaN)).toBeLessThan(5);
  expect(found.get('reachgenie_log_lines_dropped_total')).toBe(0);
  expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(0);
});
