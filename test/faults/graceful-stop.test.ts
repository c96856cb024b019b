import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { generateSecretsKeys } from '../../src/core/secrets/secrets.ts';
import { generatePrivateKey } from '../../src/identity/tokens/signing.keys.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { FakePostmark } from '../support/processes/fake-postmark.ts';
import { expectNothingLost, moreOf, refusalOf, startLoad, submitTo } from '../support/load.ts';
import { useProduct, type ProductProcess } from '../support/processes/product.process.ts';

const { start, newFolder } = useProduct();
let database: TestDatabase;
let postmark: FakePostmark;

beforeAll(async () => {
  database = await cloneDatabase();
  postmark = await FakePostmark.start();
});
afterAll(async () => {
  await postmark.stop();
  await database.close();
});

/** In under 15 seconds, as documented, and without connections that PostgreSQL must end. */
async function expectToStop(product: ProductProcess): Promise<void> {
  await vi.waitFor(() => expect(product.end).toEqual({ code: 0, signal: null }), 15_000);
  expect(product.logs.map(({ msg }) => msg)).not.toContain('job queue connection lost');
  await vi.waitFor(async () => {
    const others = 'select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    expect(await database.rows(others)).toEqual([]);
  });
}

test('Fault 12: SIGTERM in production under load first reports not ready to load balancers, and answers every request', async () => {
  const product = await start({
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'https://partners.example',
    DATABASE_URL: database.loginUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    JWT_PRIVATE_KEY: generatePrivateKey(),
    SECRETS_KEYS: generateSecretsKeys(),
    ADMIN_SECOND_FACTOR: 'optional',
    CLIENT_APP_URL: 'https://app.example.com',
    CLIENT_APP_SECRET: 'a-secret-of-production-with-40-characters',
    POSTMARK_SERVER_TOKEN: 'token',
    POSTMARK_API_URL: postmark.url,
    EMAIL_FROM: 'partners@reachgenie.example',
  });
  const load = startLoad(product, await product.signIn());
  await moreOf(load);

  product.signal('SIGTERM');
  await vi.waitFor(async () => expect(await product.health('ready')).toBe(503), 10_000);
  await submitTo(product); // would reject without an answer
  await load.stop();

  await expectToStop(product);
  expect(load.lost).toEqual([]);
  // On a busy machine, a connection to the database may be too late.
  expect(load.refusals.filter((refusal) => refusal !== '503 UNAVAILABLE')).toEqual([]);
  await expectNothingLost(database.rows, load.acknowledged);
}, 60_000);

test('Fault 12: SIGTERM waits for a running request, but not for idle connections or half-sent requests', async () => {
  const product = await start({ DATABASE_URL: database.loginUrl, MIGRATION_DATABASE_URL: database.ownerUrl });
  const port = Number(new URL(product.url).port);
  const silent = connect(port, '127.0.0.1');
  const half = connect(port, '127.0.0.1');
  half.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
  for (const socket of [silent, half]) socket.on('error', () => undefined); // they are cut off at the end
  await Promise.all([once(silent, 'connect'), once(half, 'connect')]);
  await database.rows('begin');
  onTestFinished(async () => void (await database.rows('rollback')));
  await database.rows('lock table partner_application in exclusive mode');
  const waiting = submitTo(product);
  await vi.waitFor(async () => {
    const locks = `select relation::regclass::text as waits_for from pg_locks join pg_database on pg_database.oid = database
      where datname = current_database() and not granted and mode = 'RowExclusiveLock'`; // old applications may wait to be erased
    expect(await database.rows(locks)).toEqual([{ waits_for: 'partner_application' }]);
  }, 10_000);

  product.signal('SIGTERM');
  await vi.waitFor(async () => expect(await product.health('live')).toBe(0), 5_000);
  await database.rows('commit');

  expect(refusalOf(await waiting)).toBe('200');
  await expectToStop(product);
}, 60_000);

test('Fault 12: SIGTERM under load stops the embedded database last, in an orderly way', async () => {
  const DATA_DIR = await newFolder();
  const product = await start({ DATA_DIR });
  const load = startLoad(product, await product.signIn());
  await moreOf(load);

  product.signal('SIGTERM');
  await vi.waitFor(() => expect(load.lost).not.toEqual([]), 15_000);
  await load.stop();

  await expectToStop(product);
  expect((await readdir(DATA_DIR, { recursive: true })).filter((path) => path.endsWith('postmaster.pid'))).toEqual([]);
}, 60_000);
