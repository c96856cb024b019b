import type { Contender } from './contender.ts';
import type { LoadRequest } from './load.ts';
import type { LoadGenerator } from './load.generator.ts';
import { cpuOf, cpuOfCluster, residentMegabytes } from './process.cpu.ts';

export interface LoadOptions {
  /** Of one round. */
  seconds: number;
  connections: number;
  /** Requests of one round, if it shall end before its time. */
  most?: number;
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

/** What the rounds have shown: medians of the rounds; latencies of all requests, in milliseconds. */
export interface Measurement extends Omit<Round, 'latencies'> {
  contender: string;
  p50: number;
  p99: number;
}

/** No round sends more. */
const MOST_REQUESTS = 100_000;

let numbers = 1_000_000;

/** A number that is used once, and so many after it. */
function takeNumbers(count: number): number {
  numbers += count;
  return numbers - count;
}

export async function runRound(
  { pid, port }: Contender,
  requests: LoadRequest[],
  { generator, postmaster }: { generator: LoadGenerator; postmaster: number },
  { seconds, connections, most = MOST_REQUESTS }: LoadOptions,
): Promise<Round> {
  const before = [cpuOf(pid), cpuOfCluster(postmaster)] as const;
  const result = await generator.put({ port, requests, firstNumber: takeNumbers(most), connections, seconds, most });
  const after = [cpuOf(pid), cpuOfCluster(postmaster)] as const;

  const { requests: answered, failures, failure, latencies } = result;
  return {
    requests: answered,
    failures,
    failure,
    requestsPerSecond: answered / result.seconds,
    latencies,
    serverCpu: perRequest(before[0], after[0], answered),
    databaseCpu: perRequest(before[1], after[1], answered),
    megabytes: residentMegabytes(pid),
  };
}

const perRequest = (before: number | undefined, after: number | undefined, requests: number) =>
  before === undefined || after === undefined ? undefined : (after - before) / requests;

export function summarise(contender: string, rounds: readonly Round[]): Measurement {
  const medianOf = (value: (round: Round) => number | undefined) => {
    const values = rounds.map(value).filter((each) => each !== undefined);
    return values.length > 0 ? quantile(values, 0.5) : undefined;
  };
  const sum = (value: (round: Round) => number) => rounds.reduce((total, round) => total + value(round), 0);
  const latencies = rounds.flatMap((round) => round.latencies);
  return {
    contender,
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
