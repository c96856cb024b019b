import type { TestContext } from 'vitest';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { Secrets } from '../../../src/core/secrets/secrets.ts';
import type { Actor } from '../api.ts';
import { givenPartner } from '../given/partners.ts';
import { FakePostmark } from '../processes/fake-postmark.ts';
import { freePort } from '../processes/free.port.ts';
import { PostgresCluster } from '../clusters/postgres.cluster.ts';
import { askAt, becomesReady, useProduct, type ProductProcess } from '../processes/product.process.ts';
import { PRODUCTION } from '../processes/production.ts';
import { hasRedisServer, RedisServer } from '../processes/redis.server.ts';
import { runUnit } from '../processes/unit.commands.ts';
import { Ledger, type Callers, type LedgerRow } from './ledger.ts';
import { startProxy, type ProxyKind, type ProxyProcess } from '../proxies/proxy.program.ts';
import { TcpProxy } from '../proxies/tcp.proxy.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** For the table of `npm run test:faults`. */
    ledger?: LedgerRow;
  }
}

/** How a process differs from its usual settings. */
interface Difference {
  environment?: Record<string, string>;
  /** File descriptor for its log, in place of `logs`. */
  log?: number;
}

/** Two APIs and two workers on one PostgreSQL, behind a proxy, with a fake Postmark. All settings are production's. */
interface Fleet<Postgres> {
  postgres: Postgres;
  postmark: FakePostmark;
  /** Counts rate limits. Undefined on a machine without it. */
  redis: RedisServer | undefined;
  /** A way to PostgreSQL that no process uses, unless its DATABASE_URL is `detourUrl`. */
  detour: TcpProxy;
  detourUrl: string;
  /** Replaced by a test that restarts one. */
  apis: [ProductProcess, ProductProcess];
  workers: [ProductProcess, ProductProcess];
  proxy: ProxyProcess;
  admin: Actor;
  /** Starts a process again, with its port and settings. */
  startApi(index: 0 | 1, difference?: Difference): Promise<void>;
  startWorker(index: 0 | 1, difference?: Difference): Promise<void>;
  /** As `systemctl restart` does with its unit of ops/systemd. */
  restartApi(index: 0 | 1): Promise<void>;
  /** By SIGKILL, which is faster. Waits until the proxy knows that it is back. For the time before and after a load. */
  replaceApi(index: 0 | 1, difference?: Difference): Promise<void>;
  replaceWorker(index: 0 | 1, difference?: Difference): Promise<void>;
}

/** The log line of a request through the proxy, which then knows that the process is back. */
const SERVED = expect.objectContaining({ msg: 'request', path: '/graphql' });

async function stop(process: ProductProcess): Promise<void> {
  process.signal('SIGTERM');
  await vi.waitFor(() => expect(process.end).toEqual({ code: 0, signal: null }), 15_000);
}

/** A PostgreSQL of a fleet. */
type FleetPostgres = Pick<PostgresCluster, 'port' | 'urls' | 'environment' | 'rows' | 'stop'>;

/** Starts a fleet for the test file. Its tests run one after the other, and leave all processes running. */
export const useFleet = (kind: ProxyKind) => useFleetOn(PostgresCluster.start, kind);

/** Starts a fleet on another PostgreSQL. */
export function useFleetOn<Postgres extends FleetPostgres>(startPostgres: () => Promise<Postgres>, kind: ProxyKind) {
  const { start } = useProduct();
  const fleet = { apis: [], workers: [] } as unknown as Fleet<Postgres>;
  const closings: (() => Promise<unknown>)[] = [];
  let reseller: Actor;

  beforeAll(async () => {
    fleet.postgres = await startPostgres();
    closings.push(() => fleet.postgres.stop());
    fleet.postmark = await FakePostmark.start();
    closings.push(() => fleet.postmark.stop());
    if (hasRedisServer) fleet.redis = await RedisServer.start();
    closings.push(async () => fleet.redis?.[Symbol.asyncDispose]());
    fleet.detour = await TcpProxy.start(fleet.postgres.port);
    closings.push(() => fleet.detour.stop());
    fleet.detourUrl = Object.assign(new URL(fleet.postgres.urls.loginUrl), { port: fleet.detour.port }).href;
    const ports: [number, number] = [await freePort(), await freePort()];
    const { JWT_PRIVATE_KEY: _key, SECRETS_KEYS = '' } = PRODUCTION;
    const settings = {
      ...PRODUCTION,
      ...fleet.postgres.environment,
      ...(fleet.redis && { REDIS_URL: fleet.redis.url }),
      ADMIN_NOTIFICATION_EMAILS: 'team@reachgenie.example,lead@reachgenie.example',
      RATE_LIMIT_RECIPIENT: '100000/second',
      POSTMARK_API_URL: fleet.postmark.url,
      TRUST_PROXY: '1',
    };
    fleet.startApi = async (index, { environment, log } = {}) => {
      const own = { ...settings, WORKER: 'off', PORT: String(ports[index]), ...environment };
      fleet.apis[index] = await start(own, 60_000, log);
    };
    fleet.startWorker = async (index, { environment, log } = {}) => {
      fleet.workers[index] = await start({ ...settings, WORKER: 'only', ...environment }, 60_000, log);
    };
    const isServedBy = async ({ logs }: ProductProcess) => {
      await askAt(fleet.proxy.url, undefined, '{ __typename }');
      expect(logs).toContainEqual(SERVED);
    };
    fleet.restartApi = async (index) => {
      const { runFolder } = fleet.proxy;
      await runUnit('ExecStop', ports[index], runFolder);
      await stop(fleet.apis[index]);
      await fleet.startApi(index);
      await runUnit('ExecStartPost', ports[index], runFolder);
    };
    fleet.replaceApi = async (index, difference = {}) => {
      await fleet.apis[index].kill();
      await fleet.startApi(index, difference);
      if (difference.log === undefined) await vi.waitFor(() => isServedBy(fleet.apis[index]), 10_000);
    };
    fleet.replaceWorker = async (index, difference) => {
      await fleet.workers[index].kill();
      await fleet.startWorker(index, difference);
    };
    await fleet.startApi(0); // migrates
    await Promise.all([fleet.startApi(1), fleet.startWorker(0), fleet.startWorker(1)]);
    fleet.proxy = await startProxy(kind, ports);
    closings.push(() => fleet.proxy.stop());
    const [api] = fleet.apis;
    const admin = (fleet.admin = await api.signIn());
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
    const ledger = new Ledger({ url: fleet.proxy.url, admin: fleet.admin, reseller, ...load });
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
