import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { generateSecretsKeys } from '../../src/core/secrets/secrets.ts';
import { PRODUCTION } from '../support/processes/production.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function givenFile(content: string): string {
  const path = join(folder, String(files++));
  writeFileSync(path, content);
  return path;
}

/** Production's settings, with these from files. */
function fromFiles(values: Record<string, string>): Record<string, string> {
  const others = Object.entries(PRODUCTION).filter(([name]) => !(name in values));
  const paths = Object.entries(values).map(([name, value]) => [`${name}_FILE`, givenFile(value)]);
  return Object.fromEntries([...others, ...paths]);
}

const problemsOf = (environment: Record<string, string>) => () => readConfig(environment);

test('each secret and each URL of a database can come from a file', () => {
  const keys = generateSecretsKeys();
  const config = readConfig(
    fromFiles({
      DATABASE_URL: 'postgres://login:a@db/reachgenie\n',
      MIGRATION_DATABASE_URL: 'postgres://owner:b@db/reachgenie\r\n',
      SECRETS_KEYS: keys,
      JWT_PRIVATE_KEY: PRODUCTION['JWT_PRIVATE_KEY'] ?? '',
      CLIENT_APP_SECRET: `${'x'.repeat(32)}\n`,
      POSTMARK_SERVER_TOKEN: ' token with spaces ',
      REDIS_URL: 'redis://:c@cache:6379',
    }),
  );

  expect(config).toMatchObject({
    database: { url: 'postgres://login:a@db/reachgenie', migrationUrl: 'postgres://owner:b@db/reachgenie' },
    secretsKeys: keys,
    jwt: { privateKey: PRODUCTION['JWT_PRIVATE_KEY']?.trimEnd() },
    clientApp: { secrets: ['x'.repeat(32)] },
    email: { postmark: { token: ' token with spaces ' } },
    redisUrl: 'redis://:c@cache:6379',
  });
});

test('only the last line end is cut', () => {
  const password = '  long enough  \n';

  const { firstAdmin } = readConfig({ ADMIN_EMAIL: 'a@b.co', ADMIN_PASSWORD_FILE: givenFile(`${password}\n`) });

  expect(firstAdmin?.password).toBe(password);
});

test('a setting given both ways is refused', () => {
  const environment = { ...PRODUCTION, SECRETS_KEYS_FILE: givenFile(generateSecretsKeys()) };

  expect(problemsOf(environment)).toThrow(/^SECRETS_KEYS_FILE: must not be set if SECRETS_KEYS is$/);
});

test('a file that is missing or empty is named with its setting, and nothing else', () => {
  const { SECRETS_KEYS: _, POSTMARK_SERVER_TOKEN: __, ...others } = PRODUCTION;
  const missing = join(folder, 'nothing');
  const empty = givenFile('\n');

  expect(problemsOf({ ...others, SECRETS_KEYS_FILE: missing, POSTMARK_SERVER_TOKEN_FILE: empty })).toThrow(
    `SECRETS_KEYS_FILE: ${missing} cannot be read (ENOENT)\nPOSTMARK_SERVER_TOKEN_FILE: ${empty} is empty`,
  );
});

test('a wrong content is reported by the setting, without the content', () => {
  const environment = fromFiles({ SECRETS_KEYS: 'k1:secret-secret' });

  expect(problemsOf(environment)).toThrow(
    /^SECRETS_KEYS: must be id:base64 of 32 bytes, joined by commas, each id once$/,
  );
});
