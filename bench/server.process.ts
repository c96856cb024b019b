import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generatePrivateKey } from '../src/identity/signing.keys.ts';

/** The product, as production runs it. */
export interface Server {
  readonly pid: number;
  readonly url: string;
  /** An access token of an admin, good for 15 minutes. */
  readonly signIn: () => Promise<string>;
  /** Asks and answers `data`. @throws Error for an answer with errors. */
  readonly ask: <Data>(document: string, variables: object, token?: string) => Promise<Data>;
  readonly stop: () => Promise<void>;
}

const ROOT = join(import.meta.dirname, '..');
const ADMIN = { email: 'bench@reachgenie.example', password: 'as long as it needs to be' };
const FAR = '999999/second';
const START_LIMIT_MS = 20_000;

const SETTINGS = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://partners.reachgenie.example',
  CLIENT_APP_URL: 'https://app.reachgenie.example',
  CLIENT_APP_SECRET: 'a-secret-of-the-client-application',
  EMAIL_FROM: 'partners@reachgenie.example',
  ADMIN_NOTIFICATION_EMAILS: 'team@reachgenie.example',
  // Never used: there is no worker that would send a mail.
  POSTMARK_SERVER_TOKEN: 'none',
  POSTMARK_API_URL: 'http://127.0.0.1:1',
  WORKER: 'off',
  LOG_LEVEL: 'warn',
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  RATE_LIMIT_SUBMISSIONS: FAR,
  RATE_LIMIT_RECIPIENT: FAR,
  RATE_LIMIT_SIGN_IN: FAR,
  RATE_LIMIT_API: FAR,
};

/** Starts what was built into dist/ on a database, by the URL of the application's role. */
export async function startServer(databaseUrl: string): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    cwd: ROOT,
    env: { ...SETTINGS, PORT: String(port), DATABASE_URL: databaseUrl, JWT_PRIVATE_KEY: generatePrivateKey() },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // Whatever way this process ends, the server does not outlive it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  await becomesReady(child, url);

  const ask = async <Data>(query: string, variables: object, token?: string): Promise<Data> => {
    const authorization = token ? { authorization: `Bearer ${token}` } : undefined;
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(`${query.trim()}\n${JSON.stringify(errors)}`);
    return data;
  };
  return {
    pid: child.pid ?? 0,
    url: `${url}/graphql`,
    ask,
    signIn: async () => (await ask<{ signIn: { accessToken: string } }>(SIGN_IN, ADMIN)).signIn.accessToken,
    stop: async () => {
      process.off('exit', kill);
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }`;

async function becomesReady(child: ChildProcess, url: string): Promise<void> {
  for (
    const deadline = Date.now() + START_LIMIT_MS;
    Date.now() < deadline && child.exitCode === null;
    await setTimeout(50)
  ) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error('The server did not start.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
