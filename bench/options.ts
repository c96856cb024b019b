import { parseArgs } from 'node:util';
import type { LoadOptions } from './load/measurement.ts';
import { operationCalled, type Operation } from './trials/operations.ts';

const HELP = `npm run bench -- [options]

Measures the product, built and with the settings of production, on databases of its own: 200,000 applications with
notes and history, 2,000 resellers, 500,000 clients. Mail waits in the database: no worker runs meanwhile. The data are
made once and kept in the system's folder for temporary files. Everything stays on this machine.

Other trials than the usual one, one a run:
  --scale              lists, statistics, search and submission at 20,000, 200,000 and 2,000,000 applications, and how their
                       cost grows, the CPU of server and PostgreSQL together
  --rls                a reseller's clients without row-level security and with it
  --overload           1,000 connections that ask for ten times what can be done, and reads beside sign-ins: some 20 s
  --profile            which parts of the server its time goes to
  --start              how long a start takes, and what an idle API keeps in memory
  --documents          the CPU that refused documents cost: the worst ten

Options:
  --peers <folder>     also what one could use instead, on the same data and in turns; the folder is only read
  --against <names>    only these of the peers, joined by commas: P1j,P4b
  --before <folder>    also another checkout of the product, installed there, on the same database: what a change has gained
  --only <names>       operations, joined by commas
  --seconds <number>   that a round takes (2)
  --rounds <number>    for each operation and contender, in turns (4)
  --connections <n>    that ask at the same time, each one again as soon as it is answered (32)
  --fresh              makes the data anew
  --write              puts the results into docs/performance.md, with machine, versions and commit
  --help

The tables show medians of the rounds; latencies are of all requests that did not fail. CPU is in microseconds a request (Linux only): it
is the steadiest figure. Two runs of the same thing may differ by a quarter, so compare within a run.
`;

const TRIALS = ['scale', 'rls', 'overload', 'profile', 'start', 'documents'] as const;

/** Which trial; each has its place in docs/performance.md. */
export type TrialName = (typeof TRIALS)[number] | 'peers';

export interface Options extends LoadOptions {
  trial: TrialName;
  rounds: number;
  /** What is usual in the trial, where left out. */
  operations: Operation[] | undefined;
  fresh: boolean;
  write: boolean;
  /** The folder of the peers. */
  peers: string | undefined;
  /** The folder of another checkout of the product. */
  before: string | undefined;
  /** Some of the peers by their short names. */
  against: string[] | undefined;
}

/** By the command line; undefined where only help was wanted. Ends the process where it cannot be understood. */
export function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        peers: { type: 'string' },
        against: { type: 'string' },
        only: { type: 'string' },
        seconds: { type: 'string', default: '2' },
        rounds: { type: 'string', default: '4' },
        connections: { type: 'string', default: '32' },
        fresh: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        scale: { type: 'boolean', default: false },
        rls: { type: 'boolean', default: false },
        overload: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        start: { type: 'boolean', default: false },
        documents: { type: 'boolean', default: false },
        before: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      return undefined;
    }
    const [trial = 'peers', ...others] = TRIALS.filter((name) => values[name]);
    if (others.length > 0) throw new Error(`--${trial} and --${others.join(' and --')} are a run each.`);
    return {
      trial,
      peers: values.peers,
      before: values.before,
      against: values.against?.split(','),
      operations: values.only?.split(',').map(operationCalled),
      seconds: numberOf('seconds', values.seconds, 0.1, 600),
      rounds: numberOf('rounds', values.rounds, 1, 100),
      connections: numberOf('connections', values.connections, 1, 1_000),
      fresh: values.fresh,
      write: values.write,
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
