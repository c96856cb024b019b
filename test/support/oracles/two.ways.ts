import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, expect } from 'vitest';
import { postTo, type Api } from '../api.ts';

/*
 * A document that the product knows is answered before Fastify and Apollo (src/http/graphql/front.ts). Clients must not be
 * able to tell. A comment at its end makes a document new.
 */

type Server = Pick<Api, 'url' | 'logs'>;

export interface Sent {
  query: string;
  variables?: unknown;
  operationName?: unknown;
}

export interface Way {
  /** All that a client and the log see, in one text. Only what differs between any two requests is masked. */
  answer: string;
  /** Whether Fastify did not see the request. */
  isShort: boolean;
}

let seenByFastify = 0;

/** Counts the requests that reach Fastify. Call it once a file. */
export function watchFastify(): void {
  const count = () => void seenByFastify++;
  const channel = 'tracing:fastify.request.handler:start';
  beforeAll(() => subscribe(channel, count));
  afterAll(() => void unsubscribe(channel, count));
}

let documents = 0;
export const newVersion = (query: string): string => `${query}\n#${documents++}`;

/** Makes a document known, and runs nothing. */
export async function makeKnown(server: Pick<Api, 'url'>, query: string): Promise<void> {
  const response = await postTo(server.url, { query, operationName: 'NoneOfThem' });
  expect(response.status).toBe(400);
}

/** Waits for an answer and its lines in the log. */
export async function wayOf({ logs }: Pick<Api, 'logs'>, ask: () => Promise<Response>): Promise<Way> {
  const before = seenByFastify;
  const response = await ask();
  const body = await response.text();
  const isShort = seenByFastify === before;
  const requestId = response.headers.get('x-request-id') ?? '';
  const lines = () => logs.filter((line) => line['requestId'] === requestId);
  await expect.poll(lines).toContainEqual(expect.objectContaining({ msg: 'request' }));
  const answer = { status: response.status, headers: [...response.headers], body, lines: lines() };
  return { isShort, answer: masked(answer, requestId) };
}

function masked(answer: object, requestId: string): string {
  const ofEach = new Set(['time', 'durationMs', 'stack']);
  return JSON.stringify(answer, (name, value: unknown) => (ofEach.has(name) ? 0 : value), 1)
    .replaceAll(requestId, '<request>')
    .replace(/(?<="date",\s*)"[^"]+"/, '<now>');
}

/** Sends a request with a known document and with a new one. Returns their common answer. */
export async function expectAlike(server: Server, sent: Sent, headers: Record<string, string> = {}): Promise<string> {
  await makeKnown(server, sent.query);
  const known = await wayOf(server, () => postTo(server.url, sent, headers));
  const unknown = await wayOf(server, () => postTo(server.url, { ...sent, query: newVersion(sent.query) }, headers));

  expect(known.answer).toBe(unknown.answer);
  expect([known.isShort, unknown.isShort]).toEqual([true, false]);
  return known.answer;
}
