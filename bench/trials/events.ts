import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { databaseUrl, SUPERUSER } from '../../src/dev/postgres/embedded.database.ts';
import { generateSecretsKeys } from '../../src/core/secrets/secrets.ts';
import { prepareDataset } from '../data/dataset.ts';
import { keepApart } from '../load/contest.ts';
import { productContender } from '../load/contender.ts';
import { startLoadGenerator } from '../load/load.generator.ts';
import { quantile, runRound, summarize, type Round } from '../load/measurement.ts';
import { startProduct } from '../product/product.ts';
import { takeSample } from '../product/sample.ts';
import { startWorker } from '../product/worker.ts';
import { shown, tableOf, CPU } from '../report/report.ts';
import { startEventReceiver, type EventReceiver } from './event.receiver.ts';
import { operationCalled } from './operations.ts';
import { targetTable } from './targets.ts';
import type { Bench } from './trial.ts';

const TENANTS = 500;
const ENDPOINTS = 200;
const EVENTS = 20_000;
const WORKERS = 2;
/** Events a second, in batches of one transaction. */
const RATE = 500;
const BATCH = 50;
/** Seconds until the last delivery. */
const PATIENCE = 120;
/** New clients a second: far from busy, so that requests wait neither for the workers' CPU nor for each other. */
const CLIENTS = 150;
/** Milliseconds from the commit to the first try. */
const MOST_MEDIAN = 2_000;

const DATA = { name: 'bench_events', applications: 50_000, resellers: TENANTS, clients: 5_000 };

/**
 * Events of many tenants to many endpoints, with two workers: deliveries a second, and the time from the commit to the first
 * try, without and with an endpoint that hangs. Then new clients without and with a worker that follows them.
 */
export async function measureEvents(bench: Bench): Promise<void> {
  const { cluster, options, report, atEnd } = bench;
  const urls = await prepareDataset(cluster.port, DATA, options.fresh);
  // Only the superuser may write rows past their triggers.
  const database = new URL(urls.ownerUrl).pathname.slice(1);
  const superuser = new pg.Client(databaseUrl(cluster.port, SUPERUSER, database));
  await superuser.connect();
  atEnd(() => superuser.end());
  const receiver = await startEventReceiver();
  atEnd(receiver.stop);
  await addEndpoints(superuser, receiver.port);
  const secretsKeys = generateSecretsKeys();
  const workers = [];
  for (let count = 0; count < WORKERS; count++) workers.push(await startWorker(urls, secretsKeys));
  for (const { stop } of workers) atEnd(stop);

  const calm = await deliverAll(superuser, receiver, 0);
  await hang(superuser, receiver.port);
  const beside = await deliverAll(superuser, receiver, EVENTS);
  report.note(
    `${EVENTS.toLocaleString('en')} events of ${TENANTS} partners at ${RATE} a second, ${ENDPOINTS} endpoints, ${WORKERS} workers.`,
  );
  report.add({
    title: 'Events to webhooks',
    heading: ['', 'deliveries', 'deliveries/s', 'p50 ms', 'p99 ms'],
    rows: [rowOf('all answer', calm), rowOf('one endpoint hangs', beside)],
  });
  report.add(
    targetTable(
      [calm, beside].map(({ p50 }, index) => [
        'from the commit to the first try',
        index === 0 ? 'median' : 'median, beside an endpoint that hangs',
        `below ${MOST_MEDIAN} ms`,
        `${shown(p50, 0)} ms`,
        p50 < MOST_MEDIAN ? 'met' : 'missed',
      ]),
    ),
  );
  await compareRequests(
    bench,
    urls,
    workers.map(({ pid }) => pid),
  );
}

interface Deliveries {
  count: number;
  perSecond: number;
  p50: number;
  p99: number;
}

const rowOf = (name: string, { count, perSecond, p50, p99 }: Deliveries): string[] => [
  name,
  shown(count, 0),
  shown(perSecond, 0),
  shown(p50, 0),
  shown(p99, 0),
];

/** An endpoint for each of the first partners. */
async function addEndpoints(superuser: pg.Client, port: number): Promise<void> {
  await superuser.query('truncate webhook_delivery, webhook_message, webhook_endpoint cascade');
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `insert into webhook_endpoint (id, reseller_id, url, types, status, generation, failures_in_a_row, version, created_at, updated_at)
     select gen_random_uuid(), id, $1, '{}', 'ENABLED', 1, 0, 1, now(), now() from partner_account order by id limit $2`,
    [`http://localhost:${port}/`, ENDPOINTS],
  );
  await superuser.query('set session_replication_role = origin');
}

