import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { becomesReady, endsWithUs, freePort } from '../product/product.ts';

/** Starts a program of this folder, which listens on `PORT`. Node strips the types itself. */
export async function startProgram(path: string, settings: Record<string, string>) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, path)], {
    env: { NODE_ENV: 'production', PORT: String(port), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = endsWithUs(child);
  await becomesReady(child, `http://127.0.0.1:${port}/`);
  return { pid: child.pid ?? 0, port, stop };
}
