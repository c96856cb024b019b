import type { Profiler } from 'node:inspector';
import { once } from 'node:events';

/** Microseconds between two samples: thousands of samples at little cost. */
const INTERVAL = 500;

/** Profiles a process started with `--inspect=<port>` during `work`. */
export async function profileOf(port: number, work: () => Promise<unknown>): Promise<Profiler.Profile> {
  const response = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await response.json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error('The inspector lists no process.');
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
