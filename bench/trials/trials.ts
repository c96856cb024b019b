import { resolve } from 'node:path';
import { createDatabase, type DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { asSuperuser } from '../data/cluster.ts';
import { productContender, type Contender } from '../load/contender.ts';
import { LARGE, MAIN, prepareDataset, SMALL } from '../data/dataset.ts';
import { dutyTable } from '../peers/duty.table.ts';
import { preparePeerData } from '../peers/peer.data.ts';
import type { Operation } from './operation.ts';
import { COMPARED, operationCalled, SCALED, TENANTS, USUAL } from './operations.ts';
import { peersCalled, startPeers } from '../peers/peers.ts';
import { startSubmissionFloor } from '../peers/submission.floor.contender.ts';
import { build, startProduct } from '../product/product.ts';
import { BETTER, COST } from '../report/report.ts';
import { takeSample } from '../product/sample.ts';
import { BESIDE_PEERS, growthOf } from './targets.ts';
import type { Bench, Trial } from './trial.ts';

/** The product beside the floor of submissions, another checkout and peers, by the options. */
export async function besidePeers({ cluster: { port }, options, report, atEnd }: Bench): Promise<Trial> {
  const { peers: withPeers, against: only, before, operations = withPeers ? COMPARED : USUAL, fresh } = options;
  const peers = withPeers ? peersCalled(only) : [];
  const urls = await prepareDataset(port, MAIN, fresh);
  if (withPeers) await preparePeerData(port, MAIN.name);
  const product = await startProduct(urls);
  atEnd(product.stop);
  const sample = await takeSample(product);
  const floor = await startSubmissionFloor(urls, sample);
  atEnd(floor.stop);
  const contenders: Contender[] = [productContender('product', product, sample), floor.contender];
  if (before) {
    const other = await startProduct(urls, { folder: build(resolve(before)) });
    atEnd(other.stop);
    contenders.push(productContender('before', other, sample));
  }
  if (withPeers) {
    contenders.push(...(await startPeers(peers, { ...urls, sample, tokens: product.tokens, atEnd })));
    report.add(dutyTable(contenders));
  }
  return { contenders, operations, comparisons: BETTER, targets: BESIDE_PEERS };
}

/** The product on tables of three sizes. */
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
 * A reseller's clients without and with row-level security. A copy of the database has its policies switched off. Roles and
 * the session check stay.
 */
export const withoutPolicies = (bench: Bench): Promise<Trial> =>
  besideCopy(bench, { change: NO_POLICIES, names: ['without', 'with policies'], operations: TENANTS });

/** Submissions without and with the triggers that tell open pages of changes. Nobody listens. */
export const withoutHints = (bench: Bench): Promise<Trial> =>
  besideCopy(bench, { change: NO_HINTS, names: ['without', 'with hints'], operations: [operationCalled('submit')] });

interface Copied {
  /** SQL that changes the copy. */
  change: string;
  /** Of the copy, and of the original. */
  names: readonly [string, string];
  operations: readonly Operation[];
}

/** The product on a changed copy of the data, and on the data. */
async function besideCopy(bench: Bench, { change, names, operations: usual }: Copied): Promise<Trial> {
  const { cluster, options, atEnd } = bench;
  const { operations = usual, fresh } = options;
  const urls = await prepareDataset(cluster.port, MAIN, fresh);
  const copy = `${MAIN.name}_open`;
  const drop = () =>
    asSuperuser(cluster.port, 'postgres', (client) => client.query(`drop database if exists ${copy} with (force)`));
  await drop();
  const open = await createDatabase(cluster.port, copy, MAIN.name);
  atEnd(drop);
  await asSuperuser(cluster.port, copy, (client) => client.query(change));
  const contenders = [await startContender(names[0], open, bench), await startContender(names[1], urls, bench)];
  return { contenders, operations, comparisons: [COST], targets: [] };
}

const NO_POLICIES = `
  do $$
  declare secured regclass;
  begin
    for secured in select oid from pg_class where relrowsecurity loop
      execute format('alter table %s disable row level security', secured);
    end loop;
  end $$`;

const NO_HINTS = `
  do $$
  declare told regclass;
  begin
    for told in select tgrelid from pg_trigger where tgname = 'live' loop
      execute format('alter table %s disable trigger live', told);
    end loop;
  end $$`;

/** Starts the product, or another checkout of it, on a database. */
export async function startContender(
  name: string,
  urls: DatabaseUrls,
  { atEnd }: Bench,
  folder?: string,
): Promise<Contender> {
  const product = await startProduct(urls, { folder });
  atEnd(product.stop);
  return productContender(name, product, await takeSample(product));
}
