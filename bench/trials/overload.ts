import { checkAnswers } from '../load/answer.check.ts';
import { keepApart } from '../load/contest.ts';
import { MAIN, prepareDataset } from '../data/dataset.ts';
import { startLoadGenerator } from '../load/load.generator.ts';
import { runRound, summarize, type LoadOptions, type Measurement, type Round } from '../load/measurement.ts';
import { operationCalled } from './operations.ts';
import { measureRefusals } from './refusals.ts';
import { shown, type Table } from '../report/report.ts';
import { targetTable } from './targets.ts';
import type { Bench } from './trial.ts';
import { startContender } from './trials.ts';

/** Of each load. */
const SECONDS = 4;
/** Of the best load and the overload, in turns. */
const ROUNDS = 4;
const CONNECTIONS = 1_000;
/** Requests sent for each request that the server can answer. */
const TIMES = 10;

/** Reads at full speed, at ten times that rate over 1,000 connections, and beside sign-ins at full speed; then refusals. */
export async function measureOverload(bench: Bench): Promise<void> {
  const { cluster, options, report, atEnd } = bench;
  const urls = await prepareDataset(cluster.port, MAIN, options.fresh);
  const contender = await startContender('product', urls, bench);
  const [generator, other] = [startLoadGenerator(), startLoadGenerator()];
  atEnd(generator.stop);
  atEnd(other.stop);
  const contest = { contenders: [contender], generator, postmaster: cluster.postmaster };
  const [operation = operationCalled('list-total')] = options.operations ?? [];
  const requests = contender.requestsFor(operation) ?? [];
  const signIns = contender.requestsFor(operationCalled('sign-in')) ?? [];
  report.note(`Loads of ${SECONDS} s, the first two ${ROUNDS} times in turns; ${keepApart(contest)}.`);

  await checkAnswers(operation, contender, requests, undefined);
  const load = (settings: Partial<LoadOptions>) =>
    runRound(contender, requests, contest, {
      seconds: SECONDS,
      connections: options.connections,
      most: 1_000_000,
      ...settings,
    });
  await load({ most: 2_000 });
  const [calm, busy]: [Round[], Round[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const one = await load({});
    calm.push(one);
    busy.push(await load({ connections: CONNECTIONS, perSecond: TIMES * one.requestsPerSecond }));
  }
  const [best, overloaded] = [summarize('best', calm), summarize('overloaded', busy)];
  const [beside, signedIn] = await Promise.all([
    load({}),
    runRound(
      contender,
      signIns,
      { ...contest, generator: other },
      { seconds: SECONDS, connections: options.connections },
    ),
  ]);
  const rows = [
    rowOf(`${options.connections} connections`, best),
    rowOf(`${CONNECTIONS} connections, ${TIMES} times the rate`, overloaded),
    rowOf(`${options.connections} connections beside sign-ins`, summarize('beside', [beside])),
    rowOf(`… the sign-ins, ${options.connections} connections`, summarize('sign-ins', [signedIn])),
  ];
  report.add({ title: operation.title, heading: HEADING, rows, failure: overloaded.failure } satisfies Table);
  report.add(await measureRefusals(urls, bench, contest));
  report.add(targetTable(verdicts(best, overloaded)));
}

const HEADING = ['', 'answered/s', 'p50 ms', 'p99 ms', 'refused', 'failed', 'most MB'];

const rowOf = (name: string, round: Measurement): string[] => [
  name,
  shown(round.requestsPerSecond, 0),
  shown(round.p50, 1),
  shown(round.p99, 1),
  shown(round.refusals, 0),
  shown(round.failures - round.refusals, 0),
  shown(round.megabytes, 0),
];

function verdicts(best: Measurement, overloaded: Measurement): string[][] {
  const share = overloaded.requestsPerSecond / best.requestsPerSecond;
  const { p99 } = overloaded;
  const failed = overloaded.failures - overloaded.refusals;
  const row = (title: string, target: string, reached: string, isMet: boolean) => [
    title,
    'the best',
    target,
    reached,
    isMet ? 'met' : 'missed',
  ];
  return [
    row('answered under overload', 'at least 0.8', shown(share, 2), share >= 0.8),
    row('p99 of answered requests', 'at most 1,000 ms', `${shown(p99, 0)} ms`, p99 <= 1_000),
    row('failed without 503 and Retry-After', 'none', shown(failed, 0), failed === 0),
  ];
}
