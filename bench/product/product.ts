import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { generateSecretsKeys } from '../../src/core/secrets/secrets.ts';
import { generatePrivateKey } from '../../src/identity/tokens/signing.keys.ts';
import { ADMIN } from '../data/admins.ts';
import { signIn, type Tokens } from './tokens.ts';

/** The product with production's settings. */
export interface Product {
  readonly pid: number;
  readonly port: number;
  /** Access tokens of an admin and of many resellers. */
  readonly tokens: Tokens;
  /** Sends a document and returns `data`. @throws Error if the answer has errors */
  readonly ask: <Data>(document: string, variables: object, token?: string) => Promise<Data>;
  readonly stop: () => Promise<void>;
}

export const ROOT = join(import.meta.dirname, '../..');
const PUBLIC_URL = 'https://partners.reachgenie.example';
const FAR = '999999/second';
const START_LIMIT_MS = 60_000;

const SETTINGS = {
  NODE_ENV: 'production',
  MALLOC_ARENA_MAX: '2',
  HOST: '127.0.0.1',
  PUBLIC_URL,
  CLIENT_APP_URL: 'https://app.reachgenie.example',
  CLIENT_APP_SECRET: 'a-secret-of-the-client-application',
  EMAIL_FROM: 'partners@reachgenie.example',
  ADMIN_NOTIFICATION_EMAILS: 'team@reachgenie.example',
  // Unused, because no worker sends emails.
  POSTMARK_SERVER_TOKEN: 'none',
  POSTMARK_API_URL: 'http://127.0.0.1:1',
  WORKER: 'off',
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  ADMIN_SECOND_FACTOR: 'optional',
  RATE_LIMIT_SUBMISSIONS: FAR,
  RATE_LIMIT_RECIPIENT: FAR,
  RATE_LIMIT_SIGN_IN: FAR,
  RATE_LIMIT_API: FAR,
  RATE_LIMIT_STATUS: FAR,
  RATE_LIMIT_DOCUMENTS: FAR,
};

export interface ProductOptions {
  /** A checkout. Default: this one. */
  folder?: string | undefined;
  nodeOptions?: string[];
  /** From this folder. Default: the bundle. */
  program?: string;
  /** Added to the default settings. */
  settings?: Record<string, string>;
}

/** Starts the product on a database, as the application's role. Its log goes to a temporary file. */
export async function startProduct(
  { ownerUrl, loginUrl }: DatabaseUrls,
  { folder = ROOT, nodeOptions = [], program = 'dist/main.js', settings = {} }: ProductOptions = {},
): Promise<Product> {
  const port = await freePort();
  const privateKey = generatePrivateKey();
  const keys = { JWT_PRIVATE_KEY: privateKey, SECRETS_KEYS: generateSecretsKeys() };
  const logFile = join(tmpdir(), `reachgenie-partners-bench-${port}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, ['--max-semi-space-size=8', ...nodeOptions, program], {
    cwd: folder,
    env: { ...SETTINGS, ...settings, PORT: String(port), DATABASE_URL: loginUrl, ...keys },
    stdio: ['ignore', log, 'inherit'],
  });
  closeSync(log);
  const end = endsWithUs(child);
  const stop = () => end().then(() => rmSync(logFile));
  await becomesReady(child, `http://127.0.0.1:${port}/health/ready`).catch((error: unknown) => {
    throw new Error(`The product did not start. Read its log: ${logFile}`, { cause: error });
  });

  const ask = async <Data>(query: string, variables: object, token?: string): Promise<Data> => {
    const authorization = token ? { authorization: `Bearer ${token}` } : undefined;
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(`${query.trim()}\n${JSON.stringify(errors)}`);
    return data;
  };
  const tokens = await signIn(ownerUrl, { privateKey, issuer: PUBLIC_URL, admin: ADMIN.email });
  return { pid: child.pid ?? 0, port, tokens, ask, stop };
}

/** Builds the server of a checkout and returns its folder. */
export function build(folder = ROOT): string {
  execFileSync(process.execPath, ['--run', 'build'], { cwd: folder, stdio: 'inherit' });
  return folder;
}

/** Ends a process when this one ends for any reason. Returns a function that ends it gracefully. */
export function endsWithUs(child: ChildProcess): () => Promise<void> {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
}

/** Waits for any answer but 503. @throws Error if the process ends or takes longer than a minute */
export async function becomesReady(child: ChildProcess, url: string): Promise<void> {
  for (
    const deadline = Date.now() + START_LIMIT_MS;
    Date.now() < deadline && child.exitCode === null;
    await setTimeout(10)
  ) {
    const response = await fetch(url).catch(() => undefined);
    if (response && response.status !== 503) return;
  }
  child.kill('SIGKILL');
  throw new Error(`Did not start: ${child.spawnargs.join(' ')}`);
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
