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
  /** Requests a second that are sent, whether it can do so many or not. As many as are answered, where left out. */
  perSecond?: number;
}

/** What one round has shown. CPU in microseconds a request; undefined where the machine does not tell. */
export interface Round {
  requests: number;
  failures: number;
  failure: string | undefined;
  /** Those of the failures that were refused for now. */
  refusals: number;
  /** That were answered as they should be. */
  requestsPerSecond: number;
  /** Of these. */
  latencies: number[];
  serverCpu: number | undefined;
  databaseCpu: number | undefined;
  /** The most memory that the server had during the round. */
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

/** Between two values: the mean of both, by their distance. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}
