import { connect, type Socket } from 'node:net';
import { AnswerReader } from './answer.reader.ts';

/** What to ask. `{{number}}` in a body becomes a number that is used once. */
export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  /** Of the `Authorization` header; none for the public. */
  token?: string | undefined;
  /** JSON. */
  body?: string | undefined;
}

export interface Load {
  /** On 127.0.0.1. */
  port: number;
  /** Sent in turn. */
  requests: LoadRequest[];
  /** The first `{{number}}`. */
  firstNumber: number;
  /** Each asks for the next as soon as it has its answer. */
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

/**
 * Puts a load on a server of this machine, over plain sockets: node:http would cost several times as much, on the CPU that
 * PostgreSQL works on. @throws Error where it cannot be reached, or hangs up.
 */
async function put({ port, requests, firstNumber, connections, seconds, most }: Load): Promise<LoadResult> {
  const messages = requests.map((request) => messageOf(request, port));
  const latencies: number[] = [];
  let failures = 0;
  let failure: string | undefined;
  let sent = 0;
  const started = performance.now();
  const deadline = started + seconds * 1_000;

  const connection = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      const next = () => {
        if (sent >= most || performance.now() >= deadline) return resolve();
        const number = sent++;
        sentAt = performance.now();
        socket.write(messages[number % messages.length]?.(firstNumber + number) ?? '');
      };
      const reader = new AnswerReader((status, isRefusal, text) => {
        latencies.push(performance.now() - sentAt);
        if (status !== 200 || isRefusal) {
          failures++;
          failure ??= `${status} ${text().slice(0, 500)}`;
        }
        next();
      });
      socket.on('data', (chunk: Buffer) => reader.read(chunk));
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('The server has hung up.')));
      socket.once('connect', next);
    }).finally(() => socket.destroy());
  await Promise.all(Array.from({ length: connections }, () => connection(open(port))));
  return { requests: latencies.length, failures, failure, seconds: (performance.now() - started) / 1_000, latencies };
}

const open = (port: number): Socket => connect({ port, host: '127.0.0.1', noDelay: true });

const NUMBER = '{{number}}';

/** A request as it goes over the line, by its number. */
function messageOf({ method, path, token, body = '' }: LoadRequest, port: number): (number: number) => Buffer | string {
  const head = [
    `${method} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    ...(token ? [`authorization: Bearer ${token}`] : []),
    'accept: application/json',
  ].join('\r\n');
  const whole = (content: string) =>
    content === ''
      ? `${head}\r\n\r\n`
      : `${head}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
  if (body.includes(NUMBER)) return (number) => whole(body.replaceAll(NUMBER, String(number)));
  const message = Buffer.from(whole(body));
  return () => message;
}

// A process of its own, so that its work does not delay what it measures: a load comes as a message, and so goes the result.
process.on('message', (load: Load) => {
  put(load).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
