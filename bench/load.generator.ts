import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, LoadResult } from './load.ts';

export interface LoadGenerator {
  readonly pid: number;
  put(load: Load): Promise<LoadResult>;
  stop(): void;
}

/** Starts load.ts, which ends with this process. */
export function startLoadGenerator(): LoadGenerator {
  // Node strips the types itself: a loader would only cost it time.
  const child = fork(join(import.meta.dirname, 'load.ts'), { execArgv: [] });
  const { pid } = child;
  if (pid === undefined) throw new Error('The load generator did not start.');
  return {
    pid,
    put: async (load) => {
      child.send(load);
      const ended = once(child, 'exit').then(() => [{ error: 'The load generator ended.' }]);
      const [answer] = (await Promise.race([once(child, 'message'), ended])) as [LoadResult | { error: string }];
      if ('error' in answer) throw new Error(answer.error);
      return answer;
    },
    stop: () => child.disconnect(),
  };
}
