import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { refusalOf, submitTo } from '../support/load.ts';
import { useProduct } from '../support/processes/product.process.ts';

const { start } = useProduct();
let database: TestDatabase;
beforeAll(async () => void (database = await cloneDatabase()));
afterAll(() => database.close());

const OPEN_FILES = 160;

test.runIf(process.platform === 'linux')(
  'more connections than files can be open are closed and logged once, and others are served',
  async () => {
    const urls = { DATABASE_URL: database.loginUrl, MIGRATION_DATABASE_URL: database.ownerUrl };
    const product = await start({ ...urls, WORKER: 'off', OPEN_FILES: `${OPEN_FILES}` });
    const sockets = Array.from({ length: OPEN_FILES }, () =>
      connect(Number(new URL(product.url).port), '127.0.0.1').on('error', () => undefined),
    );
    const closed = sockets.map((socket) => once(socket, 'close'));
    await Promise.race(closed);
    const lines = () => product.logs.filter(({ msg }) => msg === 'connections closed: over the limit of open files');
    await expect.poll(lines).toHaveLength(1);
    expect(lines()).toMatchObject([{ level: 40, openFiles: OPEN_FILES, most: OPEN_FILES / 2 }]);

    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
    await expect.poll(() => product.health('ready')).toBe(200);
    expect(refusalOf(await submitTo(product))).toBe('200');
    expect(product.end).toBeUndefined();
  },
);
