import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Load, LoadResult } from './load.ts';

export interface LoadGenerator {
  readonly pid: number;
  /** Runs one load at a time. */
  put(load: Load): Promise<LoadResult>;
  readonly stop: () => void;
}

/** Starts load.ts as a process that ends with this one. */
export function startLoadGenerator(): LoadGenerator {
  // Without a loader: Node strips the types itself.
  const child = fork(join(import.meta.dirname, 'load.ts'), { execArgv: [] });
  const { pid } = child;
  if (pid === undefined) throw new Error('The load generator did not start.');
  goesFirst(pid);
  let answered: (answer: LoadResult | { error: string }) => void = () => undefined;
  child.on('message', (answer) => answered(answer as LoadResult | { error: string }));
  child.on('exit', () => answered({ error: 'The load generator has ended.' }));
  return {
    pid,
    put: (load) =>
      new Promise((resolve, reject) => {
        answered = (answer) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer));
        child.send(load);
      }),
    stop: () => child.disconnect(),
  };
}

/** Runs before PostgreSQL on the same CPU, because unread answers would count as latency of the server. */
function goesFirst(pid: number): void {
  try {
    setPriority(pid, -10);
  } catch {
    // Only root can.
  }
}
