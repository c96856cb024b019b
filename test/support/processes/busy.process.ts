import { expect, onTestFinished } from 'vitest';
import { postTo, type Api } from '../api.ts';
import { givenApplication } from '../given/applications.ts';
import { waitingFor } from '../locks.ts';

/** Requests in progress. */
export const AT_ONCE = 2;

/** 20 for each request in progress. */
export const WAITING = 20 * AT_ONCE;

const CHANGE = 'mutation ($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { status } }';
export const changeOf = (id: string) => JSON.stringify({ query: CHANGE, variables: { id } });

export const headersOfAdmin = ({ admin }: Api) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${admin.accessToken}`,
});

export const times = <Result>(count: number, make: () => Result) => Array.from({ length: count }, make);

export const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status;

/** A process on the same database. Requests wait as long as a slow machine needs. */
export async function givenProcess(api: Api, environment: Record<string, string> = {}) {
  const app = await api.startAnother({ REQUESTS_AT_ONCE: `${AT_ONCE}`, LONGEST_WAIT: '60000', ...environment });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= app.stop());
  onTestFinished(stop);
  const url = app.url ?? '';
  return { stop, url, post: (body: unknown, headers: Record<string, string> = {}) => postTo(url, body, headers) };
}

/** A change that waits for a row, which is locked until `release`. */
export async function givenHeldRow(api: Api) {
  const id = await givenApplication(api);
  await api.rows('begin');
  onTestFinished(async () => void (await api.rows('rollback'))); // nothing, if it was released
  await api.rows('select from partner_application where id = $1 for update', [id]);
  return { body: changeOf(id), release: () => api.rows('commit') };
}

/** A process that works on as many requests as possible until `release`. */
export async function givenBusy(api: Api, environment?: Record<string, string>) {
  const held = await givenHeldRow(api);
  const process = await givenProcess(api, environment);
  const hangUp = new AbortController();
  const answers = times(AT_ONCE, () => sendChange(api, process.url, held.body, hangUp.signal));
  await expect.poll(() => waitingFor(api), { timeout: 5_000 }).toBe(AT_ONCE);
  return { ...process, answers, hangUp: () => hangUp.abort(), release: held.release };
}

/** Sends a change as an admin, until the signal hangs up. */
export const sendChange = (api: Api, url: string, body: string, signal: AbortSignal) =>
  fetch(`${url}/graphql`, { method: 'POST', body, headers: headersOfAdmin(api), signal });

/** Sends this many requests. Returns the statuses so far, in order, and the end of all. */
export function sendMany(count: number, ask: () => Promise<{ status: number }>) {
  const statuses: number[] = [];
  const all = Promise.all(times(count, async () => void statuses.push(await statusOf(ask()))));
  return { statuses, all };
}

/** Fills the queue with this request, which one request more than fits proves. */
export async function fillQueue(ask: () => Promise<{ status: number }>) {
  const sent = sendMany(WAITING + 1, ask);
  await expect.poll(() => sent.statuses, { timeout: 5_000 }).toEqual([503]);
  return sent;
}
