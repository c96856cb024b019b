import { closeSync, existsSync, openSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { LIST, refusalOf } from '../support/load.ts';
import { freePort } from '../support/processes/free.port.ts';
import { LogPipe } from '../support/processes/log.pipe.ts';
import { useProduct, type ProductProcess } from '../support/processes/product.process.ts';

const { start } = useProduct();
let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

const DROPPED = 'log lines dropped: the log could not be written';

/** Its log lines are long, so that a few hundred requests exceed what a process keeps in memory. */
const LONG_PATH = '/long'.repeat(700);

async function startLoggingTo(stdout: number): Promise<ProductProcess> {
  const urls = { DATABASE_URL: database.loginUrl, MIGRATION_DATABASE_URL: database.ownerUrl };
  return start({ ...urls, WORKER: 'off', PORT: String(await freePort()) }, 60_000, stdout);
}

async function writeLongLines(product: ProductProcess, count: number): Promise<void> {
  for (let line = 0; line < count; line++) expect((await fetch(product.url + LONG_PATH)).status).toBe(404);
}

async function expectToServeAndStop(product: ProductProcess): Promise<void> {
  const admin = await product.signIn();
  expect(refusalOf(await product.ask(admin, LIST))).toBe('200');
  product.signal('SIGTERM');
  await vi.waitFor(() => expect(product.end).toEqual({ code: 0, signal: null }), 15_000);
  expect(product.errors).toEqual([]);
}

test.runIf(existsSync('/dev/full'))(
  'Fault 16: with a full disk for its log, the product serves on, and stops on SIGTERM',
  async () => {
    const disk = openSync('/dev/full', 'w');
    try {
      const product = await startLoggingTo(disk);

      await writeLongLines(product, 700);

      await expectToServeAndStop(product);
    } finally {
      closeSync(disk);
    }
  },
  60_000,
);

test('Fault 16: with a pipe that stays full, the product serves on, and stops on SIGTERM', async () => {
  using pipe = new LogPipe();
  const product = await startLoggingTo(pipe.end);

  await writeLongLines(product, 700);

  await expectToServeAndStop(product);
}, 60_000);

test('Fault 16: with a pipe whose reader has gone, the product serves on, and stops on SIGTERM', async () => {
  using pipe = new LogPipe();
  pipe.read();
  const product = await startLoggingTo(pipe.end);
  await vi.waitFor(() => expect(pipe.lines).not.toEqual([]), 10_000);

  pipe.closeReader();
  await writeLongLines(product, 700);

  await expectToServeAndStop(product);
}, 60_000);

test('Fault 16: once a full pipe is read again, the lines go on with the number of those that were dropped', async () => {
  using pipe = new LogPipe();
  const product = await startLoggingTo(pipe.end);
  await writeLongLines(product, 700);

  pipe.read();
  const reports = () => pipe.lines.filter(({ msg }) => msg === DROPPED);
  await vi.waitFor(() => expect(reports()).toHaveLength(1), 10_000);
  await writeLongLines(product, 10);
  await expectToServeAndStop(product);

  const written = () => pipe.lines.filter(({ path }) => path === LONG_PATH).length;
  const dropped = Number(reports()[0]?.['dropped']);
  await vi.waitFor(() => expect(written() + dropped).toBe(710), 10_000);
  expect(dropped).toBeGreaterThan(0);
  expect(reports()).toHaveLength(1);
}, 60_000);

test('a product that cannot start says why before it ends', async () => {
  using pipe = new LogPipe();
  pipe.read();
  const DATABASE_URL = `postgres://login@127.0.0.1:${await freePort()}/reachgenie`;
  const product = await start({ DATABASE_URL, WORKER: 'only' }, 0, pipe.end);

  expect(await product.ended).toEqual({ code: 1, signal: null });

  await vi.waitFor(() => expect(pipe.lines.at(-1)).toMatchObject({ level: 60, msg: expect.stringContaining('start') }));
}, 60_000);
