import { once } from 'node:events';
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
  /** So many in all are sent in a second, if answers come in time: for a load that does not wait. */
  perSecond?: number | undefined;
  /** Nothing is sent after so long, or after so many requests. */
  seconds: number;
  most: number;
}

export interface LoadResult {
  /** Answered, in whatever way, or hung up on. */
  requests: number;
  /** Those of them that were not answered as they should be. */
  failures: number;
  /** The answer to one of these. */
  failure: string | undefined;
  /** Those of the failures that were refused for now: 503 with Retry-After. */
  refusals: number;
  /** From the first request to the last answer. */
  seconds: number;
  /** Milliseconds of each request that did not fail, in no order. */
  latencies: number[];
}

/**
 * A connection that the server has taken up: Node takes up one with each turn of its event loop, which are long under a load
 * that does not wait. Whoever balances such loads keeps connections at hand.
 */
async function takenUp(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.write('GET /health/live HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

/** Milliseconds before a connection that could not be had is tried again. */
const PAUSE = 20;

/**
 * Puts a load on a server of this machine, over plain sockets: node:http would cost several times as much, on the CPU that
 * PostgreSQL works on.
 */
async function put(load: Load): Promise<LoadResult> {
  const { port, requests, firstNumber, connections, perSecond, seconds, most } = load;
  const messages = requests.map((request) => messageOf(request, port));
  const latencies: number[] = [];
  let [failures, refusals, sent] = [0, 0, 0];
  let failure: string | undefined;
  const atHand = perSecond ? await Promise.all(Array.from({ length: connections }, () => takenUp(port))) : [];
  const started = performance.now();
  const deadline = started + seconds * 1_000;
  const interval = perSecond ? (connections / perSecond) * 1_000 : 0;
  const failed = (answer: string) => {
    failures++;
    failure ??= answer.slice(0, 500);
  };

  const connection = (index: number) =>
    new Promise<void>((resolve) => {
      let socket: Socket | undefined;
      let due = started + (index / connections) * interval;
      /** Undefined while no answer is awaited. */
      let sentAt: number | undefined;
      const next = () => {
        const now = performance.now();
        if (sent >= most || now >= deadline) {
          resolve();
          socket?.destroy();
        } else if (!socket) open();
        else if (now < due) setTimeout(next, due - now);
        else {
          due = Math.max(due + interval, now);
          sentAt = now;
          const number = sent++;
          socket.write(messages[number % messages.length]?.(firstNumber + number) ?? '');
        }
      };
      const reader = new AnswerReader((status, isRefusal, text) => {
        if (status === 200 && !isRefusal) latencies.push(performance.now() - (sentAt ?? 0));
        else {
          const answer = text();
          if (status === 503 && /\r\nretry-after:/i.test(answer)) refusals++;
          // The status line, and the body without the head.
          failed(answer.replace(/\r\n[^]*?\r\n\r\n/, ' '));
          if (/\r\nconnection: close/i.test(answer)) {
            socket?.destroy();
            socket = undefined;
          }
        }
        sentAt = undefined;
        next();
      });
      const open = () => {
        const opened = connect({ port, host: '127.0.0.1', noDelay: true });
        opened.once('connect', () => use(opened));
        listenTo(opened);
      };
      const use = (opened: Socket) => {
        socket = opened;
        next();
      };
      const listenTo = (opened: Socket) => {
        let isConnected = !opened.connecting;
        opened.on('data', (chunk: Buffer) => reader.read(chunk));
        // What has happened counts when the connection is closed, which comes next.
        opened.on('error', () => undefined);
        opened.once('connect', () => void (isConnected = true));
        opened.once('close', () => {
          const isUsed = socket === opened;
          if (isUsed) socket = undefined;
          if (isConnected && !(isUsed && sentAt !== undefined)) return;
          failed(isConnected ? 'The server has hung up.' : 'The server could not be reached.');
          sentAt = undefined;
          reader.reset();
          setTimeout(next, PAUSE);
        });
      };
      const taken = atHand[index];
      if (!taken) return next();
      listenTo(taken);
      use(taken);
    });
  await Promise.all(Array.from({ length: connections }, (_, index) => connection(index)));
  const elapsed = (performance.now() - started) / 1_000;
  return { requests: latencies.length + failures, failures, failure, refusals, seconds: elapsed, latencies };
}

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
