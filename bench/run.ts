import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from './cluster.ts';
import { copyDataset, DATASETS, prepareDataset, removeCopy } from './dataset.ts';
import { startLoadGenerator, type LoadGenerator } from './load.generator.ts';
import {
  check,
  runRound,
  summarise,
  type LoadOptions,
  type Measurement,
  type Round,
  type Target,
} from './measurement.ts';
import { OPERATIONS, takeSample, type Operation } from './operations.ts';
import { allowedCpus, keepTo } from './process.cpu.ts';
import { Progress } from './progress.ts';
import { tableHead, tableLines } from './report.ts';
import { startServer } from './server.process.ts';

const HELP = `npm run bench -- [options]

Measures the product, built and with the settings of production, on two databases of its own: one with 20,000 applications
and one with 200,000. What costs the same on both does not grow with the data. Everything stays on this machine; the data
are made once and kept in the system's folder for temporary files.

  --only <names>       operations, joined by commas: ${OPERATIONS.map(({ name }) => name).join(', ')}
  --seconds <number>   that a round takes (1)
  --rounds <number>    for each operation and database, in turns (4)
  --connections <n>    that ask at the same time, each one again as soon as it is answered (16)
  --fresh              makes the data anew
  --json <file>        writes the figures also there
  --help

The table shows medians of the rounds; latencies are of all requests. CPU is in microseconds a request (Linux only): it is the
steadiest figure. Two runs of the same thing may differ by a quarter, so compare within a run.
`;

interface Options extends LoadOptions {
  rounds: number;
  operations: Operation[];
  fresh: boolean;
  json: string | undefined;
}

const options = readOptions();
if (options) await bench(options);

async function bench({ fresh, operations, json, ...how }: Options): Promise<void> {
  const compiler = join(import.meta.dirname, '../node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-b', 'tsconfig.build.json'], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
  });
  const endings: (() => unknown)[] = [];
  try {
    const { port, postmaster, stop } = await startCluster();
    endings.push(stop);
    const targets: Target[] = [];
    for (const dataset of DATASETS) {
      await prepareDataset(port, dataset, fresh);
      endings.push(() => removeCopy(port, dataset));
      const server = await startServer((await copyDataset(port, dataset)).loginUrl);
      endings.push(() => server.stop());
      targets.push({ applications: dataset.applications, server, postmaster, sample: await takeSample(server) });
    }
    const generator = startLoadGenerator();
    endings.push(() => generator.stop());
    const apart = keepApart(targets, generator);

    console.log(
      `\n${how.connections} connections, ${how.rounds} rounds of ${how.seconds} s; ${apart}.\n\n${tableHead()}`,
    );
    const measurements: Measurement[] = [];
    for (const operation of operations) {
      const measured = await measure(operation, targets, generator, how);
      measurements.push(...measured);
      console.log(tableLines(measured));
    }
    if (json) {
      const machine = { cpu: cpus()[0]?.model, cpus: cpus().length, node: process.version };
      writeFileSync(json, `${JSON.stringify({ at: new Date(), machine, options: how, measurements }, null, 2)}\n`);
    }
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/** Seconds: as long as the compiler of JavaScript takes. */
const WARM_UP = 3;

/** Warms up, then takes turns between the targets: A B B A, so that what drifts meets all alike. */
async function measure(
  operation: Operation,
  targets: readonly Target[],
  generator: LoadGenerator,
  { rounds, ...load }: LoadOptions & { rounds: number },
): Promise<Measurement[]> {
  const progress = new Progress(operation.title, (rounds + 1) * targets.length);
  const found = targets.map((target) => ({ target, results: [] as Round[] }));
  for (const { target } of found) {
    await check(operation, target);
    await runRound(operation, target, generator, { ...load, seconds: WARM_UP });
    progress.advance(1);
  }
  for (let round = 0; round < rounds; round++) {
    for (const { target, results } of round % 2 === 0 ? found : found.toReversed()) {
      results.push(await runRound(operation, target, generator, load));
      progress.advance(1);
    }
  }
  progress.end();
  return found.map(({ target, results }) => summarise(operation, target, results));
}

/** The servers on a CPU of their own, where there are two: otherwise who asks slows down who answers. */
function keepApart(targets: readonly Target[], generator: LoadGenerator): string {
  const [first, ...others] = allowedCpus();
  if (first === undefined || others.length === 0) return 'everything on the same CPUs';
  try {
    for (const { server, postmaster } of targets) {
      keepTo(server.pid, [first]);
      keepTo(postmaster, others);
    }
    keepTo(generator.pid, others);
    return `the server on CPU ${first}, PostgreSQL and the load on ${others.join(', ')}`;
  } catch {
    return 'everything on the same CPUs (there is no taskset)';
  }
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        seconds: { type: 'string', default: '1' },
        rounds: { type: 'string', default: '4' },
        connections: { type: 'string', default: '16' },
        fresh: { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      return undefined;
    }
    return {
      seconds: numberOf('seconds', values.seconds, 0.1, 600),
      rounds: numberOf('rounds', values.rounds, 1, 100),
      connections: numberOf('connections', values.connections, 1, 1_000),
      operations: operationsOf(values.only),
      fresh: values.fresh,
      json: values.json,
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(1);
  }
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!(number >= least && number <= most)) throw new Error(`--${name} must be a number from ${least} to ${most}.`);
  return number;
}

function operationsOf(only: string | undefined): Operation[] {
  const names = only?.split(',') ?? OPERATIONS.map(({ name }) => name);
  return names.map((name) => {
    const operation = OPERATIONS.find((each) => each.name === name);
    if (!operation) throw new Error(`There is no operation called ${name}.`);
    return operation;
  });
}
