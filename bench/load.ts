import { Agent, request, type IncomingMessage } from 'node:http';

/** What to send: POST requests, each connection the next one as soon as it has its answer. */
export interface Load {
  url: string;
  headers: Record<string, string>;
  /** Sent in turn. `{{number}}` in them becomes a number that is used once. */
  bodies: string[];
  /** The first such number. */
  firstNumber: number;
  connections: number;
  /** Nothing is sent after so long, or after so many requests. */
  seconds: number;
  most: number;
}

export interface LoadResult {
  /** Answered requests. */
  requests: number;
  /** Those of them that were answered by an error. */
  failures: number;
  /** The answer to one of these. */
  failure: string | undefined;
  /** From the first request to the last answer. */
  seconds: number;
  /** Milliseconds of each request, in no order. */
  latencies: number[];
}

/** Puts a load on a server of this machine. @throws Error where it cannot be reached, or hangs up. */
async function put({ url, headers, bodies, firstNumber, connections, seconds, most }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let failures = 0;
  let failure: string | undefined;
  let sent = 0;
  const started = performance.now();
  const deadline = started + seconds * 1_000;

  const connection = async (): Promise<void> => {
    while (sent < most && performance.now() < deadline) {
      const number = sent++;
      const body = (bodies[number % bodies.length] ?? '').replaceAll('{{number}}', String(firstNumber + number));
      const sentAt = performance.now();
      const { status, text } = await post(url, agent, headers, body);
      latencies.push(performance.now() - sentAt);
      if (status === 200 && !text.includes('"errors":')) continue;
      failures++;
      failure ??= `${status} ${text.toString().slice(0, 500)}`;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return { requests: latencies.length, failures, failure, seconds: (performance.now() - started) / 1_000, latencies };
}

function post(url: string, agent: Agent, headers: Record<string, string>, body: string) {
  return new Promise<{ status: number | undefined; text: Buffer }>((resolve, reject) => {
    const length = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sending = request(url, { method: 'POST', agent, headers: { ...headers, ...length } });
    sending.on('response', (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(chunks) }));
      answer.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

// A process of its own, so that its work does not delay what it measures: a load comes as a message, and so goes the result.
process.on('message', (load: Load) => {
  put(load).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
