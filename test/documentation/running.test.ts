import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import {
  databaseUrl,
  startEmbeddedDatabase,
  SUPERUSER,
  type EmbeddedDatabase,
} from '../../src/dev/postgres/embedded.database.ts';
import { generateSecretsKeys, Secrets } from '../../src/core/secrets/secrets.ts';
import { generatePrivateKey, readSigningKeys } from '../../src/identity/tokens/signing.keys.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { useApi } from '../support/api.ts';
import { examplesOf, filesUnder, tableRowsOf, some, textOf } from '../support/oracles/documents.ts';

const guide = textOf('docs/operations.md');
const [createDatabase = '', ...queries] = examplesOf(guide, 'sql');
const scripts = examplesOf(guide, 'sh');

const scriptWith = (part: string): string => scripts.find((script) => script.includes(part)) ?? '';

describe('your own database', () => {
  const exported = scriptWith('export NODE_ENV')
    .replaceAll(/^export /gm, '')
    .replace('"$(cat /etc/reachgenie/jwt.pem)"', '')
    .replace('"$(cat /etc/reachgenie/secrets.keys)"', '');
  const environment: Record<string, string> = {};
  let cluster: EmbeddedDatabase;

  /** Like `psql`. */
  async function run(sql: string, url: string): Promise<pg.QueryResult> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    cluster = await startEmbeddedDatabase({ temporary: true });
    for (const [name, value = ''] of Object.entries(parseEnv(exported))) {
      environment[name] = value.replace('127.0.0.1:5432', `127.0.0.1:${cluster.port}`);
    }
    environment['JWT_PRIVATE_KEY'] = generatePrivateKey();
    environment['SECRETS_KEYS'] = generateSecretsKeys();
  });

  afterAll(() => cluster.stop());

  test('the statements create it, and the product starts on it in production', async () => {
    const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
    for (const statement of createDatabase.replace('C.UTF-8', ctype).split(';').filter(Boolean)) {
      await run(statement, databaseUrl(cluster.port, SUPERUSER, 'postgres'));
    }
    const config = readConfig({ ...environment, PORT: '0', HOST: '127.0.0.1', WORKER: 'off' });
    const { url: loginUrl = '', migrationUrl: ownerUrl = '' } = config.database;
    await migrate({ ownerUrl, loginUrl });
    const log = pino({ level: 'silent' });
    const app = await startApp({
      config,
      databaseUrl: loginUrl,
      privateKey: environment['JWT_PRIVATE_KEY'] ?? '',
      secretsKeys: environment['SECRETS_KEYS'] ?? '',
      log,
    });
    try {
      expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
    } finally {
      await app.stop();
    }

    expect((await run('select role from user_account', ownerUrl)).rows).toEqual([{ role: 'ADMIN' }]);
    for (const query of some(queries)) expect((await run(query, ownerUrl)).rows).toEqual([]);
    expect((await run('show timezone', loginUrl)).rows).toEqual([{ TimeZone: 'UTC' }]);
    for (const table of ['user_account', 'partner_application']) {
      await expect(run(`select from ${table}`, loginUrl)).rejects.toThrow(`permission denied for table ${table}`);
    }
    const asPlatform = `select set_config('role', 'reachgenie_platform', false)`;
    expect(await run(`${asPlatform}; select from user_account`, loginUrl)).toBeDefined();
  });
});

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasOpenssl)('the commands for access token keys create keys that the product accepts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'));
  try {
    await promisify(execFile)('sh', ['-ec', scriptWith('openssl').replaceAll('/etc/reachgenie', folder)]);
    const [privateKey, publicKey] = await Promise.all(
      ['jwt.pem', 'jwt.pub.pem'].map((name) => readFile(join(folder, name), 'utf8')),
    );

    const { kid } = readSigningKeys(privateKey ?? '', '');

    expect([...readSigningKeys(generatePrivateKey(), publicKey ?? '').publicKeys.keys()]).toContain(kid);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.skipIf(!hasOpenssl)('the command for SECRETS_KEYS creates a key that the product accepts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'));
  try {
    await promisify(execFile)('sh', [
      '-ec',
      scriptWith('> /etc/reachgenie/secrets.keys').replaceAll('/etc/reachgenie', folder),
    ]);

    const secrets = new Secrets((await readFile(join(folder, 'secrets.keys'), 'utf8')).trim());

    expect(secrets.sign('purpose', 'text')).toHaveLength(43);
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('the log', () => {
  const api = useApi();
  const section = guide.slice(guide.indexOf('## Logs'), guide.indexOf('## Backups'));
  const namesIn = (firstRow: string) => {
    const table = section.split(/\n\n/).find((text) => text.startsWith('|') && text.includes(firstRow)) ?? '';
    return tableRowsOf(table).flatMap(([cell = '']) =>
      Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name),
    );
  };
  const source = [...filesUnder('src', '.ts'), ...filesUnder('src', '.tsx')].map((path) => textOf(path)).join('\n');

  test('the log line of a request has the fields in the table', async () => {
    await api.ask(api.admin, 'query Logged { viewer { id } }');
    await expect.poll(() => api.logs.some(({ operation }) => operation === 'Logged')).toBe(true);

    const line = api.logs.find(({ operation }) => operation === 'Logged') ?? {};
    const ofEveryLine = ['level', 'time', 'pid', 'hostname', 'msg'];
    expect(Object.keys(line).sort()).toEqual([...namesIn('requestId'), ...ofEveryLine].sort());
  });

  test('the page lists exactly the events that occur', () => {
    const occur = Array.from(source.matchAll(/\bevent: '(\w+)'/g), ([, event]) => event);
    expect(namesIn('sign_in_failed').sort()).toEqual([...new Set(occur)].sort());
  });

  test('the messages in the alarm table occur', () => {
    expect(namesIn('unhandled error').length).toBeGreaterThan(3);
    for (const message of namesIn('unhandled error')) expect(source).toContain(`'${message}'`);
  });
});

test('every script named in the documents exists', () => {
  const { scripts: known } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const documents = ['README.md', 'CONTRIBUTING.md', ...filesUnder('docs', '.md')]
    .map((path) => textOf(path))
    .join('\n');
  const named = Array.from(documents.matchAll(/\bnpm run ([\w:]+)/g), ([, name]) => name);

  expect(Object.keys(known)).toEqual(expect.arrayContaining(named));
});
