import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FOLDER } from '../data/cluster.ts';
import { prepareDataset, SMALL } from '../data/dataset.ts';
import { quantile } from '../load/measurement.ts';
import { residentMegabytes } from '../load/process.cpu.ts';
import { becomesReady, endsWithUs, freePort, ROOT, startProduct } from '../product/product.ts';
import { shown } from '../report/report.ts';
import { targetTable } from './targets.ts';
import type { Bench } from './trial.ts';

const STARTS = 7;
/** Seconds without a request. */
const IDLE = 10;
const MOST = { milliseconds: 1_000, megabytes: 120 };

/** Time of `npm start` with build and database in place, and memory of an idle API. */
export async function measureStart({ cluster, options, report, atEnd }: Bench): Promise<void> {
  await start(); // builds, and fills the database
  const times: number[] = [];
  for (let count = 0; count < STARTS; count++) times.push(await start());

  const product = await startProduct(await prepareDataset(cluster.port, SMALL, options.fresh));
  atEnd(product.stop);
  await setTimeout(IDLE * 1_000);
  const memory = residentMegabytes(product.pid);

  const median = quantile(times, 0.5);
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
  const table = targetTable([
    [
      'npm start, until /health/ready is green',
      `median of ${STARTS}`,
      `at most ${shown(MOST.milliseconds, 0)} ms`,
      `${shown(median, 0)} ms`,
      verdict(median <= MOST.milliseconds),
    ],
    [
      'memory of an API',
      `${IDLE} s idle`,
      `at most ${MOST.megabytes} MB`,
      `${shown(memory, 0)} MB`,
      verdict(Number(memory) <= MOST.megabytes),
    ],
  ]);
  report.add(table);
}

/** Starts like a user. Returns milliseconds until it is ready. */
async function start(): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: join(FOLDER, 'start') },
    stdio: 'ignore',
  });
  const stop = endsWithUs(child);
  await becomesReady(child, `http://127.0.0.1:${port}/health/ready`);
  const milliseconds = performance.now() - began;
  await stop();
  return milliseconds;
}
