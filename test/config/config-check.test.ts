import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { generateSecretsKeys } from '../../src/core/secrets/secrets.ts';
import { generatePrivateKey } from '../../src/identity/tokens/signing.keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COMPLETE = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://partners.reachgenie.com',
  DATABASE_URL: 'postgres://reachgenie_login:q8Zr2LtWm4Xc7Vb1@db/reachgenie',
  MIGRATION_DATABASE_URL: 'postgres://reachgenie_owner:h5Nk9PsJd3Fg6Ty0@db/reachgenie',
  JWT_PRIVATE_KEY: generatePrivateKey().replaceAll('\n', '\\n'),
  SECRETS_KEYS: generateSecretsKeys(),
  CLIENT_APP_URL: 'https://app.reachgenie.com/access',
  CLIENT_APP_SECRET: '5d0c2f7a91be4836a7f3e0d9c8b1a264',
  POSTMARK_SERVER_TOKEN: 'b3f1c6d2-9a47-4e58-8c70-5d21e6fa9b34',
  EMAIL_FROM: '"ReachGenie Partners <partners@reachgenie.com>"',
  ADMIN_NOTIFICATION_EMAILS: 'team@reachgenie.com',
  TRUST_PROXY: '1',
};

/** Runs the command on an environment file, or on the environment. */
async function check(settings: Record<string, string>, by: 'file' | 'environment' = 'file') {
  const file = join(folder, 'product.env');
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(''));
  const args = ['--import', '@oxc-node/core/register', 'src/config.check.command.ts', ...(by === 'file' ? [file] : [])];
  const env = { PATH: process.env['PATH'], ...(by === 'environment' ? settings : {}) };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, stdout };
  }
}

test('a complete configuration has no problem', async () => {
  expect(await check(COMPLETE)).toEqual({ code: 0, stdout: 'The configuration for production is complete.\n' });
  expect(await check({})).toEqual({ code: 0, stdout: 'The configuration for development is complete.\n' });
});

test('all that would stop a start is printed together', async () => {
  const { PUBLIC_URL: _, SECRETS_KEYS: __, ...others } = COMPLETE;

  const found = await check({ ...others, PORT: 'x', JWT_PRIVATE_KEY: 'my-secret', SECRETS_KEYS_FILE: '/nowhere/keys' });

  expect(found.code).toBe(1);
  expect(found.stdout.split('\n').sort()).toEqual(
    [
      '',
      '  JWT_PRIVATE_KEY: must be a private key on the curve P-256, as PEM',
      '  PORT: must be a whole number from 0 to 65535',
      '  PUBLIC_URL: must be set in production',
      '  SECRETS_KEYS_FILE: /nowhere/keys cannot be read (ENOENT)',
      'The product would not start:',
    ].sort(),
  );
});

test('the environment is checked if there is no file', async () => {
  const { code, stdout } = await check({ NODE_ENV: 'production' }, 'environment');

  expect(code).toBe(1);
  expect(stdout).toContain('  DATABASE_URL: must be set in production\n');
});

const KEY = COMPLETE.SECRETS_KEYS.split(':')[1];

test.each<[Record<string, string>, string]>([
  [{ CLIENT_APP_SECRET: COMPLETE.POSTMARK_SERVER_TOKEN }, 'CLIENT_APP_SECRET: has the secret of POSTMARK_SERVER_TOKEN'],
  [
    { MIGRATION_DATABASE_URL: 'postgres://o:q8Zr2LtWm4Xc7Vb1@db/reachgenie' },
    'MIGRATION_DATABASE_URL: has the secret of DATABASE_URL',
  ],
  [{ SECRETS_KEYS: `a:${KEY},b:${KEY}` }, 'SECRETS_KEYS: has one value twice'],
  [{ SECRETS_KEYS: `a:${'A'.repeat(43)}=` }, 'SECRETS_KEYS: is easy to guess'],
  [{ CLIENT_APP_SECRET: 'a'.repeat(32) }, 'CLIENT_APP_SECRET: is easy to guess'],
  [
    { CLIENT_APP_SECRET: 'replace-this-by-32-or-more-random-letters' },
    'CLIENT_APP_SECRET: is the example of the documentation',
  ],
  [{ DATABASE_URL: 'postgres://reachgenie_login:password@db/reachgenie' }, 'DATABASE_URL: is easy to guess'],
  [
    { DATABASE_URL: 'postgres://reachgenie_owner:q8Zr2LtWm4Xc7Vb1@db/reachgenie' },
    'DATABASE_URL: has the user of MIGRATION_DATABASE_URL',
  ],
  [
    { DATABASE_URL: 'postgres://reachgenie_login:q8Zr2LtWm4Xc7Vb1@db/other' },
    'MIGRATION_DATABASE_URL: names another database',
  ],
  [
    { DATABASE_URL: 'postgres://reachgenie_login:password@db1:5432,db2:5432/reachgenie' },
    'DATABASE_URL: is easy to guess',
  ],
  [
    { DATABASE_URL: 'postgres://reachgenie_owner:q8Zr2LtWm4Xc7Vb1@db/reachgenie?host=db1,db2' },
    'DATABASE_URL: has the user of MIGRATION_DATABASE_URL',
  ],
  [{ DATABASE_URL: 'postgres://reachgenie_login:100%@db/reachgenie' }, 'DATABASE_URL: is easy to guess'],
  [{ PUBLIC_URL: 'https://localhost:4000' }, 'PUBLIC_URL: has a name for tests or documents'],
  [{ EMAIL_FROM: 'partners@example.com' }, 'EMAIL_FROM: has a name for tests or documents'],
  [{ CLIENT_APP_URL: 'https://partners.reachgenie.com/app' }, 'CLIENT_APP_URL: has the origin of PUBLIC_URL'],
  [{ ALLOWED_ORIGINS: 'https://other.reachgenie.com' }, 'ALLOWED_ORIGINS: lacks the origin of PUBLIC_URL'],
  [{ TRUST_PROXY: '0' }, 'TRUST_PROXY: is 0'],
  [{ PROBE_PORT: '4001' }, 'PROBE_PORT: has no effect'],
])('doubts %j', async (settings, doubt) => {
  const { code, stdout } = await check({ ...COMPLETE, ...settings });

  expect(code).toBe(1);
  const [title, line, ...others] = stdout.split('\n');
  expect([title, ...others]).toEqual(['The product would start, but:', '']);
  expect(line).toContain(`  ${doubt}`);
  for (const secret of ['q8Zr2LtWm4Xc7Vb1', KEY ?? '', 'b3f1c6d2', 'aaaa', 'AAAA', 'replace-this']) {
    expect(stdout).not.toContain(secret);
  }
});
