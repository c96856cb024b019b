import { resolve } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { createDatabase, type DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { AuditRecorder } from '../../src/audit/audit.recorder.ts';
import { MessagePipeline } from '../../src/core/database/fast-path/message.pipeline.ts';
import { openDatabase } from '../../src/core/database/database.ts';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { sendingJobs, type JobQueue } from '../../src/core/jobs/job.queue.ts';
import { addDays, dayAt } from '../../src/core/text/day.ts';
import { entities } from '../../src/schema.ts';
import { evaluatePartner } from '../../src/tiers/evaluation/evaluation.partner.ts';
import { termsOn } from '../../src/tiers/terms/tier-terms.service.ts';
import { asSuperuser } from '../data/cluster.ts';
import { MAIN, prepareDataset } from '../data/dataset.ts';
import { quantile } from '../load/measurement.ts';
import { build } from '../product/product.ts';
import { COST, shown, type Table } from '../report/report.ts';
import { operationCalled } from './operations.ts';
import type { Bench, Trial } from './trial.ts';
import { startContender } from './trials.ts';

/** Limit for the cost of a new client beside `--before`. */
const MOST_COST = 1.1;

/**
 * The evaluation of all partners on a copy of the data: time, statements a partner, and the longest transaction, which is the
 * longest lock. Then new clients, beside `--before` if it is given.
 */
export async function evaluatingTiers(bench: Bench): Promise<Trial> {
  const { cluster, options, report, atEnd } = bench;
  const urls = await prepareDataset(cluster.port, MAIN, options.fresh);
  const copy = `${MAIN.name}_tiers`;
  const drop = () =>
    asSuperuser(cluster.port, 'postgres', (client) => client.query(`drop database if exists ${copy} with (force)`));
  await drop();
  const changed = await createDatabase(cluster.port, copy, MAIN.name);
  atEnd(drop);
  report.note(`${MAIN.resellers.toLocaleString('en')} resellers with ${MAIN.clients.toLocaleString('en')} clients.`);
  report.add(await evaluateAll(changed));
  const contenders = [await startContender('product', urls, bench)];
  if (options.before) contenders.push(await startContender('before', urls, bench, build(resolve(options.before))));
  const targets = [{ operations: ['create-client'], beside: 'before', by: [COST], least: 1 / MOST_COST }];
  return { contenders, operations: [operationCalled('create-client')], comparisons: [COST], targets };
}

interface Evaluated {
  milliseconds: number;
  statements: number;
}

async function evaluateAll({ ownerUrl, loginUrl }: DatabaseUrls): Promise<Table> {
  const log = pino({ level: 'silent' });
  const orm = await openDatabase({ url: loginUrl, entities, poolSize: 2, log, subscribers: [new AuditRecorder()] });
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    const { rows: partners } = await owner.query<{ id: string }>('select id from partner_account order by id');
    const em = asPlatform(orm.em);
    const day = dayAt(new Date());
    const jobs = { sending: sendingJobs } as unknown as JobQueue;
    const evaluation = { periodEnd: addDays(`${day.slice(0, 7)}-01`, -1), day, terms: await termsOn(em, day), jobs };
    const evaluated: Evaluated[] = [];
    const began = performance.now();
    for (const { id } of partners) evaluated.push(await measured(() => evaluatePartner(em, id, evaluation)));
    const seconds = (performance.now() - began) / 1_000;
    const { rows: outcomes } = await owner.query<{ outcome: string; count: string; partners: string[] }>(
      'select outcome, count(*), array_agg(reseller_id::text) as partners from tier_evaluation group by outcome order by outcome',
    );
    const indexes = new Map(partners.map(({ id }, index) => [id, index]));
    const rows = outcomes.map(({ outcome, count, partners: ids }) =>
      rowOf(
        `${outcome}: ${count}`,
        ids.flatMap((id) => evaluated[indexes.get(id) ?? -1] ?? []),
      ),
    );
    return {
      title: `Evaluation of all partners: ${shown(seconds, 1)} s`,
      heading: ['outcome', 'statements a partner', 'p50 ms', 'longest ms'],
      rows: [...rows, rowOf('all', evaluated)],
    };
  } finally {
    await owner.end();
    await orm.close();
  }
}

function rowOf(name: string, evaluated: readonly Evaluated[]): string[] {
  const counts = evaluated.map(({ statements }) => statements);
  const times = evaluated.map(({ milliseconds }) => milliseconds);
  return [
    name,
    `${Math.min(...counts)} to ${Math.max(...counts)}`,
    shown(quantile(times, 0.5), 1),
    shown(Math.max(...times), 1),
  ];
}

/** Counts the statements of this process meanwhile. */
async function measured(work: () => Promise<unknown>): Promise<Evaluated> {
  let statements = 0;
  const counted = (original: (...given: never[]) => unknown) =>
    function (this: unknown, ...given: never[]): unknown {
      statements++;
      return Reflect.apply(original, this, given);
    };
  const originals = [
    [pg.Client.prototype, 'query'],
    [MessagePipeline.prototype, 'send'],
  ] as const;
  const undo = originals.map(([prototype, method]) => {
    const original = Reflect.get(prototype, method) as (...given: never[]) => unknown;
    Reflect.set(prototype, method, counted(original));
    return () => void Reflect.set(prototype, method, original);
  });
  const began = performance.now();
  try {
    await work();
    return { milliseconds: performance.now() - began, statements };
  } finally {
    for (const back of undo) back();
  }
}
