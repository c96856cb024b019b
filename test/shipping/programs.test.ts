import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { RedisRateCounter } from '../../src/core/limits/rate.counter.redis.ts';
import { useApi } from '../support/api.ts';
import { pathOf, textOf } from '../support/oracles/documents.ts';
import { isInstalled } from '../support/processes/installed.program.ts';
import { newFolder } from '../support/processes/new.folder.ts';
import { PgbouncerServer, pgbouncerVersion, SUPPORTED } from '../support/clusters/pgbouncer.server.ts';
import { hasRedisServer, RedisServer } from '../support/processes/redis.server.ts';

const run = promisify(execFile);

describe.runIf(isInstalled('caddy', 'version'))('Caddy (needs caddy)', () => {
  const adapt = async (environment: Record<string, string>) => {
    const words = ['adapt', '--adapter', 'caddyfile', '--config', pathOf('ops/proxies/Caddyfile'), '--validate'];
    const env = { PATH: process.env['PATH'] ?? '', HOME: await newFolder(), ...environment };
    return (await run('caddy', words, { env })).stdout;
  };

  test('has a certificate for the host name of ops/compose, and the APIs there', async () => {
    const adapted = await adapt({ SITE: 'partners.example.com', UPSTREAMS: 'api-1:4000 api-2:4000' });

    expect(adapted).toContain('"host":["partners.example.com"]');
    expect(adapted).toContain('"upstreams":[{"dial":"api-1:4000"},{"dial":"api-2:4000"}]');
    expect(adapted).toContain('"listen":[":443"]');
  });

  test('without variables, serves two processes of this machine without TLS', async () => {
    const adapted = await adapt({});

    expect(adapted).toContain('"upstreams":[{"dial":"127.0.0.1:4001"},{"dial":"127.0.0.1:4002"}]');
    expect(adapted).toContain('"listen":[":8080"]');
    expect(adapted).toContain('"uri":"/health/ready"');
  });
});

test.runIf(isInstalled('nginx', '-v'))('nginx accepts its configuration (needs nginx)', async () => {
  const folder = await newFolder();
  const file = join(folder, 'nginx.conf');
  const text = textOf('ops/proxies/nginx.conf')
    .replaceAll('/var/log/nginx', folder)
    .replace('/run/nginx.pid', `${folder}/pid`);
  await writeFile(file, text);

  expect((await run('nginx', ['-t', '-c', file, '-e', join(folder, 'log')])).stderr).toContain('test is successful');
  // A list that the client began would let it name any address.
  expect(text).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
});

describe.runIf(pgbouncerVersion > 0)('pgbouncer (needs pgbouncer)', () => {
  const api = useApi();
  // Differences of this machine: addresses, files, and settings that older versions do not know.
  const elsewhere = /^(listen_|unix_socket_dir|auth_)/;
  const settings = textOf('ops/pgbouncer/pgbouncer.ini')
    .split('[pgbouncer]')[1]
    ?.split('\n')
    .filter((line) => /^\w/.test(line) && !elsewhere.test(line))
    .filter((line) => pgbouncerVersion >= SUPPORTED || !line.startsWith('max_prepared_statements'));

  test('accepts its configuration', async () => {
    const started = PgbouncerServer.start(inject('databasePort'), settings);

    await expect(started).resolves.toBeDefined();
    await (await started).stop();
  });

  test.runIf(pgbouncerVersion >= SUPPORTED)('serves the product with it (needs pgbouncer 1.21)', async () => {
    const pgbouncer = await PgbouncerServer.start(inject('databasePort'), settings);
    onTestFinished(() => pgbouncer.stop());

    const app = await api.startAnother({ DATABASE_URL: pgbouncer.to(api.database.loginUrl) });

    expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
    await app.stop();
  });
});

test.runIf(hasRedisServer)('Redis counts for two processes, with its rights (needs redis-server)', async () => {
  const folder = await newFolder();
  const secrets = join(folder, 'secrets');
  await run(pathOf('ops/secrets.sh'), [secrets]);
  const file = join(folder, 'redis.conf');
  const text = textOf('ops/redis/redis.conf')
    .replace('/run/secrets', secrets)
    .replaceAll(/^(port|dir) .*$/gm, '');
  await writeFile(file, text);
  await using redis = await RedisServer.start('--include', file);
  const url = (await readFile(join(secrets, 'redis_url'), 'utf8'))
    .trim()
    .replace(/@.*$/, `@${new URL(redis.url).host}`);
  const log = pino({ level: 'silent' });
  const counters = [new RedisRateCounter(url, log), new RedisRateCounter(url, log)];
  onTestFinished(() => Promise.all(counters.map((counter) => counter.close())).then(() => undefined));

  const counts = [];
  for (const counter of counters) counts.push((await counter.hit('signIn', 'someone', 60_000)).count);

  expect(counts).toEqual([1, 2]);
  expect(text).toContain('maxmemory-policy noeviction');
  const words = ['-p', new URL(redis.url).port, 'get', 'reachgenie:rate:signIn:someone'];
  expect((await run('redis-cli', words)).stdout).toContain('NOAUTH');
});
