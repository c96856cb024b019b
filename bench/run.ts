import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startCluster } from './cluster.ts';
import { productContender, type Contender } from './contender.ts';
import { keepApart, measure } from './contest.ts';
import { MAIN, prepareDataset } from './dataset.ts';
import { startLoadGenerator } from './load.generator.ts';
import { USUAL } from './operations.ts';
import { readOptions, type Options } from './options.ts';
import { startFloor } from './floor.contender.ts';
import { startPeers } from './peers.ts';
import { startProduct } from './product.ts';
import { asText, BETTER, tableOf } from './report.ts';
import { takeSample } from './sample.ts';

// Not the default, by which the servers would be left behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const options = readOptions();
if (options) await bench(options);

async function bench({ fresh, only, peers, against, ...load }: Options): Promise<void> {
  build();
  const endings: (() => unknown)[] = [];
  try {
    const { port, postmaster, stop } = await startCluster();
    endings.push(stop);
    const urls = await prepareDataset(port, MAIN, fresh);
    const product = await startProduct(urls);
    endings.push(() => product.stop());
    const sample = await takeSample(product);
    const floor = await startFloor(urls, sample);
    endings.push(() => floor.stop());
    const contenders: Contender[] = [productContender('product', product, sample), floor.contender];
    if (peers) {
      const started = await startPeers({ folder: resolve(peers), only: against, port, database: MAIN.name });
      endings.push(() => started.stop());
      contenders.push(...started.contenders);
    }
    const generator = startLoadGenerator();
    endings.push(() => generator.stop());
    const contest = { contenders, generator, postmaster };
    const apart = keepApart(contest);
    console.log(`\n${load.connections} connections, ${load.rounds} rounds of ${load.seconds} s; ${apart}.\n`);
    for (const operation of only ?? USUAL) {
      console.log(asText(tableOf(operation.title, await measure(operation, contest, load), BETTER)));
    }
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

function build(): void {
  const root = join(import.meta.dirname, '..');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-b', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}
