import type { Contender } from './contender.ts';
import type { LoadRequest } from './load.ts';
import type { LoadGenerator } from './load.generator.ts';
import { cpuOf, cpuOfCluster, residentMegabytes } from './process.cpu.ts';

export interface LoadOptions {
  /** Length of a round. */
  seconds: number;
  connections: number;
  /** Ends the round early after this many requests. */
  most?: number;
  /** Requests per second, regardless of the answers. If omitted, each answer triggers the next request. */
  perSecond?: number;
}

/** Results of one round. CPU in microseconds a request; undefined without Linux. */
export interface Round {
  requests: number;
  failures: number;
  failure: string | undefined;
  /** Failures with 503 and Retry-After. */
  refusals: number;
  /** Successful requests. */
  requestsPerSecond: number;
  /** Milliseconds of each successful request. */
  latencies: number[];
  serverCpu: number | undefined;
  databaseCpu: number | undefined;
  /** Peak memory of the server. */
  megabytes: number | undefined;
}

/** Medians of the rounds, and latencies of all their requests in milliseconds. */
export interface Measurement extends Omit<Round, 'latencies'> {
  contender: string;
  p50: number;
  p99: number;
}

/** Limit of a round. */
const MOST_REQUESTS = 100_000;

let numbers = 1_000_000;

/** Reserves `count` unique numbers and returns the first. */
function takeNumbers(count: number): number {
  numbers += count;
  return numbers - count;
}

export async function runRound(
  { pid, port }: Contender,
  requests: LoadRequest[],
  { generator, postmaster }: { generator: LoadGenerator; postmaster: number },
  { most = MOST_REQUESTS, ...load }: LoadOptions,
): Promise<Round> {
  const memory: (number | undefined)[] = [];
  const watch = setInterval(() => memory.push(residentMegabytes(pid)), 100);
  const before = [cpuOf(pid), cpuOfCluster(postmaster)] as const;
  const result = await generator.put({ port, requests, firstNumber: takeNumbers(most), most, ...load });
  const after = [cpuOf(pid), cpuOfCluster(postmaster)] as const;
  clearInterval(watch);
  memory.push(residentMegabytes(pid));

  const { requests: answered, seconds, ...rest } = result;
  return {
    ...rest,
    requests: answered,
    requestsPerSecond: rest.latencies.length / seconds,
    serverCpu: perRequest(before[0], after[0], answered),
    databaseCpu: perRequest(before[1], after[1], answered),
    megabytes: memory.includes(undefined) ? undefined : Math.max(...memory.map(Number)),
  };
}

const perRequest = (before: number | undefined, after: number | undefined, requests: number) =>
  before === undefined || after === undefined ? undefined : (after - before) / requests;

export function summarize(contender: string, rounds: readonly Round[]): Measurement {
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
    refusals: sum(({ refusals }) => refusals),
    failure: rounds.find(({ failure }) => failure)?.failure,
    requestsPerSecond: medianOf(({ requestsPerSecond }) => requestsPerSecond) ?? 0,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serverCpu: medianOf(({ serverCpu }) => serverCpu),
    databaseCpu: medianOf(({ databaseCpu }) => databaseCpu),
    megabytes: medianOf(({ megabytes }) => megabytes),
  };
}

/** Interpolates between the two nearest values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}
