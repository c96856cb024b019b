import { parseArgs } from 'node:util';
import type { LoadOptions } from './load/measurement.ts';
import type { Operation } from './trials/operation.ts';
import { operationCalled } from './trials/operations.ts';

const HELP = `npm run bench -- [options]

Measures the built product with production's settings on databases of its own: 200,000 applications with notes and
history, 2,000 resellers and 500,000 clients. The first run makes the data and keeps it in the system's temporary
folder. No worker runs, so emails stay in the database. See bench/README.md.

Trials (at most one a run; by default the product beside a floor for submissions):
  --peers              beside peers and floors, in turns. First: npm ci --prefix bench/peers
  --scale              with 20,000, 200,000 and 2,000,000 applications
  --rls                a reseller's clients without and with row-level security
  --hints              submissions without and with the triggers that tell open pages of changes
  --gate               new clients without and with the gate of agreements
  --rest               list, details and a new client by GraphQL and by REST
  --events             events to webhooks by two workers, and their cost for requests: about 3 min
  --tiers              the evaluation of all partners, and new clients: about 2 min
  --overload           1,000 connections with ten times the possible rate, and reads beside sign-ins: about 20 s
  --profile            shares of the server's time by part
  --start              time of a start, and memory of an idle API
  --documents          CPU of refused documents: the worst ten
  --uploads            memory and delays of the event loop during ten uploads of 100 MB at once: about 1 min

Options:
  --against <names>    only these peers, separated by commas: P1j,P4b
  --before <folder>    also another installed checkout, to compare a change
  --only <names>       only these operations, separated by commas
  --seconds <number>   length of a round (2)
  --rounds <number>    for each operation and contender, in turns (4)
  --connections <n>    each sends its next request after an answer (32)
  --fresh              makes the data anew
  --write              writes the results to docs/performance.md, with machine, versions and commit
  --help

Tables show medians of the rounds, and latencies of all successful requests. CPU is in microseconds a request (Linux
only) and is the steadiest figure. Two runs of the same code differ by up to a quarter: compare within a run only.
`;

const TRIALS = [
  'peers',
  'scale',
  'rls',
  'hints',
  'gate',
  'rest',
  'events',
  'tiers',
  'overload',
  'profile',
  'start',
  'documents',
  'uploads',
] as const;

/** Each trial has a section in docs/performance.md. */
type TrialName = (typeof TRIALS)[number];

export interface Options extends LoadOptions {
  trial: TrialName;
  rounds: number;
  /** Default: those of the trial. */
  operations: Operation[] | undefined;
  fresh: boolean;
  write: boolean;
  /** Measures peers too. */
  peers: boolean;
  /** Folder of another checkout of the product. */
  before: string | undefined;
  /** Names of the peers to measure. */
  against: string[] | undefined;
}

/** Reads the command line. Undefined after --help. Ends the process if an option is wrong. */
export function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        peers: { type: 'boolean', default: false },
        against: { type: 'string' },
        only: { type: 'string' },
        seconds: { type: 'string', default: '2' },
        rounds: { type: 'string', default: '4' },
        connections: { type: 'string', default: '32' },
        fresh: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        scale: { type: 'boolean', default: false },
        rls: { type: 'boolean', default: false },
        hints: { type: 'boolean', default: false },
        gate: { type: 'boolean', default: false },
        rest: { type: 'boolean', default: false },
        events: { type: 'boolean', default: false },
        tiers: { type: 'boolean', default: false },
        overload: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        start: { type: 'boolean', default: false },
        documents: { type: 'boolean', default: false },
        uploads: { type: 'boolean', default: false },
        before: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      return undefined;
    }
    const [trial = 'peers', ...others] = TRIALS.filter((name) => values[name]);
    if (others.length > 0) throw new Error(`Use only one of --${[trial, ...others].join(', --')}.`);
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
