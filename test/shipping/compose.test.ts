import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { textOf, pathOf } from '../support/oracles/documents.ts';
import { documentsOf, readCompose, unknownAmong } from '../support/oracles/shipped.files.ts';

const text = textOf('ops/compose/compose.yaml');
const compose = readCompose();
const services = Object.entries(compose.services);
const example = parseEnv(textOf('ops/compose/.env.example'));

/** A service of the product itself. */
const isOurs = (name: string) => ['api-1', 'api-2', 'worker', 'migrate', 'backup', 'drill'].includes(name);
const isDatabase = (name: string) => ['primary', 'standby'].includes(name);
const networksOf = (name: string) => compose.services[name]?.networks ?? [];

/** Seconds of `30s` or `2m`. */
const seconds = (time = '10s') => Number.parseInt(time, 10) * (time.endsWith('m') ? 60 : 1);

test('has two APIs, a worker, a primary with a standby, Redis, a proxy, Prometheus and Grafana', () => {
  const processes = 'api-1 api-2 worker migrate backup drill proxy redis prometheus grafana';
  const databases = 'primary standby';

  expect(Object.keys(compose.services).sort()).toEqual(`${processes} ${databases}`.split(' ').sort());
});

describe.each(services)('%s', (name, service) => {
  test('runs as a number that is not root', () => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  test('is restarted, or ends by itself', () => {
    expect(service.restart).toBe(['migrate', 'backup', 'drill'].includes(name) ? 'no' : 'unless-stopped');
  });

  test('has a health check without Node.js', () => {
    if (isOurs(name)) expect(service.healthcheck?.test).toBeUndefined();
    else expect(service.healthcheck?.test?.join(' ')).not.toMatch(/node|undefined/);
  });

  test.runIf(isOurs(name) && service.restart !== 'no')('has more time to stop than the product needs', () => {
    // The product stops within 15 seconds: src/main.ts.
    expect(seconds(service.stop_grace_period)).toBeGreaterThan(15);
  });

  test.runIf(isDatabase(name))('has time for a checkpoint before it stops', () => {
    expect(seconds(service.stop_grace_period)).toBeGreaterThanOrEqual(60);
  });

  test.runIf(isOurs(name))('has only variables that the product reads', () => {
    expect(unknownAmong(Object.keys(service.environment))).toEqual([]);
  });

  test('gets each secret that its variables name, and no other', () => {
    const named = Object.values(service.environment).flatMap(
      (value) => /^\/run\/secrets\/(.+)$/.exec(value)?.[1] ?? [],
    );

    if (isOurs(name)) expect(service.secrets.toSorted()).toEqual(named.sort());
    else expect(service.secrets).toEqual(expect.arrayContaining(named));
    expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(service.secrets));
  });

  test('mounts files of the repository, and volumes that exist', () => {
    const sources = service.volumes.map((volume) => volume.replace(/^\$\{[^}]*\}/, '/host').split(':')[0] ?? '');
    const missing = sources.filter((source) =>
      source.startsWith('.')
        ? !existsSync(pathOf(posix.join('ops/compose', source)))
        : !source.startsWith('/') && !(source in compose.volumes),
    );

    expect(missing).toEqual([]);
  });
});

test.each([
  ['proxy', ['api-1', 'api-2']],
  ['api-1', ['primary', 'standby', 'redis', 'prometheus', 'proxy']],
  ['api-2', ['primary', 'standby', 'redis', 'prometheus', 'proxy']],
  ['worker', ['primary', 'standby', 'prometheus']],
  ['migrate', ['primary', 'standby']],
  ['backup', ['primary', 'standby']],
  ['drill', ['primary', 'standby']],
  ['standby', ['primary']],
  ['grafana', ['prometheus']],
])('%s reaches %j', (name, others) => {
  const reached = others.filter((other) => networksOf(other).some((network) => networksOf(name).includes(network)));

  expect(reached).toEqual(others);
  expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(networksOf(name)));
});

test('the product starts after the migration, and that after both databases', () => {
  const awaited = (name: string) => compose.services[name]?.depends_on;

  expect(awaited('standby')).toEqual({ primary: { condition: 'service_healthy' } });
  expect(awaited('migrate')).toEqual({ standby: { condition: 'service_healthy' } });
  for (const name of ['api-1', 'api-2', 'worker']) {
    expect(awaited(name)).toMatchObject({ migrate: { condition: 'service_completed_successfully' } });
  }
});

test('the secrets are outside the checkout', () => {
  for (const [name, { file }] of Object.entries(compose.secrets)) expect(file).toBe(`\${SECRETS_FOLDER}/${name}`);
  expect(example['SECRETS_FOLDER']).toMatch(/^\/etc\//);
});

test('the proxy reaches no database, and nothing but the proxy and Grafana is published', () => {
  const published = services.flatMap(([name, { ports }]) => (ports.length > 0 ? [name] : []));

  expect(published).toEqual(['proxy', 'grafana']);
  expect(compose.services['grafana']?.ports).toEqual(['127.0.0.1:3000:3000']);
  for (const database of ['primary', 'standby', 'redis']) {
    expect(networksOf('proxy').filter((network) => networksOf(database).includes(network))).toEqual([]);
    for (const network of networksOf(database)) expect(compose.networks[network]?.internal).toBe(true);
  }
});

test('only the migration and the backups get the password of the owner', () => {
  const having = services.flatMap(([name, { secrets }]) => (secrets.includes('migration_database_url') ? [name] : []));

  expect(having.sort()).toEqual(['backup', 'drill', 'migrate']);
});

test('the proxy serves both APIs', () => {
  expect(compose.services['proxy']?.environment['UPSTREAMS']).toBe('api-1:4000 api-2:4000');
  for (const name of ['api-1', 'api-2']) expect(compose.services[name]?.environment['TRUST_PROXY']).toBe('1');
});

test('.env.example has every variable without a default, and no other', () => {
  const needed = Array.from(text.matchAll(/\$\{(\w+)(:\?[^}]*)?\}/g), ([, name = '']) => name);

  expect(Object.keys(example).sort()).toEqual([...new Set(needed), 'IMAGE'].sort());
});

test('Prometheus reads the metrics of each process', () => {
  const [prometheus] = documentsOf(textOf('ops/compose/prometheus.yml')) as {
    scrape_configs: { static_configs: { targets: string[] }[] }[];
  }[];
  const targets = prometheus?.scrape_configs.flatMap((job) => job.static_configs.flatMap((config) => config.targets));

  const measured = services.filter(([, { environment }]) => 'METRICS_PORT' in environment);
  expect(targets).toEqual(measured.map(([name, { environment }]) => `${name}:${environment['METRICS_PORT']}`));
});
