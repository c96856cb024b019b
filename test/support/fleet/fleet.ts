import type { TestContext } from 'vitest';
import { afterAll, beforeAll, expect } from 'vitest';
import { Secrets } from '../../../src/core/secrets/secrets.ts';
import type { Actor } from '../api.ts';
import { givenPartner } from '../given/partners.ts';
import { FakePostmark } from '../processes/fake-postmark.ts';
import { freePort } from '../processes/free.port.ts';
import { PostgresCluster } from '../processes/postgres.cluster.ts';
import { becomesReady, useProduct, type ProductProcess } from '../processes/product.process.ts';
import { PRODUCTION } from '../processes/production.ts';
import { Ledger, type Callers, type LedgerRow } from './ledger.ts';
import { startProxy, type ProxyKind, type ProxyProcess } from '../proxies/proxy.program.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** For the table of `npm run test:faults`. */
    ledger?: LedgerRow;
  }
}

/** Two APIs and two workers on one PostgreSQL, behind a proxy, with a fake Postmark. All settings are production's. */
interface Fleet {
  postgres: PostgresCluster;
  postmark: FakePostmark;
  /** Replaced by a test that restarts one. */
  apis: ProductProcess[];
  workers: ProductProcess[];
  proxy: ProxyProcess;
  /** Starts a process again with the same port and settings. */
  startApi(index: number): Promise<void>;
  startWorker(index: number): Promise<void>;
}

/** Starts a fleet for the test file. Its tests run one after the other, and leave all processes running. */
export function useFleet(kind: ProxyKind) {
  const { start } = useProduct();
  const fleet = { apis: [], workers: [] } as unknown as Fleet;
  const closings: (() => Promise<unknown>)[] = [];
  let admin: Actor;
  let reseller: Actor;

  beforeAll(async () => {
    fleet.postgres = await PostgresCluster.start();
    closings.push(() => fleet.postgres.stop());
    fleet.postmark = await FakePostmark.start();
    closings.push(() => fleet.postmark.stop());
    const ports = [await freePort(), await freePort()];
    const { JWT_PRIVATE_KEY: _key, SECRETS_KEYS = '' } = PRODUCTION;
    const environment = {
      ...PRODUCTION,
      ...fleet.postgres.environment,
      ADMIN_NOTIFICATION_EMAILS: 'team@reachgenie.example,lead@reachgenie.example',
      RATE_LIMIT_RECIPIENT: '100000/second',
      POSTMARK_API_URL: fleet.postmark.url,
      TRUST_PROXY: '1',
    };
    fleet.startApi = async (index) => {
      fleet.apis[index] = await start({ ...environment, WORKER: 'off', PORT: String(ports[index]) });
    };
    fleet.startWorker = async (index) => {
      fleet.workers[index] = await start({ ...environment, WORKER: 'only' });
    };
    await fleet.startApi(0); // migrates
    await Promise.all([fleet.startApi(1), fleet.startWorker(0), fleet.startWorker(1)]);
    fleet.proxy = await startProxy(kind, ports);
    closings.push(() => fleet.proxy.stop());
    const [api] = fleet.apis as [ProductProcess];
    admin = await api.signIn();
    const given = { admin, rows: fleet.postgres.rows, ask: api.ask.bind(api), secrets: new Secrets(SECRETS_KEYS) };
    reseller = (await givenPartner(given)).actor;
  }, 180_000);
  afterAll(async () => {
    for (const close of closings.reverse()) await close();
  }, 60_000);

  /**
   * Runs a fault under load, waits for more successes, and compares what clients were told with what is stored and
   * sent. Fails if anything acknowledged is lost, or an email was never sent.
   */
  const expectToWithstand = async (
    { task }: TestContext,
    fault: (ledger: Ledger) => Promise<unknown>,
    load?: Pick<Callers, 'submitters'>,
  ): Promise<LedgerRow> => {
    const ledger = new Ledger({ url: fleet.proxy.url, admin, reseller, ...load });
    try {
      await ledger.more();
      await fault(ledger);
      for (const api of fleet.apis) await becomesReady(api, 30_000);
      await ledger.more();
    } finally {
      await ledger.stop();
    }
    const row = await ledger.row(task.name, fleet.postgres.rows, fleet.postmark);
    task.meta.ledger = row;
    expect(ledger.unexpected).toEqual([]);
    expect(row).toMatchObject({ found: row.acknowledged, never: 0 });
    return row;
  };
  return { fleet, expectToWithstand };
}
