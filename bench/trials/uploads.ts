import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { prepareDataset, SMALL } from '../data/dataset.ts';
import { residentMegabytes } from '../load/process.cpu.ts';
import { startProduct, type Product } from '../product/product.ts';
import { shown } from '../report/report.ts';
import { targetTable } from './targets.ts';
import type { Bench } from './trial.ts';

const UPLOADS = 10;
const BYTES = 100_000_000;
/** Megabytes more than before. */
const MOST_MORE = 60;
/** Milliseconds between looks at the memory. */
const SAMPLED_EVERY = 50;
const CHUNK = Buffer.alloc(64 * 1024, 'reachgenie');

const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { url } }`;

interface Delays {
  p50: number;
  p99: number;
  most: number;
}

/**
 * Memory of the process, and delays of its event loop, during uploads of 100 MB at once to a folder. One upload before them
 * loads the code.
 */
export async function measureUploads({ cluster, options, report, atEnd }: Bench): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'reachgenie-bench-files-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const delayFile = join(folder, 'delays.json');
  const product = await startProduct(await prepareDataset(cluster.port, SMALL, options.fresh), {
    nodeOptions: ['--import', join(import.meta.dirname, 'loop.delay.ts')],
    settings: { DATA_DIR: folder, LOOP_DELAY_FILE: delayFile },
  });
  atEnd(product.stop);
  await upload(product, await requestUpload(product));
  const links = await Promise.all(Array.from({ length: UPLOADS }, () => requestUpload(product)));
  await setTimeout(2_000);
  const idle = await delaysOf(product, delayFile);
  const before = residentMegabytes(product.pid) ?? 0;

  const began = performance.now();
  const memory = watchMemory(product.pid);
  await Promise.all(links.map((link) => upload(product, link)));
  const seconds = (performance.now() - began) / 1_000;
  const most = memory.stop();
  const busy = await delaysOf(product, delayFile);

  report.note(`${UPLOADS} uploads of ${BYTES / 1e6} MB at once: ${shown((UPLOADS * BYTES) / 1e6 / seconds, 0)} MB/s.`);
  report.add({
    title: 'Uploads at once',
    heading: ['', 'server MB', 'loop p50 ms', 'loop p99 ms', 'loop max ms'],
    rows: [rowOf('idle', before, idle), rowOf('during the uploads', most, busy)],
  });
  const more = most - before;
  const verdict = more < MOST_MORE ? 'met' : 'missed';
  report.add(
    targetTable([
      ['memory during uploads', `${UPLOADS} at once`, `below ${MOST_MORE} MB more`, `${shown(more, 0)} MB`, verdict],
    ]),
  );
}

const rowOf = (name: string, megabytes: number, { p50, p99, most }: Delays): string[] => [
  name,
  shown(megabytes, 0),
  shown(p50, 1),
  shown(p99, 1),
  shown(most, 1),
];

/** The path of a link. */
async function requestUpload({ ask, tokens }: Product): Promise<string> {
  const input = { purpose: 'RESOURCE', name: 'bench.zip', contentType: 'application/zip', bytes: BYTES };
  const { requestUpload: requested } = await ask<{ requestUpload: { url: string } }>(
    REQUEST,
    { input },
    tokens.admin(),
  );
  const { pathname, search } = new URL(requested.url);
  return pathname + search;
}

async function upload({ port }: Product, path: string): Promise<void> {
  const sent = request({ port, path, method: 'PUT', headers: { 'content-length': BYTES } });
  const answered = new Promise<number>((resolve, reject) => {
    sent.once('error', reject).once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  await pipeline(Readable.from(chunks(), { objectMode: false }), sent);
  const status = await answered;
  if (status !== 200) throw new Error(`An upload got ${status}.`);
}

function* chunks(): Generator<Buffer> {
  for (let left = BYTES; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, Math.min(left, CHUNK.length));
}

function watchMemory(pid: number): { stop: () => number } {
  let most = 0;
  const look = () => void (most = Math.max(most, residentMegabytes(pid) ?? 0));
  const timer = setInterval(look, SAMPLED_EVERY);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

async function delaysOf({ pid }: Product, file: string): Promise<Delays> {
  process.kill(pid, 'SIGUSR2');
  await setTimeout(500);
  return JSON.parse(await readFile(file, 'utf8')) as Delays;
}
