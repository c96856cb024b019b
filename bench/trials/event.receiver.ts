import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Notes when each numbered event arrives first. Counts all requests. */
export interface EventReceiver {
  readonly port: number;
  /** Milliseconds since 1970 of the first arrival, by number. */
  readonly arrivals: ReadonlyMap<number, number>;
  readonly requests: () => number;
  readonly stop: () => void;
}

/** Answers requests to `/hang` never, and all others immediately. */
export async function startEventReceiver(): Promise<EventReceiver> {
  const arrivals = new Map<number, number>();
  let requests = 0;
  const server = createServer((request, response) => {
    if (request.url === '/hang') return;
    const at = Date.now();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests++;
      const number = numberIn(Buffer.concat(chunks).toString());
      if (number !== undefined && !arrivals.has(number)) arrivals.set(number, at);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, arrivals, requests: () => requests, stop };
}

interface Sent {
  data: { changes: { number: { to: number } } | null };
}

const numberIn = (body: string): number | undefined => (JSON.parse(body) as Sent).data.changes?.number?.to;
