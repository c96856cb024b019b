import { resolve } from 'node:path';
import { createDatabase, type DatabaseUrls } from '../../src/dev/development.database.ts';
import { asSuperuser } from '../data/cluster.ts';
import { productContender, type Contender } from '../load/contender.ts';
import { LARGE, MAIN, prepareDataset, SMALL } from '../data/dataset.ts';
import { startFloor } from '../peers/floor.contender.ts';
import { SCALED, TENANTS, USUAL } from './operations.ts';
import { startPeers } from '../peers/peers.ts';
import { build, startProduct } from '../product/product.ts';
import { BETTER, COST } from '../report/report.ts';
import { takeSample } from '../product/sample.ts';
import { BESIDE_PEERS, growthOf } from './targets.ts';
import type { Bench, Trial } from './trial.ts';

/** The product, the floor of submissions, and what one could use instead. */
export async function besidePeers({ cluster: { port }, options, atEnd }: Bench): Promise<Trial> {
  const { peers: folder, against: only, before, operations = USUAL, fresh } = options;
  const urls = await prepareDataset(port, MAIN, fresh);
  const product = await startProduct(urls);
  atEnd(product.stop);
  const sample = await takeSample(product);
  const floor = await startFloor(urls, sample);
  atEnd(floor.stop);
  const contenders: Contender[] = [productContender('product', product, sample), floor.contender];
  if (before) {
    const other = await startProduct(urls, { folder: build(resolve(before)) });
    atEnd(other.stop);
    contenders.push(productContender('before', other, sample));
  }
  if (folder) {
    const peers = await startPeers({ folder: resolve(folder), only, port, database: MAIN.name });
    atEnd(peers.stop);
    contenders.push(...peers.contenders);
  }
  return { contenders, operations, comparisons: BETTER, targets: BESIDE_PEERS };
}

/** Tables of three sizes. */
export async function atScale(bench: Bench): Promise<Trial> {
  const { operations = SCALED, fresh } = bench.options;
  const contenders: Contender[] = [];
  for (const dataset of [SMALL, MAIN, LARGE]) {
    const urls = await prepareDataset(bench.cluster.port, dataset, fresh);
    contenders.push(await startContender(dataset.applications.toLocaleString('en'), urls, bench));
  }
  const targets = growthOf(operations, LARGE.applications.toLocaleString('en'));
  return { contenders, operations, comparisons: [COST], targets };
}

/**
 * A reseller's clients without row-level security and with it. Without: a copy of the database that has its policies switched
 * off; the role and the check of the session stay.
 */
export async function withoutPolicies(bench: Bench): Promise<Trial> {
  const { cluster, options, atEnd } = bench;
  const { operations = TENANTS, fresh } = options;
  const urls = await prepareDataset(cluster.port, MAIN, fresh);
  const copy = `${MAIN.name}_open`;
  const drop = () =>
    asSuperuser(cluster.port, 'postgres', (client) => client.query(`drop database if exists ${copy} with (force)`));
  await drop();
  const open = await createDatabase(cluster.port, copy, MAIN.name);
  atEnd(drop);
  await asSuperuser(cluster.port, copy, (client) => client.query(SWITCH_OFF));
  const contenders = [await startContender('without', open, bench), await startContender('with policies', urls, bench)];
  return { contenders, operations, comparisons: [COST], targets: [] };
}

const SWITCH_OFF = `
  do $$
  declare secured regclass;
  begin
    for secured in select oid from pg_class where relrowsecurity loop
      execute format('alter table %s disable row level security', secured);
    end loop;
  end $$`;

/** The product on a database of its own. */
export async function startContender(name: string, urls: DatabaseUrls, { atEnd }: Bench): Promise<Contender> {
  const product = await startProduct(urls);
  atEnd(product.stop);
  return productContender(name, product, await takeSample(product));
}
