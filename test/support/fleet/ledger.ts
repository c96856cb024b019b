import { setTimeout } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { vi } from 'vitest';
import type { Actor, Answer } from '../api.ts';
import type { TestDatabase } from '../database.ts';
import { SUBMIT, validInput } from '../given/applications.ts';
import { CREATE, validClient } from '../given/client-accounts.ts';
import { LIST, refusalOf } from '../load.ts';
import type { FakePostmark } from '../processes/fake-postmark.ts';
import { ADMIN_RECIPIENTS, askAt, type HttpAnswer } from '../processes/product.process.ts';

/** The callers of a ledger, and the URL that they use. */
export interface Callers {
  url: string;
  admin: Actor;
  reseller: Actor;
  /** Number of concurrent loops of submissions. */
  submitters?: number;
}

/** Compared with the database and Postmark after a fault. */
export interface LedgerRow {
  fault: string;
  /** Changes that a client was told about. */
  acknowledged: number;
  /** Those that are stored once, with their emails or audit event. */
  found: number;
  /** Tries that got no answer, or 503. The client tries again with the same key. */
  retries: number;
  /** Reasons of those that were not 503 UNAVAILABLE. */
  unanswered: string[];
  /** Emails that Postmark took once, more than once, or never. */
  once: number;
  twice: number;
  never: number;
  /** Milliseconds between two successful answers, at most. */
  longestOutage: number;
}

/** Milliseconds between a response and the next request, because the tests share two cores. */
const PAUSE = 20;

/** Milliseconds without an answer after which a client gives up a try. */
const PATIENCE = 30_000;

/**
 * Submits applications, creates clients and reads lists like patient clients: a change is tried again with its
 * idempotency key until it is acknowledged.
 */
export class Ledger {
  readonly applications: string[] = [];
  readonly clients: string[] = [];
  /** Answers that no client should get, such as INTERNAL_SERVER_ERROR. */
  readonly unexpected: string[] = [];
  /** Why tries were repeated: `502`, `503 UNAVAILABLE`, or the error of a request without an answer. */
  readonly retries: string[] = [];
  readonly #callers: Callers;
  readonly #loops: Promise<void>[];
  #stopped = false;
  #lastSuccess = performance.now();
  #longestOutage = 0;

  constructor(callers: Callers) {
    this.#callers = callers;
    this.#loops = [
      ...Array.from({ length: callers.submitters ?? 3 }, () => this.#repeat(() => this.#submit())),
      this.#repeat(() => this.#createClient()),
      this.#repeat(() => this.#read()),
    ];
  }

  /** Waits for this many more acknowledged submissions, and for a client. */
  async more(submissions = 10, timeout = 60_000): Promise<void> {
    const { applications, clients } = this;
    const least = { applications: applications.length + submissions, clients: clients.length + 1 };
    await vi.waitUntil(() => applications.length >= least.applications && clients.length >= least.clients, {
      timeout,
      interval: 50,
    });
  }

  /** Begins no more changes, and waits until the open ones are acknowledged. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#loops);
  }

  /** Waits until no email waits, then compares all with the database and with Postmark. */
  async row(fault: string, rows: TestDatabase['rows'], postmark: FakePostmark): Promise<LedgerRow> {
    const { applications, clients } = this;
    await vi.waitUntil(async () => (await rows(WAITING, [applications])).length === 0, {
      timeout: 90_000 + 20 * applications.length,
      interval: 250,
    });
    const [stored] = await rows(FOUND, [applications, clients, 1 + ADMIN_RECIPIENTS.length]);
    const emails = await rows('select id from email_message where application_id = any($1)', [applications]);
    const times = emails.map(({ id }) => postmark.taken.filter((taken) => taken === id).length);
    return {
      fault,
      acknowledged: applications.length + clients.length,
      found: Number(stored?.['found']),
      retries: this.retries.length,
      unanswered: this.retries.filter((reason) => reason !== '503 UNAVAILABLE'),
      once: times.filter((count) => count === 1).length,
      twice: times.filter((count) => count > 1).length,
      never: times.filter((count) => count === 0).length,
      longestOutage: Math.round(this.#longestOutage),
    };
  }

  async #submit(): Promise<void> {
    const variables = { input: validInput(), key: uuid() };
    const data = await this.#untilDone<{ submitPartnerApplication: { applicationId: string } }>(
      undefined,
      SUBMIT,
      variables,
    );
    if (data) this.applications.push(data.submitPartnerApplication.applicationId);
  }

  async #createClient(): Promise<void> {
    const variables = { input: validClient(), key: uuid() };
    const { reseller } = this.#callers;
    const data = await this.#untilDone<{ createClientAccount: { id: string } }>(reseller, CREATE, variables);
    if (data) this.clients.push(data.createClientAccount.id);
  }

  async #read(): Promise<void> {
    await this.#untilDone(this.#callers.admin, LIST);
  }

  async #repeat(work: () => Promise<void>): Promise<void> {
    for (; !this.#stopped; await setTimeout(PAUSE)) await work();
  }

  /** Undefined if the answer is an error that another try would not change. */
  async #untilDone<Data>(actor: Actor | undefined, query: string, variables?: object): Promise<Answer<Data>['data']> {
    for (;;) {
      const answer = await this.#try<Data>(actor, query, variables);
      if (typeof answer === 'object' && answer.data) {
        this.#succeeded();
        return answer.data;
      }
      const refusal = typeof answer === 'object' ? refusalOf(answer) : answer;
      if (typeof answer === 'object' && answer.status < 502) {
        this.unexpected.push(refusal);
        return undefined;
      }
      this.retries.push(refusal);
      await setTimeout(PAUSE);
    }
  }

  /** Returns the error if there is no answer of the product. */
  async #try<Data>(actor: Actor | undefined, query: string, variables?: object): Promise<HttpAnswer<Data> | string> {
    try {
      return await askAt<Data>(this.#callers.url, actor, query, variables, AbortSignal.timeout(PATIENCE));
    } catch (error) {
      return error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error);
    }
  }

  #succeeded(): void {
    const now = performance.now();
    this.#longestOutage = Math.max(this.#longestOutage, now - this.#lastSuccess);
    this.#lastSuccess = now;
  }
}

const WAITING = `select id from email_message where application_id = any($1) and status = 'QUEUED' limit 1`;

const FOUND = `select
  (select count(*) from partner_application application where id = any($1)
    and (select count(*) from email_message where application_id = application.id and status = 'SENT') = $3
    and (select count(*) from partner_application other where other.contact_email = application.contact_email) = 1)
  + (select count(*) from client_account client where id = any($2)
    and (select count(*) from audit_event where target_id = client.id) = 1
    and (select count(*) from client_account other where other.contact_email = client.contact_email) = 1) as found`;