/** The endpoint of the first partner. */
async function hang(superuser: pg.Client, port: number): Promise<void> {
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    'update webhook_endpoint set url = $1 where id = (select id from webhook_endpoint order by reseller_id limit 1)',
    [`http://localhost:${port}/hang`],
  );
  await superuser.query('set session_replication_role = origin');
}

/** Writes events at a steady rate, and waits until all have arrived that an endpoint gets. */
async function deliverAll(superuser: pg.Client, receiver: EventReceiver, first: number): Promise<Deliveries> {
  const { rows } = await superuser.query<{ id: string; client: string; listened: boolean }>(
    `select account.id, (select id from client_account where reseller_id = account.id limit 1) as client,
       exists (select from webhook_endpoint where reseller_id = account.id and url not like '%hang') as listened
     from partner_account as account order by id limit $1`,
    [TENANTS],
  );
  const tenants = rows.filter(({ client }) => client !== null);
  const commits = new Map<number, number>();
  const began = Date.now();
  for (let sent = 0; sent < EVENTS; sent += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, index) => first + sent + index);
    const about = numbers.map((number) => ({ number, tenant: tenants[number % tenants.length] }));
    await write(
      superuser,
      about.map(({ number, tenant }) => ({ number, id: tenant?.id, client: tenant?.client })),
    );
    const committed = Date.now();
    for (const { number, tenant } of about) if (tenant?.listened) commits.set(number, committed);
    await setTimeout(Math.max(0, began + ((sent + BATCH) * 1_000) / RATE - Date.now()));
  }
  const deadline = Date.now() + PATIENCE * 1_000;
  const isOpen = () => [...commits.keys()].some((number) => !receiver.arrivals.has(number));
  while (isOpen() && Date.now() < deadline) await setTimeout(50);
  const waits = Array.from(commits, ([number, at]) => (receiver.arrivals.get(number) ?? Number.POSITIVE_INFINITY) - at);
  const last = Math.max(...Array.from(commits.keys(), (number) => receiver.arrivals.get(number) ?? Date.now()));
  const count = waits.filter((wait) => Number.isFinite(wait)).length;
  return { count, perSecond: (count * 1_000) / (last - began), p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) };
}

const write = (superuser: pg.Client, about: readonly object[]): Promise<unknown> =>
  superuser.query(
    `insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type,
       target_id, changes, hash)
     select gen_random_uuid(), id, now(), 'client.updated', 'bench@reachgenie.example', id, 'PARTNER', 'key:bench',
       'ClientAccount', client, jsonb_build_object('number', jsonb_build_object('from', null, 'to', number))::text, ''
     from jsonb_to_recordset($1) as event (number int, id uuid, client uuid) order by id, number`,
    [JSON.stringify(about)],
  );

/** New clients while the workers stand still, and while they follow. */
async function compareRequests(
  { cluster, options: { rounds, seconds, connections }, report, atEnd }: Bench,
  urls: DatabaseUrls,
  workers: readonly number[],
): Promise<void> {
  const product = await startProduct(urls);
  atEnd(product.stop);
  const contender = productContender('product', product, await takeSample(product));
  const operation = operationCalled('create-client');
  const requests = contender.requestsFor(operation) ?? [];
  const generator = startLoadGenerator();
  atEnd(generator.stop);
  const contest = { contenders: [contender], generator, postmaster: cluster.postmaster };
  report.note(
    `${CLIENTS} new clients a second: ${rounds} rounds of ${seconds} s each; ${keepApart(contest, workers)}. The CPU of PostgreSQL includes the statements of the workers.`,
  );
  const load = () => runRound(contender, requests, contest, { seconds, connections, perSecond: CLIENTS });
  await load();
  const [without, followed]: [Round[], Round[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const pid of workers) process.kill(pid, 'SIGSTOP');
    without.push(await load());
    for (const pid of workers) process.kill(pid, 'SIGCONT');
    await setTimeout(3_000);
    followed.push(await load());
  }
  report.add(
    tableOf(operation.title, [summarize('no worker', without), summarize('two workers follow', followed)], [CPU]),
  );
}
