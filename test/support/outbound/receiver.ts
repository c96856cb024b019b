import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll } from 'vitest';
import type { Api } from '../api.ts';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Event {
  type: string;
  timestamp: string;
  data: { object: Record<string, unknown> | null; changes: Record<string, { from: unknown; to: unknown }> | null };
}

type Respond = (response: ServerResponse, received: Received) => void;

/** A receiver of webhooks on the loopback address. Each path is an endpoint. */
export class Receiver {
  readonly received: Received[] = [];
  readonly #server: Server;
  readonly #answers = new Map<string, Respond>();

  private constructor() {
    this.#server = createServer((request, response) => void this.#receive(request, response));
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  url(path: string): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  at(path: string): Received[] {
    return this.received.filter((each) => each.path === path);
  }

  events(path: string): Event[] {
    return this.at(path).map(({ body }) => JSON.parse(body) as Event);
  }

  /** Answers this way from now on. By default: 204. */
  answer(path: string, respond: Respond): void {
    this.#answers.set(path, respond);
  }

  /** Answers with a status from now on. */
  answerWith(path: string, status: number, headers: Record<string, string> = {}): void {
    this.answer(path, (response) => response.writeHead(status, headers).end(`Status ${status}`));
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = { path: request.url ?? '', headers: request.headers, body: await text(request) };
    this.received.push(received);
    const respond = this.#answers.get(received.path) ?? ((to) => to.writeHead(204).end());
    respond(response, received);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** Whether a receiver that has this secret accepts the request, by the library of Standard Webhooks. */
export function accepts(secret: string, { headers, body }: Received): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

/** A receiver, and a worker that sends to it. */
export function useReceiver(api: Api, environment: Record<string, string> = {}): () => Receiver {
  let receiver: Receiver;
  const closings: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    receiver = await Receiver.start();
    closings.push(() => receiver.stop());
    const worker = await startWorker(api, environment);
    closings.push(() => worker.stop());
  });
  afterAll(async () => {
    for (const close of closings.reverse()) await close();
  });
  return () => receiver;
}

/** Starts a worker, and waits until it follows events. */
export async function startWorker(api: Api, environment: Record<string, string> = {}) {
  const worker = await api.startAnother({ WORKER: 'only', ...environment });
  for (;;) {
    const [begun] = await api.rows(`select from event_consumer where name = 'webhooks'`);
    if (begun) return worker;
  }
}
