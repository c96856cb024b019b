import { setTimeout } from 'node:timers/promises';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { currentWork } from '../../core/telemetry/work.ts';
import type { WorkerParts } from '../../feature.ts';
import { accountOf } from './product.account.ts';
import { ProductClient, type ProductOptions } from './product.client.ts';
import { claim, findDue, type Due } from './provisioning.claims.ts';
import { settle } from './provisioning.outcomes.ts';

/** Requests of a worker at the same time. */
const AT_ONCE = 8;

/** Milliseconds until the next look, if another worker has taken the row. */
const CONTENDED = 100;

/** Tells the product of clients whose version it should have. Any number of workers share the rows: decision 85. */
export class ProvisioningSender {
  readonly #worker: WorkerParts;
  readonly #product: ProductClient;
  readonly #stopped = new AbortController();
  readonly #active = new Set<Promise<void>>();

  constructor(worker: WorkerParts, options: ProductOptions) {
    this.#worker = worker;
    this.#product = new ProductClient(options);
  }

  /** Returns how to stop. Requests in progress end first. */
  start(): () => Promise<void> {
    const running = this.#run();
    return async () => {
      this.#stopped.abort();
      await running;
      await Promise.all(this.#active);
    };
  }

  async #run(): Promise<void> {
    const { pollingSeconds, log } = this.#worker;
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const isFull = await this.#round().catch((error: unknown) => {
        log.warn({ err: error }, 'clients are not provisioned, retrying');
        return false;
      });
      if (isFull) await Promise.race(this.#active);
      else await setTimeout(1_000 * pollingSeconds, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Returns whether more rows may be due than this worker can send at once. */
  async #round(): Promise<boolean> {
    const free = AT_ONCE - this.#active.size;
    const due = await this.#asPlatform((em) => findDue(em, free));
    for (const row of due) {
      const sending = currentWork.run({ operation: 'provisioning' }, () => this.#send(row));
      this.#active.add(sending);
      void sending.finally(() => this.#active.delete(sending));
    }
    return due.length === free;
  }

  /** Never throws. An attempt whose answer is not stored is made again later, which is safe. */
  async #send(due: Due): Promise<void> {
    try {
      const attempt = await this.#asPlatform((em) => claim(em, due));
      if (!attempt) return await setTimeout(CONTENDED);
      const { clientId, version, client, isAccepted } = attempt;
      const answer = isAccepted
        ? await this.#product.ask(clientId, version)
        : await this.#product.put(clientId, version, accountOf(version, client));
      await settle(this.#worker, attempt, answer);
    } catch (error) {
      this.#worker.log.warn({ err: error, client: due.clientId }, 'the outcome of a provisioning is not stored');
    }
  }

  /** The rows of all tenants. */
  #asPlatform<Result>(work: Parameters<typeof inTransaction<Result>>[1]): Promise<Result> {
    return inTransaction(asPlatform(this.#worker.orm.em), work);
  }
}
