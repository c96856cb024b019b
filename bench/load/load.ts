import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { AnswerReader } from './answer.reader.ts';

/** A request. `{{number}}` in its body becomes a unique number. */
export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  /** Bearer token; anonymous by default. */
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
  /** Each sends its next request after an answer. */
  connections: number;
  /** Requests of all connections per second, evenly spaced. Default: unlimited. */
  perSecond?: number | undefined;
  /** Sends nothing after this time, then waits for open answers. */
  seconds: number;
  /** Sends no more requests than this. */
  most: number;
}

export interface LoadResult {
  /** All requests, including failures. */
  requests: number;
  /** Answers with errors or another status than 200 or 201, and lost connections. */
  failures: number;
  /** The first failed answer. */
  failure: string | undefined;
  /** Failures with 503 and Retry-After. */
  refusals: number;
  /** From the first request to the last answer. */
  seconds: number;
  /** Milliseconds of each successful request, unordered. */
  latencies: number[];
}

/** A connection that the server has accepted. A balancer keeps such connections, so overload does not delay them. */
async function accepted(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.write('GET /health/live HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

/** Milliseconds before a failed connection is tried again. */
const PAUSE = 20;

/** Sends a load over plain sockets, because node:http would take several times the CPU from PostgreSQL. */
async function put(load: Load): Promise<LoadResult> {
  const { port, requests, firstNumber, connections, perSecond, seconds, most } = load;
  const messages = requests.map((request) => messageOf(request, port));
  const latencies: number[] = [];
  let [failures, refusals, sent] = [0, 0, 0];
  let failure: string | undefined;
  const atHand = perSecond ? await Promise.all(Array.from({ length: connections }, () => accepted(port))) : [];
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
      /** Undefined unless a request is open. */
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
      const reader = new AnswerReader((status, hasErrors, text) => {
        if ((status === 200 || status === 201) && !hasErrors) latencies.push(performance.now() - (sentAt ?? 0));
        else {
          const answer = text();
          if (status === 503 && /\r\nretry-after:/i.test(answer)) refusals++;
          // Keeps the status line and the body.
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
        // The close event, which follows, counts it.
        opened.on('error', () => undefined);
        opened.once('connect', () => void (isConnected = true));
        opened.once('close', () => {
          const isUsed = socket === opened;
          if (isUsed) socket = undefined;
          if (isConnected && !(isUsed && sentAt !== undefined)) return;
          failed(isConnected ? 'The server closed the connection.' : 'The server refused the connection.');
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

/** Creates the bytes of a request from its number. */
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

// A separate process, so that nothing else delays its clock. Loads and results are messages.
process.on('message', (load: Load) => {
  put(load).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
