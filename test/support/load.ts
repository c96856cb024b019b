import { setTimeout } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import type { Actor } from './api.ts';
import { SUBMIT, validInput } from './given/applications.ts';
import type { TestDatabase } from './database.ts';
import { ADMIN_RECIPIENTS, type HttpAnswer, type ProductProcess } from './processes/product.process.ts';

export const LIST = '{ partnerApplications(limit: 5) { items { id notes { id } } pageInfo { totalItems } } }';

/** Number of concurrent loops of submissions, and of lists. */
const WRITERS = 3;
const READERS = 1;

/** Milliseconds between a response and the next request, because the tests share two cores. */
const PAUSE = 10;

/** The results of a load so far. */
export interface Load {
  /** IDs of the acknowledged applications. */
  readonly acknowledged: string[];
  /** Number of answered lists. */
  readonly lists: number;
  /** Status and code of every error response: `503 UNAVAILABLE`. */
  readonly refusals: string[];
  /** Errors of requests without a response. */
  readonly lost: string[];
  /** Settle when the open requests are answered. */
  readonly inFlight: Promise<void>[];
  /** Sends no more requests, and waits for the open ones. */
  stop(): Promise<void>;
}

/** Submits applications and lists them as an admin, in a few loops, until it is stopped. */
export function startLoad(product: ProductProcess, admin: Actor): Load {
  const load = {
    acknowledged: [] as string[],
    lists: 0,
    refusals: [] as string[],
    lost: [] as string[],
    get inFlight() {
      return [...inFlight];
    },
  };
  const inFlight = new Set<Promise<void>>();
  let stopped = false;
  const loops = [
    ...Array.from({ length: WRITERS }, () =>
      repeat(async () => {
        const { data } = await asked(submitTo(product));
        if (data) load.acknowledged.push(data.submitPartnerApplication.applicationId);
      }),
    ),
    ...Array.from({ length: READERS }, () =>
      repeat(async () => {
        const { data } = await asked(product.ask(admin, LIST));
        if (data) load.lists++;
      }),
    ),
  ];
  const stop = async () => {
    stopped = true;
    await Promise.all(loops);
  };
  return Object.assign(load, { stop });

  async function repeat(request: () => Promise<void>): Promise<void> {
    for (; !stopped; await setTimeout(PAUSE)) {
      const asking = request();
      inFlight.add(asking);
      await asking;
      inFlight.delete(asking);
    }
  }

  async function asked<Data>(request: Promise<HttpAnswer<Data>>): Promise<Partial<HttpAnswer<Data>>> {
    try {
      const answer = await request;
      if (answer.errors) load.refusals.push(refusalOf(answer));
      return answer;
    } catch (error) {
      load.lost.push(error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error));
      return {};
    }
  }
}

/** Waits for this many more acknowledged submissions, and for a list. */
export async function moreOf(load: Load, submissions = 10): Promise<void> {
  const least = { acknowledged: load.acknowledged.length + submissions, lists: load.lists + 1 };
  await vi.waitFor(
    () => {
      expect(load.acknowledged.length).toBeGreaterThanOrEqual(least.acknowledged);
      expect(load.lists).toBeGreaterThanOrEqual(least.lists);
    },
    { timeout: 20_000, interval: 20 },
  );
}

/** `503 UNAVAILABLE`, or `200` if it was not refused. */
export const refusalOf = ({ status, errors = [] }: HttpAnswer<unknown>): string =>
  [status, ...errors.map(({ extensions }) => extensions.code)].join(' ');

export const submitTo = (product: ProductProcess, input: object = validInput(), key?: string) =>
  product.ask<{ submitPartnerApplication: { applicationId: string } }>(undefined, SUBMIT, { input, key });

/** Checks that every acknowledged application exists once, with each of its emails: sent, or with a job to send it. */
export async function expectNothingLost(rows: TestDatabase['rows'], acknowledged: string[]): Promise<void> {
  expect(acknowledged).not.toEqual([]);
  const incomplete = await rows(
    `select acknowledged.id, application.id is not null as stored, count(email.id)::int as emails,
       count(email.id) filter (where email.status = 'SENT' or job.id is not null)::int as on_their_way
     from unnest($1::uuid[]) acknowledged (id)
     left join partner_application application on application.id = acknowledged.id
     left join email_message email on email.application_id = acknowledged.id
     left join pgboss.job on job.data ->> 'id' = email.id::text and job.state in ('created', 'retry', 'active')
     group by acknowledged.id, application.id
     having application.id is null or count(email.id) <> $2
       or count(email.id) filter (where email.status = 'SENT' or job.id is not null) <> $2`,
    [acknowledged, 1 + ADMIN_RECIPIENTS.length],
  );
  expect(incomplete).toEqual([]);
}

/** Waits until the emails of these applications are sent, up to `timeout` milliseconds. */
export async function expectSent(rows: TestDatabase['rows'], applications: string[], timeout: number): Promise<void> {
  const sent = applications.length * (1 + ADMIN_RECIPIENTS.length);
  await vi.waitFor(
    async () =>
      expect(
        await rows(
          `select status, count(*)::int as emails from email_message where application_id = any($1) group by status`,
          [applications],
        ),
      ).toEqual([{ status: 'SENT', emails: sent }]),
    { timeout, interval: 100 },
  );
}
