import { setTimeout } from 'node:timers/promises';
import { currentTime } from '../../core/database/database.clock.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { outboundError } from '../../core/outbound/outbound.error.ts';
import type { OutboundAnswer } from '../../core/outbound/outbound.ts';
import { webhookTries } from '../../core/telemetry/metrics.ts';
import { currentWork } from '../../core/telemetry/work.ts';
import type { WorkerParts } from '../../feature.ts';
import { MOST_KEPT } from '../webhook-try.types.ts';
import type { WebhookFailure } from '../webhook.failures.ts';
import { liveSecrets } from '../webhook.secret.ts';
import { claimDue, type Claim } from './webhook.claims.ts';
import { noteDelivered, noteFailed, noteInterrupted } from './webhook.outcomes.ts';
import { MOST_TRIES, waitAfter } from './webhook.schedule.ts';
import { signedHeaders } from './webhook.signature.ts';

/** Deliveries of a worker at once. */
const AT_ONCE = 32;

/** Milliseconds. A worker that was suspended for longer does not send: the claim may belong to another one. */
const LATEST_START = 5_000;

const GONE = 410;

const USER_AGENT = 'ReachGenie-Webhooks/1';

/** Sends due deliveries. Any number of workers share them: decision 84. */
export class WebhookSender {
  readonly #worker: WorkerParts;
  readonly #running = new Set<Promise<void>>();
  readonly #stopped = new AbortController();

  constructor(worker: WorkerParts) {
    this.#worker = worker;
  }

  /** Returns how to stop. Tries in progress end first. */
  start(): () => Promise<void> {
    const looping = currentWork.run({ operation: 'webhooks' }, () => this.#loop());
    return async () => {
      this.#stopped.abort();
      await looping;
      await Promise.all(this.#running);
    };
  }

  async #loop(): Promise<void> {
    const { log, pollingSeconds } = this.#worker;
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        await this.#begin();
      } catch (error) {
        log.warn({ err: error }, 'webhooks are not sent, retrying');
      }
      const poll = new AbortController();
      const pause = setTimeout(1_000 * pollingSeconds, undefined, { signal: AbortSignal.any([signal, poll.signal]) });
      // A finished one makes room for the next one of its endpoint.
      await Promise.race([pause.catch(() => undefined), ...this.#running]);
      poll.abort();
    }
  }

  async #begin(): Promise<void> {
    const room = AT_ONCE - this.#running.size;
    if (room === 0) return;
    const claimed = performance.now();
    // As the platform, because the worker has no caller.
    const claims = await inTransaction(asPlatform(this.#worker.orm.em), (em) => claimDue(em, room));
    for (const claim of claims) {
      const running = this.#deliver(claim, claimed).finally(() => this.#running.delete(running));
      this.#running.add(running);
    }
  }

  /** Never fails. A try whose outcome is not stored is made again once its lease is over. */
  async #deliver(claim: Claim, claimed: number): Promise<void> {
    const { log } = this.#worker;
    try {
      if (claim.tries >= MOST_TRIES) await noteInterrupted(this.#worker, claim);
      else if (performance.now() - claimed <= LATEST_START) await this.#try(claim);
    } catch (error) {
      log.warn({ err: error, delivery: claim.id }, 'webhook outcome not stored, trying again');
    }
  }

  async #try(claim: Claim): Promise<void> {
    const started = performance.now();
    const answer = await this.#send(claim).catch((error: unknown) => outboundError(error));
    const milliseconds = Math.round(performance.now() - started);
    if (answer instanceof Error) return this.#failed(claim, { milliseconds, failure: answer.failure });
    const kept = { milliseconds, status: answer.status, answer: keptOf(answer.body) };
    if (answer.status < 200 || answer.status >= 300) {
      return this.#failed(claim, { ...kept, failure: 'STATUS' }, answer);
    }
    webhookTries.inc({ outcome: 'delivered' });
    return noteDelivered(this.#worker, claim, kept);
  }

  #send(claim: Claim): Promise<OutboundAnswer> {
    const { outbound, secrets } = this.#worker;
    const now = currentTime();
    const previousUntil = claim.previousUntil === null ? null : new Date(claim.previousUntil);
    const live = liveSecrets(secrets, { ...claim, id: claim.endpointId, previousUntil }, now);
    const headers = {
      'content-type': 'application/json',
      'user-agent': USER_AGENT,
      ...signedHeaders(live, claim, now),
    };
    return outbound.post({ url: claim.url, headers, body: claim.payload });
  }

  #failed(
    claim: Claim,
    result: { milliseconds: number; status?: number; answer?: string; failure: WebhookFailure },
    answer?: OutboundAnswer,
  ): Promise<void> {
    const isGone = answer?.status === GONE;
    const wait = isGone ? undefined : waitAfter(claim.type, claim.tries + 1, answer?.retryAfter, currentTime());
    webhookTries.inc({ outcome: wait === undefined ? 'given_up' : 'failed' });
    return noteFailed(this.#worker, claim, { result, wait, isGone });
  }
}

/** PostgreSQL stores no U+0000. */
const keptOf = (body: string): string =>
  Buffer.from(body).subarray(0, MOST_KEPT).toString('utf8').replaceAll('\0', '\ufffd');
