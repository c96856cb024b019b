import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN } from './people.ts';

/** Milliseconds. A first start builds everything and creates a database. */
const READY_WITHIN = 180_000;

/** Starts the product on an empty database, for Playwright. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { url, stop } = await startProduct({
    DEMO_DATA: 'false',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ADMIN_NAME: ADMIN.name,
  });
  process.env['E2E_URL'] = url; // the workers inherit it
  return stop;
}

/** Starts the product as a user does, on its own database. `stop` stops it like Ctrl-C. Default folder: this one. */
export async function startProduct(
  settings: Record<string, string>,
  checkout = process.cwd(),
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'reachgenie-e2e-'));
  await chmod(folder, 0o755); // root runs PostgreSQL as another user, which must reach its data
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn('npm', ['start'], {
    cwd: checkout,
    detached: true, // a separate process group, for the signal
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      RATE_LIMIT_SUBMISSIONS: '100000/second',
      RATE_LIMIT_INVITATIONS: '100000/second',
      RATE_LIMIT_INVITED: '100000/second',
      RATE_LIMIT_SIGN_IN: '100000/second',
      RATE_LIMIT_SIGN_IN_PAIR: '100000/second',
      RATE_LIMIT_SIGN_IN_FAILURES: '100000/second',
      RATE_LIMIT_PASSWORD_RESETS: '100000/second',
      RATE_LIMIT_API_KEYS: '100000/second',
      RATE_LIMIT_API: '100000/second',
      RATE_LIMIT_STATUS: '100000/second',
      RATE_LIMIT_DOCUMENTS: '100000/second',
      ...settings,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(url, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ready(url: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  for (;;) {
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (hasEnded() || Date.now() > deadline) throw new Error('The product did not start.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
