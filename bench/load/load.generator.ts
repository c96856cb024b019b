import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Load, LoadResult } from './load.ts';

export interface LoadGenerator {
  readonly pid: number;
  /** One load at a time. */
  put(load: Load): Promise<LoadResult>;
  readonly stop: () => void;
}

/** Starts load.ts, which ends with this process. */
export function startLoadGenerator(): LoadGenerator {
  // Node strips the types itself: a loader would only cost it time.
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

/** Before PostgreSQL, which has the same CPU: what an answer waits for its reader would count as the server's latency. */
function goesFirst(pid: number): void {
  try {
    setPriority(pid, -10);
  } catch {
    // Only root may.
  }
}
