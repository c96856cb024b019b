import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { useApi } from '../support/api.ts';
import { filesUnder, pathOf, some, textOf } from '../support/oracles/documents.ts';
import { freePort } from '../support/processes/free.port.ts';
import { hasPrometheus, scrape } from '../support/telemetry/prometheus.server.ts';
import { hasRedisServer, RedisServer } from '../support/processes/redis.server.ts';

const rules = textOf('ops/prometheus/alerts.yml');
const alerts = some(Array.from(rules.matchAll(/- alert: (\w+)/g), ([, name = '']) => name));
const tests = ['alerts.test.yml', 'alerts.days.test.yml'];
const dashboards = filesUnder('ops/grafana/dashboards', '.json').map((path) => textOf(path).replaceAll('\\"', '"'));

/** Without the words of PromQL. */
const metricsIn = (text: string) =>
  Array.from(text.matchAll(/\b(?:reachgenie|process|nodejs)_\w+/g), ([name]) => name).map((name) =>
    name.replace(/_(?:bucket|count|sum)$/, ''),
  );

describe('the runbook', () => {
  const runbook = textOf('docs/runbook.md');

  test('has a section for each alert, in the same order', () => {
    expect(Array.from(runbook.matchAll(/^## (\w+)$/gm), ([, name]) => name)).toEqual(alerts);
  });

  test('is linked from each alert', () => {
    const links = Array.from(rules.matchAll(/runbook: docs\/runbook\.md#(\w+)/g), ([, anchor]) => anchor);
    expect(links).toEqual(alerts.map((name) => name.toLowerCase()));
  });

  test('says when each alert is quiet, and when it fires', () => {
    const tested = tests.flatMap((file) => Array.from(textOf(`ops/prometheus/${file}`).matchAll(/name: (\w+)/g)));
    expect([...new Set(tested.map(([, name]) => name))]).toEqual(alerts);
  });
});

describe.skipIf(!hasRedisServer)('the metrics of rules and dashboards', () => {
  const ports = { metrics: 0 };
  let redis: RedisServer;
  let stop = async () => undefined as unknown;
  const api = useApi();
  beforeAll(async () => {
    redis = await RedisServer.start();
    ports.metrics = await freePort();
    const app = await api.startAnother({ METRICS_PORT: String(ports.metrics), REDIS_URL: redis.url });
    stop = () => app.stop();
  });
  afterAll(async () => {
    await stop();
    await redis[Symbol.asyncDispose]();
  });

  test('exist', async () => {
    const known = Array.from((await scrape(ports.metrics)).matchAll(/^# TYPE (\w+)/gm), ([, name]) => name);

    const named = new Set([rules, ...dashboards].flatMap(metricsIn));
    expect(named.size).toBeGreaterThan(20);
    expect(known).toEqual(expect.arrayContaining([...named]));
  });
});

test('the operations of dashboards are root fields', async () => {
  const schema = await createSchema();
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );

  const named = dashboards.flatMap((text) => Array.from(text.matchAll(/operation="(\w+)"/g), ([, name = '']) => name));
  expect(fields).toEqual(expect.arrayContaining(some(named)));
});

describe.skipIf(!hasPrometheus)('promtool (Debian package prometheus)', () => {
  const promtool = (...words: string[]) =>
    execFileSync('promtool', words, { cwd: pathOf('ops/prometheus'), encoding: 'utf8' });

  test('finds no fault in the rules and the configuration', () => {
    expect(promtool('check', 'config', 'prometheus.yml')).toContain('SUCCESS');
  });

  test('sees each alert quiet and firing', () => {
    expect(promtool('test', 'rules', ...tests)).not.toContain('FAILED');
  }, 60_000);
});
