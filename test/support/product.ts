import { pino } from 'pino';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { openDatabase } from '../../src/core/database/database.ts';
import { LOG_OPTIONS } from '../../src/core/context/log.options.ts';
import { JobQueue } from '../../src/core/jobs/job.queue.ts';
import { Outbound } from '../../src/core/outbound/outbound.ts';
import { entities } from '../../src/schema.ts';
import { startWorker, type Worker } from '../../src/worker.ts';
import { useApi, type Api } from './api.ts';
import { givenClient, type Client } from './given/client-accounts.ts';
import { givenPartner, type Partner } from './given/partners.ts';
import { provisioningOf } from './given/provisionings.ts';
import { FROM, SITE } from './mail.ts';
import { FakeProduct, type ProductAnswer } from './processes/fake-product.ts';

export const soon = { timeout: 15_000, interval: 50 };

export const TEAM = 'team@reachgenie.example';

export interface Provisioning {
  api: Api;
  product: FakeProduct;
  /** All log lines of workers. */
  logs: string[];
  reseller(): Partner;
  /** Starts a worker with its own connections. There is one already. They stop after the last test. */
  startWorker(): Promise<Worker>;
  /** Creates a client that the product answers like this. Without answers, it sets it up. */
  givenAnswered(...answers: ProductAnswer[]): Promise<Client>;
  /** Waits until the stored row of a client is like this. */
  expectBecomes(id: string, row: object): Promise<void>;
}

/** Waits until a worker follows clients. Those of before are not followed. */
export async function followed(api: Pick<Api, 'rows'>): Promise<void> {
  const begun = `select 1 from event_consumer where name = 'provisioning'`;
  await vi.waitFor(async () => expect(await api.rows(begun)).toHaveLength(1), soon);
}

/** Starts the API, a product and, by default, a worker that tells it of clients, for a test file. */
export async function useProvisioning({ works = true } = {}): Promise<Provisioning> {
  const product = await FakeProduct.start();
  const api = useApi(product.environment);
  const logs: string[] = [];
  const log = pino({ ...LOG_OPTIONS, level: 'info' }, { write: (line: string) => void logs.push(line) });
  const closings: (() => Promise<unknown>)[] = [];
  let reseller: Partner | undefined;
  let named = 0;
  const partner = () => reseller ?? expect.fail('The test has not begun.');

  const start = async () => {
    const url = api.database.loginUrl;
    const orm = await openDatabase({ url, entities, poolSize: 5, log });
    const jobs = await JobQueue.open({ url, log, works: true });
    closings.push(() => orm.close());
    const worker = await startWorker({
      orm,
      jobs,
      log,
      product: { url: product.url, token: product.token, timeoutSeconds: 2 },
      adminRecipients: [TEAM],
      postmark: undefined,
      from: FROM,
      site: SITE,
      secrets: api.secrets,
      outbound: new Outbound({ allowsLoopback: true }),
      pollingSeconds: 0.5,
    });
    closings.push(() => worker.stop());
    return worker;
  };

  beforeAll(async () => {
    reseller = await givenPartner(api);
    if (!works) return;
    await start();
    await followed(api);
  });
  afterAll(async () => {
    for (const close of closings.reverse()) await close();
    await product.stop();
  });

  return {
    api,
    product,
    logs,
    reseller: partner,
    startWorker: start,
    givenAnswered: async (...answers) => {
      const companyName = `Acme ${named++}`;
      if (answers.length > 0) product.answer(companyName, ...answers);
      return givenClient(api, partner().actor, { companyName });
    },
    expectBecomes: async (id, row) => {
      await expect.poll(() => provisioningOf(api, id), soon).toMatchObject(row);
    },
  };
}
