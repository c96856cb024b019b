import { setTimeout } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import type { Actor } from './api.ts';
import { SUBMIT, validInput } from './given/applications.ts';
import type { TestDatabase } from './database.ts';
import { ADMIN_RECIPIENTS, type HttpAnswer, type ProductProcess } from './processes/product.process.ts';

export const LIST = '{ partnerApplications(limit: 5) { items { id notes { id } } pageInfo { totalItems } } }';

/** How many submissions, and how many lists, are asked for at once. */
const WRITERS = 3;
const READERS = 1;

/** Milliseconds between an answer and the next request: the tests share two cores. */
const PAUSE = 10;

/** What a load has got so far. */
export interface Load {
  /** The applications whose submission was acknowledged. */
  readonly acknowledged: string[];
  /** How many lists were answered. */
  readonly lists: number;
  /** `503 UNAVAILABLE`: the status and code of every answer with an error. */
  readonly refusals: string[];
  /** Why requests got no answer at all. */
  readonly lost: string[];
  /** Settle with the requests that wait for their answers. */
  readonly inFlight: Promise<void>[];
  /** Asks nothing more, and waits for what is still to be answered. */
  stop(): Promise<void>;
}

/** Submissions, and lists as an admin, one after the other in a few loops, until it is stopped. */
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

/** Waits until the load has got so many more submissions acknowledged, and a list. */
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

/** `503 UNAVAILABLE`, or `200` for what was not refused. */
export const refusalOf = ({ status, errors = [] }: HttpAnswer<unknown>): string =>
  [status, ...errors.map(({ extensions }) => extensions.code)].join(' ');

export const submitTo = (product: ProductProcess, input: object = validInput(), key?: string) =>
  product.ask<{ submitPartnerApplication: { applicationId: string } }>(undefined, SUBMIT, { input, key });

/** Every acknowledged application is there once, with each of its mails, sent or with the job to send it. */
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

/** Their mails are sent within so many milliseconds. */
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
