import type { Profiler } from 'node:inspector';
import { once } from 'node:events';

/** Microseconds between two samples: close enough for thousands of them, far enough to cost little. */
const INTERVAL = 500;

/** Asks a process that was started with `--inspect=<port>` where it spends its time while `work` goes on. */
export async function profileOf(port: number, work: () => Promise<unknown>): Promise<Profiler.Profile> {
  const response = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await response.json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error('There is nothing to profile.');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  let calls = 0;
  const call = async (method: string, params?: object): Promise<unknown> => {
    const id = ++calls;
    socket.send(JSON.stringify({ id, method, params }));
    for (;;) {
      const [message] = (await once(socket, 'message')) as [MessageEvent<string>];
      const answer = JSON.parse(message.data) as { id?: number; result?: unknown };
      if (answer.id === id) return answer.result;
    }
  };
  try {
    await call('Profiler.enable');
    await call('Profiler.setSamplingInterval', { interval: INTERVAL });
    await call('Profiler.start');
    await work();
    const { profile } = (await call('Profiler.stop')) as { profile: Profiler.Profile };
    return profile;
  } finally {
    socket.close();
  }
}
