import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { generatePrivateKey } from '../../src/identity/tokens/signing.keys.ts';
import { becomesReady, endsWithUs, freePort, ROOT } from './product.ts';

/** A worker of development, because only that may call this machine. */
export async function startWorker(
  { ownerUrl, loginUrl }: DatabaseUrls,
  secretsKeys: string,
): Promise<{ pid: number; stop: () => Promise<void> }> {
  const port = await freePort();
  const logFile = join(tmpdir(), `reachgenie-partners-bench-${port}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      WORKER: 'only',
      PROBE_PORT: String(port),
      DEMO_DATA: 'false',
      DATABASE_URL: loginUrl,
      MIGRATION_DATABASE_URL: ownerUrl,
      JWT_PRIVATE_KEY: generatePrivateKey(),
      SECRETS_KEYS: secretsKeys,
    },
    stdio: ['ignore', log, 'inherit'],
  });
  closeSync(log);
  const end = endsWithUs(child);
  await becomesReady(child, `http://127.0.0.1:${port}/health/ready`).catch((error: unknown) => {
    throw new Error(`The worker did not start. Read its log: ${logFile}`, { cause: error });
  });
  return { pid: child.pid ?? 0, stop: () => end().then(() => rmSync(logFile)) };
}
