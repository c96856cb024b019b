import { resolve } from 'node:path';
import { checkAnswers } from '../load/answer.check.ts';
import type { Contender } from '../load/contender.ts';
import { keepApart } from '../load/contest.ts';
import { MAIN, prepareDataset } from '../data/dataset.ts';
import { startLoadGenerator } from '../load/load.generator.ts';
import { runRound, summarize, type LoadOptions, type Measurement, type Round } from '../load/measurement.ts';
import type { Operation } from './operation.ts';
import { operationCalled } from './operations.ts';
import { measureRefusals } from './refusals.ts';
import { build } from '../product/product.ts';
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

/**
 * Reads at full speed, at ten times that rate over 1,000 connections, and beside sign-ins at full speed; then refusals.
 * Another checkout takes turns with this one.
 */
export async function measureOverload(bench: Bench): Promise<void> {
  const { cluster, options, report, atEnd } = bench;
  const urls = await prepareDataset(cluster.port, MAIN, options.fresh);
  const contenders = [await startContender('product', urls, bench)];
  if (options.before) contenders.push(await startContender('before', urls, bench, build(resolve(options.before))));
  const [generator, other] = [startLoadGenerator(), startLoadGenerator()];
  atEnd(generator.stop);
  atEnd(other.stop);
  const contest = { contenders, generator, postmaster: cluster.postmaster };
  const [operation = operationCalled('list-total')] = options.operations ?? [];
  report.note(`Loads of ${SECONDS} s, the first two ${ROUNDS} times in turns; ${keepApart(contest)}.`);

  const { connections } = options;
  const requestsFor = (contender: Contender, asked: Operation) => contender.requestsFor(asked) ?? [];
  const load = (contender: Contender, settings: Partial<LoadOptions> = {}) =>
    runRound(contender, requestsFor(contender, operation), contest, {
      seconds: SECONDS,
      connections,
      most: 1_000_000,
      ...settings,
    });
  for (const contender of contenders) {
    await checkAnswers(operation, contender, requestsFor(contender, operation), undefined);
    await load(contender, { most: 2_000 });
  }
  const rounds = contenders.map((contender) => ({ contender, calm: [] as Round[], busy: [] as Round[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { contender, calm, busy } of round % 2 === 0 ? rounds : rounds.toReversed()) {
      const one = await load(contender);
      calm.push(one);
      busy.push(await load(contender, { connections: CONNECTIONS, perSecond: TIMES * one.requestsPerSecond }));
    }
  }
  for (const { contender, calm, busy } of rounds) {
    const [best, overloaded] = [summarize('best', calm), summarize('overloaded', busy)];
    const [beside, signedIn] = await Promise.all([
      load(contender),
      runRound(
        contender,
        requestsFor(contender, operationCalled('sign-in')),
        { ...contest, generator: other },
        { seconds: SECONDS, connections },
      ),
    ]);
    const rows = [
      rowOf(`${connections} connections`, best),
      rowOf(`${CONNECTIONS} connections, ${TIMES} times the rate`, overloaded),
      rowOf(`${connections} connections beside sign-ins`, summarize('beside', [beside])),
      rowOf(`… the sign-ins, ${connections} connections`, summarize('sign-ins', [signedIn])),
    ];
    const title = `${contender.name}: ${operation.title}`;
    report.add({ title, heading: HEADING, rows, failure: overloaded.failure } satisfies Table);
    report.add(targetTable(verdicts(best, overloaded)));
  }
  report.add(await measureRefusals(urls, bench, contest));
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
    row('answered under overload', 'at least 0.9', shown(share, 2), share >= 0.9),
    row('p99 of answered requests', 'at most 1,000 ms', `${shown(p99, 0)} ms`, p99 <= 1_000),
    row('failed without 503 and Retry-After', 'none', shown(failed, 0), failed === 0),
  ];
}
