import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PLATFORM_ROLE, TENANT_ROLE } from '../../../src/core/database/tenancy.ts';
import { databaseUrl, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { migrationNames } from '../../../src/migrations/migrations.list.ts';
import { refusalOf, submitTo } from '../../support/load.ts';
import { PostgresCluster } from '../../support/clusters/postgres.cluster.ts';
import { becomesReady, useProduct, type ProductProcess } from '../../support/processes/product.process.ts';

const { start } = useProduct();
/** Of its own, because roles belong to a cluster. */
let postgres: PostgresCluster;
let product: ProductProcess;
let worker: ProductProcess;

beforeAll(async () => {
  postgres = await PostgresCluster.start();
  product = await start({ ...postgres.environment, DATABASE_POOL_SIZE: '2', WORKER: 'off' });
  worker = await start({ ...postgres.environment, WORKER: 'only', PROBE_PORT: '0' });
  await becomesReady(worker, 60_000);
}, 120_000);
afterAll(() => postgres.stop());

/** Runs SQL on one connection, as the superuser or as the owner. */
async function on(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const healthOf = (kind: 'live' | 'ready') => Promise.all([product, worker].map((process) => process.health(kind)));

const becomesUnready = () => vi.waitFor(async () => expect(await healthOf('ready')).toEqual([503, 503]), 10_000);
const isReadyAgain = () => vi.waitFor(async () => expect(await healthOf('ready')).toEqual([200, 200]), 10_000);

const changes = ({ logs }: ProductProcess) => logs.filter(({ msg }) => msg === 'not ready' || msg === 'ready again');

/** Both processes have logged the cause once, and the end once. */
async function expectLogged(cause: string): Promise<void> {
  for (const process of [product, worker]) {
    const err = expect.objectContaining({ message: expect.stringContaining(cause) });
    const expected = [
      expect.objectContaining({ level: 50, msg: 'not ready', err }),
      expect.objectContaining({ level: 40, msg: 'ready again' }),
    ];
    await vi.waitFor(() => expect(changes(process)).toEqual(expected), 5_000);
    process.logs.length = 0;
  }
}

test('Fault 18: a locked table and a pool that waits for it leave a process ready', async () => {
  await on(databaseUrl(postgres.port, SUPERUSER, 'reachgenie'), async (superuser) => {
    await superuser.query('begin; lock table partner_application in access exclusive mode');
    let open = 10;
    const refused = Array.from({ length: open }, () => submitTo(product).finally(() => open--));
    const statuses = new Set<number>();
    while (open > 0) {
      for (const status of await healthOf('ready')) statuses.add(status);
      await setTimeout(100);
    }

    expect(new Set((await Promise.all(refused)).map(refusalOf))).toEqual(new Set(['503 UNAVAILABLE']));
    expect(statuses).toEqual(new Set([200]));
    expect([changes(product), changes(worker)]).toEqual([[], []]);
  });
}, 60_000);

test('Fault 18: a missing migration makes a process unready, and one of a newer version does not', async () => {
  const newest = migrationNames.at(-1) ?? '';
  await postgres.rows('delete from mikro_orm_migrations where name = $1', [newest]);
  await becomesUnready();
  expect(await healthOf('live')).toEqual([200, 200]);

  await postgres.rows('insert into mikro_orm_migrations (name) values ($1), ($2)', [
    newest,
    '29991231-01-of-the-future',
  ]);
  await isReadyAgain();
  await expectLogged(newest);
}, 60_000);

describe.each([PLATFORM_ROLE, TENANT_ROLE])('Fault 18: if the role %s cannot be taken on', (role) => {
  const asOwner = (statement: string) => on(postgres.urls.ownerUrl, (owner) => owner.query(statement));
  const login = () => new URL(postgres.urls.loginUrl).username;

  test('a process is unready, and logs why', async () => {
    await asOwner(`revoke ${role} from ${login()}`);
    await becomesUnready();

    await asOwner(`grant ${role} to ${login()}`);
    await isReadyAgain();
    await expectLogged(`permission denied to set role "${role}"`);
  }, 60_000);
});

test('a check asks the database at most once a second', async () => {
  const begun = performance.now();
  const queries = new Set<unknown>();
  for (let check = 0; check < 30; check++) {
    expect(await healthOf('ready')).toEqual([200, 200]);
    const asked = await postgres.rows(`select pid, query_start::text from pg_stat_activity
      where query like '%from mikro_orm_migrations%' and pid <> pg_backend_pid()`);
    for (const query of asked) queries.add(JSON.stringify(query));
  }

  const seconds = (performance.now() - begun) / 1_000;
  expect(queries.size).toBeLessThanOrEqual(2 * (seconds + 2)); // of two processes
}, 60_000);

test('a worker with a port for probes stops on SIGTERM', async () => {
  worker.signal('SIGTERM');

  await vi.waitFor(() => expect(worker.end).toEqual({ code: 0, signal: null }), 15_000);
}, 30_000);
