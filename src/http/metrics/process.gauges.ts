import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, type Registry } from 'prom-client';
import type { ReplicaState } from '../../core/database/replicas/replica.ts';
import type { RateCounter } from '../../core/limits/rate.counter.ts';
import type { WorkQueue } from '../../core/limits/work.queue.ts';

/** The parts of a process that gauges read. */
export interface Observed {
  isReady: () => Promise<boolean>;
  /** By what they are for. */
  pools: Readonly<Record<string, pg.Pool>>;
  /** Requests, in a process that serves the API. */
  queue?: WorkQueue | undefined;
  counter?: RateCounter | undefined;
  /** Log lines that were dropped. */
  droppedLines: () => number;
  replicas: () => readonly Pick<ReplicaState, 'name' | 'inUse' | 'lagBytes'>[];
}

/** Adds the gauges of this process, which are read for each scrape. */
export function addProcessGauges(register: Registry, observed: Observed): void {
  const { isReady, pools, queue, counter, droppedLines, replicas } = observed;
  collectDefaultMetrics({ register });
  const add = (name: string, help: string, read: () => number | Promise<number>) =>
    register.registerMetric(gauge(name, help, read));
  const addEach = (name: string, help: string, label: string, read: () => Readonly<Record<string, number>>) =>
    register.registerMetric(labelled({ name, help, label }, read));

  add('reachgenie_ready', '1 if the process accepts work, like /health/ready.', async () => Number(await isReady()));
  add('reachgenie_event_loop_utilization', 'Share of time that the event loop works, since the last scrape.', share());
  if (queue) {
    add('reachgenie_requests_in_progress', 'Requests that the process works on.', () => queue.running);
    add('reachgenie_requests_waiting', 'Requests that wait for their turn.', () => queue.waiting);
  }
  if (counter?.isFailing !== undefined) {
    add('reachgenie_redis_up', '0 if the process counts rate limits in memory.', () => Number(!counter.isFailing));
  }
  register.registerMetric(linesDropped(droppedLines));
  const ofReplicas = (read: (replica: ReturnType<typeof replicas>[number]) => number) => () =>
    Object.fromEntries(replicas().map((replica) => [replica.name, read(replica)]));
  const inUse = ofReplicas((replica) => Number(replica.inUse));
  addEach('reachgenie_replica_in_use', '1 if reads go to the replica.', 'replica', inUse);
  const lag = ofReplicas(({ lagBytes = Number.NaN }) => lagBytes);
  addEach('reachgenie_replica_lag_bytes', 'Log of the primary that the replica has not replayed.', 'replica', lag);

  const ofPools = (read: (pool: pg.Pool) => number) => () =>
    Object.fromEntries(Object.entries(pools).map(([name, pool]) => [name, read(pool)]));
  const most = ofPools(({ options }) => options.max);
  addEach('reachgenie_pool_size', 'Connections that a pool may open.', 'pool', most);
  const open = ofPools(({ totalCount }) => totalCount);
  addEach('reachgenie_pool_open', 'Open connections.', 'pool', open);
  const busy = ofPools(({ totalCount, idleCount }) => totalCount - idleCount);
  addEach('reachgenie_pool_busy', 'Connections in use.', 'pool', busy);
  const waiting = ofPools(({ waitingCount }) => waitingCount);
  addEach('reachgenie_pool_waiting', 'Callers that wait for a connection.', 'pool', waiting);
}

const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
  new Gauge({
    name,
    help,
    registers: [],
    async collect() {
      this.set(await read());
    },
  });

const labelled = (
  { label, ...named }: Record<'name' | 'help' | 'label', string>,
  read: () => Readonly<Record<string, number>>,
) =>
  new Gauge({
    ...named,
    labelNames: [label],
    registers: [],
    collect() {
      this.reset();
      for (const [value, number] of Object.entries(read())) this.labels(value).set(number);
    },
  });

const linesDropped = (read: () => number) =>
  new Counter({
    name: 'reachgenie_log_lines_dropped_total',
    help: 'Log lines that could not be written.',
    registers: [],
    collect() {
      this.reset();
      this.inc(read());
    },
  });

function share(): () => number {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization;
  };
}
