import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectNothingLost, moreOf, startLoad } from '../support/load.ts';
import { rowsOf } from '../support/clusters/postgres.cluster.ts';
import { useProduct } from '../support/processes/product.process.ts';

const { start, newFolder } = useProduct();

test('Fault 1: acknowledged changes and their emails survive kill -9 of the server with its embedded database', async () => {
  const environment = { DATA_DIR: await newFolder() };
  const acknowledged: string[] = [];
  for (let round = 1; round <= 2; round++) {
    const product = await start(environment);
    const load = startLoad(product, await product.signIn());
    await moreOf(load);

    await product.kill();

    await load.stop();
    expect(load.refusals).toEqual([]);
    acknowledged.push(...load.acknowledged);
  }

  await start(environment, 20_000);

  const rows = rowsOf(Number(await readFile(join(environment.DATA_DIR, 'postgres', 'port'), 'utf8')));
  await expectNothingLost(rows, acknowledged);
}, 180_000);
