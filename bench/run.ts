import 'reflect-metadata';
import { join } from 'node:path';
import { startCluster } from './data/cluster.ts';
import { keepApart, measure } from './load/contest.ts';
import { measureDocuments } from './trials/documents.ts';
import { measureEvents } from './trials/events.ts';
import { withoutGate } from './trials/gate.ts';
import { startLoadGenerator } from './load/load.generator.ts';
import { describeMachine } from './report/machine.ts';
import { readOptions, type Options } from './options.ts';
import { measureOverload } from './trials/overload.ts';
import { writeSection } from './report/document.ts';
import { measureProfile } from './trials/profile.ts';
import { build } from './product/product.ts';
import { Report, tableOf } from './report/report.ts';
import { summaryOf, type Result } from './report/summary.ts';
import { besideRest } from './trials/rest.ts';
import { measureStart } from './trials/start.ts';
import { evaluatingTiers } from './trials/tier.evaluation.ts';
import { judge, targetTable } from './trials/targets.ts';
import type { Bench, Trial } from './trials/trial.ts';
import { measureUploads } from './trials/uploads.ts';
import { atScale, besidePeers, withoutHints, withoutPolicies } from './trials/trials.ts';

const TRIALS: Record<Options['trial'], (bench: Bench) => Promise<void>> = {
  peers: async (bench) => compare(await besidePeers(bench), bench),
  scale: async (bench) => compare(await atScale(bench), bench),
  rls: async (bench) => compare(await withoutPolicies(bench), bench),
  hints: async (bench) => compare(await withoutHints(bench), bench),
  gate: async (bench) => compare(await withoutGate(bench), bench),
  rest: async (bench) => compare(await besideRest(bench), bench),
  tiers: async (bench) => compare(await evaluatingTiers(bench), bench),
  events: measureEvents,
  overload: measureOverload,
  profile: measureProfile,
  start: measureStart,
  documents: measureDocuments,
  uploads: measureUploads,
};

const RESULTS = join(import.meta.dirname, '../docs/performance.md');

// The default would leave the servers running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const options = readOptions();
if (options) await run(options);

async function run(given: Options): Promise<void> {
  build();
  const endings: (() => unknown)[] = [];
  const atEnd: Bench['atEnd'] = (end) => endings.push(end);
  try {
    const cluster = await startCluster();
    atEnd(cluster.stop);
    const report = new Report();
    report.note(await describeMachine(cluster.port));
    await TRIALS[given.trial]({ cluster, report, atEnd, options: given });
    if (given.write) await writeSection(RESULTS, { name: given.trial, command: commandLine() }, report);
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

async function compare({ contenders, operations, comparisons, targets }: Trial, bench: Bench): Promise<void> {
  const { options: load, report } = bench;
  const generator = startLoadGenerator();
  bench.atEnd(generator.stop);
  const contest = { contenders, generator, postmaster: bench.cluster.postmaster };
  const apart = keepApart(contest);
  report.note(`${load.connections} connections, ${load.rounds} rounds of ${load.seconds} s; ${apart}.`);
  const verdicts: string[][] = [];
  const results: Result[] = [];
  for (const operation of operations) {
    const measurements = await measure(operation, contest, load);
    report.add(tableOf(operation.title, measurements, comparisons));
    verdicts.push(...judge(operation, measurements, targets));
    results.push({ operation: operation.name, measurements });
  }
  if (load.peers) for (const table of summaryOf(results)) report.add(table);
  if (verdicts.length > 0) report.add(targetTable(verdicts));
}

/** The command without local paths. */
function commandLine(): string {
  const parameters = process.argv.slice(2).join(' ');
  return `npm run bench -- ${parameters.replaceAll(/--before[ =]\S+/g, '--before <folder>')}`;
}
