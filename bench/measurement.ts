import { cpuOf, cpuOfCluster, residentMegabytes } from './process.cpu.ts';
import type { LoadGenerator } from './load.generator.ts';
import type { Operation, Sample } from './operations.ts';
import type { Server } from './server.process.ts';

/** Something to put a load on. */
export interface Target {
  /** How many applications it has. */
  applications: number;
  server: Server;
  /** Of the PostgreSQL that it works on. */
  postmaster: number;
  sample: Sample;
}

export interface LoadOptions {
  /** Of one round. */
  seconds: number;
  connections: number;
}

/** What one round has shown. CPU in microseconds a request; undefined where the machine does not tell. */
export interface Round {
  requests: number;
  failures: number;
  failure: string | undefined;
  requestsPerSecond: number;
  latencies: number[];
  serverCpu: number | undefined;
  databaseCpu: number | undefined;
  megabytes: number | undefined;
}

/** What the rounds of an operation on a target have shown: medians of the rounds; latencies of all requests, in milliseconds. */
export interface Measurement extends Omit<Round, 'latencies'> {
  operation: string;
  title: string;
  applications: number;
  p50: number;
  p99: number;
}

/** No round sends more. */
const MOST_REQUESTS = 50_000;
/** So many different requests are made of an operation, and sent in turn. */
const VARIATIONS = 200;

let submissions = 0;

/** Sees that an operation is answered as it must be, before anything is measured. */
export async function check(
  { document, variables, anonymous, answersAtLeast, name }: Operation,
  { server, sample }: Target,
) {
  const numbered = JSON.stringify(variables(sample, 0)).replaceAll('{{number}}', String(submissions++));
  const data = await server.ask(
    document,
    JSON.parse(numbered) as object,
    anonymous ? undefined : await server.signIn(),
  );
  const { length } = JSON.stringify(data);
  if (length < answersAtLeast)
    throw new Error(`${name}: the answer has ${length} characters only: ${JSON.stringify(data)}`);
}

export async function runRound(
  { document: query, variables, anonymous }: Operation,
  { server, sample, postmaster }: Target,
  generator: LoadGenerator,
  { seconds, connections }: LoadOptions,
): Promise<Round> {
  const bodies = Array.from({ length: VARIATIONS }, (_, index) =>
    JSON.stringify({ query, variables: variables(sample, index) }),
  );
  const headers: Record<string, string> = anonymous ? {} : { authorization: `Bearer ${await server.signIn()}` };
  const most = MOST_REQUESTS;
  const load = { url: server.url, headers, bodies, firstNumber: submissions, connections, seconds, most };
  submissions += most;

  const before = [cpuOf(server.pid), cpuOfCluster(postmaster)] as const;
  const result = await generator.put(load);
  const after = [cpuOf(server.pid), cpuOfCluster(postmaster)] as const;

  const { requests, failures, failure, latencies } = result;
  return {
    requests,
    failures,
    failure,
    requestsPerSecond: requests / result.seconds,
    latencies,
    serverCpu: perRequest(before[0], after[0], requests),
    databaseCpu: perRequest(before[1], after[1], requests),
    megabytes: residentMegabytes(server.pid),
  };
}

const perRequest = (before: number | undefined, after: number | undefined, requests: number) =>
  before === undefined || after === undefined ? undefined : (after - before) / requests;

export function summarise({ name, title }: Operation, { applications }: Target, rounds: readonly Round[]): Measurement {
  const medianOf = (value: (round: Round) => number | undefined) => {
    const values = rounds.map(value).filter((each) => each !== undefined);
    return values.length > 0 ? quantile(values, 0.5) : undefined;
  };
  const sum = (value: (round: Round) => number) => rounds.reduce((total, round) => total + value(round), 0);
  const latencies = rounds.flatMap((round) => round.latencies);
  return {
    operation: name,
    title,
    applications,
    requests: sum(({ requests }) => requests),
    failures: sum(({ failures }) => failures),
    failure: rounds.find(({ failure }) => failure)?.failure,
    requestsPerSecond: medianOf(({ requestsPerSecond }) => requestsPerSecond) ?? 0,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serverCpu: medianOf(({ serverCpu }) => serverCpu),
    databaseCpu: medianOf(({ databaseCpu }) => databaseCpu),
    megabytes: medianOf(({ megabytes }) => megabytes),
  };
}

/** Between two values: the mean of both, by their distance. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}
