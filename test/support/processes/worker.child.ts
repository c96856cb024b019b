import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach } from 'vitest';

interface WorkerChild {
  databaseUrl: string;
  postmarkUrl: string;
  timeoutSeconds?: number;
  settlingSeconds?: number;
  product?: { url: string; token: string };
}

/** Starts workers as separate processes, and kills them after each test. */
export function useWorkerChildren() {
  const children: ChildProcess[] = [];

  const kill = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  /** The defaults are the product's. */
  const start = ({
    databaseUrl,
    postmarkUrl,
    timeoutSeconds = 10,
    settlingSeconds = 25,
    product,
  }: WorkerChild): ChildProcess => {
    const register = ['--import', '@oxc-node/core/register', 'test/support/processes/worker.process.ts'];
    const options = [databaseUrl, postmarkUrl, String(timeoutSeconds), String(settlingSeconds)];
    if (product) options.push(product.url, product.token);
    const child = spawn(process.execPath, [...register, ...options], { stdio: 'inherit' });
    children.push(child);
    return child;
  };

  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
  });

  return { start, kill };
}
