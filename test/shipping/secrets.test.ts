import { execFile } from 'node:child_process';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { examplesOf, filesUnder, pathOf, textOf } from '../support/oracles/documents.ts';
import { readCompose } from '../support/oracles/shipped.files.ts';
import { newFolder } from '../support/processes/new.folder.ts';
import { PRODUCTION } from '../support/processes/production.ts';

const run = promisify(execFile);

describe('the secrets', () => {
  const create = (folder: string, variables: Record<string, string> = {}) =>
    run(pathOf('ops/secrets.sh'), [folder], { env: { PATH: process.env['PATH'] ?? '', ...variables } });
  const read = async (folder: string) =>
    Object.fromEntries(
      await Promise.all(
        (await readdir(folder)).map(
          async (name) => [name, (await readFile(join(folder, name), 'utf8')).trim()] as const,
        ),
      ),
    );

  test('are values that the product accepts, in a folder of the owner alone', async () => {
    const folder = join(await newFolder(), 'secrets');
    await create(folder, { POSTMARK_SERVER_TOKEN: 'token', DATABASE_HOSTS: 'localhost:5432' });

    const secrets = await read(folder);
    const setting = (name: string) => secrets[name] ?? '';
    const config = readConfig({
      ...PRODUCTION,
      DATABASE_URL: setting('database_url'),
      JWT_PRIVATE_KEY: setting('jwt_private_key'),
      SECRETS_KEYS: setting('secrets_keys'),
      CLIENT_APP_SECRET: setting('client_app_secret'),
      POSTMARK_SERVER_TOKEN: setting('postmark_server_token'),
      REDIS_URL: setting('redis_url'),
      ADMIN_EMAIL: 'ada@example.com',
      ADMIN_PASSWORD: setting('admin_password'),
    });

    expect(config.database.url).toBe(
      `postgres://reachgenie_login:${secrets['login_password']}@localhost:5432/reachgenie`,
    );
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length);
  });

  test('lead to the servers of ops/compose by default, and commands to the same as the product', async () => {
    const [folder, other] = [await newFolder(), await newFolder()];
    await create(folder);
    await create(other, { DATABASE_HOSTS: '127.0.0.1:5432' });
    const hostOf = (url = '') => url.replace(/^.*@/, '');

    const [secrets, here] = [await read(folder), await read(other)];
    expect(hostOf(secrets['database_url'])).toBe('primary:5432,standby:5432/reachgenie');
    expect(hostOf(secrets['migration_database_url'])).toBe('primary:5432,standby:5432/reachgenie');
    expect(hostOf(secrets['database_replica_urls'])).toBe('standby:5432/reachgenie');
    expect(hostOf(secrets['redis_url'])).toBe('redis:6379');
    expect(Object.keys(readCompose().services)).toEqual(expect.arrayContaining(['primary', 'standby', 'redis']));
    expect(hostOf(here['migration_database_url'])).toBe('127.0.0.1:5432/reachgenie');
  });

  test('are never replaced', async () => {
    const folder = await newFolder();
    await create(folder, { POSTMARK_SERVER_TOKEN: 'first' });
    const before = await read(folder);
    await rm(join(folder, 'grafana_password'));

    await create(folder, { POSTMARK_SERVER_TOKEN: 'second' });

    expect({ ...(await read(folder)), grafana_password: '' }).toEqual({ ...before, grafana_password: '' });
  });

  test('do not lie in the checkout', async () => {
    const folder = pathOf('ops/compose/secrets');

    await expect(create(folder)).rejects.toThrow('is in the checkout');

    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });
});

test('no example of a document writes a secret into the checkout', () => {
  const examples = ['README.md', ...filesUnder('docs', '.md')].flatMap((path) => examplesOf(textOf(path), 'sh'));
  const written = examples.flatMap((example) =>
    Array.from(example.matchAll(/(?:-out|>|--output) *(\S*(?:pem|keys?|secrets?))\b/g), ([, path = '']) => path),
  );

  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((path) => !path.startsWith('/'))).toEqual([]);
});
