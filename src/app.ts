import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { watchClocks } from './core/database/database.clock.ts';
import { openDatabase, poolOf } from './core/database/database.ts';
import { watchStandby } from './core/database/hosts/standby.check.ts';
import { hostUrls } from './core/database/hosts/host.urls.ts';
import { Readiness } from './core/database/readiness.ts';
import { schemaProblem, schemaStateOf } from './core/database/schema.state.ts';
import { JobQueue } from './core/jobs/job.queue.ts';
import { MemoryRateCounter, type RateCounter } from './core/limits/rate.counter.ts';
import { rateLimits } from './core/limits/rate.limit.ts';
import { WorkQueue } from './core/limits/work.queue.ts';
import { Outbound } from './core/outbound/outbound.ts';
import { Secrets } from './core/secrets/secrets.ts';
import { siteOf } from './core/secrets/mailed.link.ts';
import { allOf, features } from './features.ts';
import { openFileStorage } from './files/storage/open.storage.ts';
import { migrationNames } from './migrations/migrations.list.ts';
import { createSchema, entities } from './schema.ts';
import { operatorServer } from './http/health.ts';
import { metricsOf } from './http/metrics/metrics.ts';
import { buildServer } from './http/server.ts';

/** The database and the keys, from main.ts. */
export interface Surroundings {
  config: Config;
  databaseUrl: string;
  privateKey: string;
  /** In the format of SECRETS_KEYS. */
  secretsKeys: string;
  /** Migrates the database. The app sends no other query before. */
  prepareDatabase?: () => Promise<void>;
  log: Logger;
  /** Counts the log lines that could not be written. Default: none. */
  droppedLines?: () => number;
  /** Shared by all apps of a process. */
  schema?: GraphQLSchema;
}

export interface App {
  /** URL of the API. Undefined in a process that is only a worker. */
  readonly url: string | undefined;
  readonly orm: MikroORM;
  readonly server: FastifyInstance | undefined;
  /** Makes /health/ready fail, so that load balancers send no more requests. */
  drain(): void;
  /** Stops HTTP, then the worker, then the connection pool. Requests and jobs in progress finish first. */
  stop(): Promise<void>;
}

/** Connections that may wait to be accepted. Node's default of 511 is too low for bursts under load. */
const BACKLOG = 4_096;

/** Builds and starts the configured parts of the app. */
export async function startApp(surroundings: Surroundings): Promise<App> {
  const { config, databaseUrl, privateKey, secretsKeys, log, droppedLines = () => 0 } = surroundings;
  const { slowStatement } = config;
  const traced = config.traces !== undefined;
  const { poolSize, fastPath } = config.database;
  const endTraces = config.traces ? await traces(config.traces.ratio, log) : async () => undefined;
  // The schema is computed while the database answers.
  const subscribers = allOf((feature) => feature.subscribers);
  const openJobs = () => JobQueue.open({ url: databaseUrl, log, works: config.worker, traced });
  const [jobs, orm, schema] = await Promise.all([
    surroundings.prepareDatabase?.().then(openJobs) ?? openJobs(),
    openDatabase({ url: databaseUrl, entities, poolSize, fastPath, slowStatement, log, subscribers }),
    surroundings.schema ?? createSchema(),
  ]);
  await requireMigrations(orm, log);
  let draining = false;
  const readiness = new Readiness({ url: databaseUrl, migrations: migrationNames, log });
  const health = {
    isReady: async () => !draining && (await readiness.isReady()),
    isPaused: () => readiness.isPaused,
  };
  const probes = config.api ? undefined : operatorServer({ log, health });
  const closings: (() => Promise<unknown>)[] = [
    endTraces,
    async () => probes?.close(),
    () => readiness.close(),
    () => orm.close(),
    () => jobs.stop(),
  ];
  const secrets = new Secrets(secretsKeys);
  const outbound = new Outbound(config.outbound);
  const storage = await openFileStorage(config.files);
  const site = siteOf(config.publicUrl, secrets);
  const parts = { config, orm, log };
  closings.push(await watchClocks(orm.em, log));
  for (const { start } of features) await start?.(parts);
  if (hostUrls(databaseUrl).length > 1) closings.push(watchStandby(orm.em, log));

  if (config.worker) {
    const { startWorker } = await import('./worker.ts');
    const { postmark, from, allowlist, adminRecipients } = config.email;
    const { retentionMonths, product } = config;
    const sending = { postmark, from, allowlist, site, adminRecipients, product };
    const worker = await startWorker({ orm, jobs, log, secrets, outbound, storage, retentionMonths, ...sending });
    closings.push(() => worker.stop());
  }
  let server: FastifyInstance | undefined;
  const replicas = await openedReplicas(config, orm, log);
  const requests = config.api ? await limitsOfRequests(config, log) : undefined;
  if (requests) {
    const { counter, queue } = requests;
    closings.push(() => counter.close());
    closings.push(replicas.close);
    const limits = rateLimits(config.rateLimits, counter);
    const servedParts = { ...parts, schema, secrets, storage, limits, privateKey, databaseUrl };
    const made = await Promise.all(features.map(async ({ serve }) => serve?.(servedParts)));
    const served = made.filter((each) => each !== undefined);
    closings.push(...served.flatMap(({ close }) => close ?? []));
    server = await buildServer({
      config,
      schema,
      queue,
      orm,
      jobs,
      limits,
      served,
      secrets,
      outbound,
      log,
      health,
      isStopping: () => draining,
    });
    if (!config.production) {
      const { developmentPages } = await import('./dev/pages/pages.ts');
      const [clientAppSecret = ''] = config.clientApp.secrets;
      const { product } = config;
      await server.register(developmentPages, { orm, site, secrets, clientAppSecret, product });
    }
    const http = server;
    closings.push(() => http.close());
  }
  const url = await server?.listen({ port: config.port, host: config.host, backlog: BACKLOG });
  if (config.metricsPort !== undefined) {
    const pools = { requests: await poolOf(orm), jobs: jobs.pool };
    const observed = { isReady: health.isReady, pools, ...requests, droppedLines, replicas: replicas.states };
    const metrics = metricsOf({ databaseUrl, figures: allOf((feature) => feature.figures), log, ...observed });
    const operators = operatorServer({ log, health, metrics: () => metrics.text() });
    closings.unshift(
      () => metrics.close(),
      () => operators.close(),
    );
    await operators.listen({ port: config.metricsPort, host: config.host });
  }
  if (config.probePort !== undefined) await probes?.listen({ port: config.probePort, host: config.host });
  return {
    url,
    orm,
    server,
    drain: () => void (draining = true),
    stop: async () => {
      draining = true;
      for (const close of closings.reverse()) await close();
    },
  };
}

/** Bounds the requests of a process that serves the API. */
async function limitsOfRequests(config: Config, log: Logger) {
  const queue = new WorkQueue({ atOnce: config.requestsAtOnce, longestWait: config.longestWait });
  return { queue, counter: await rateCounter(config, log) };
}

/** Loads the Redis client only if it is configured, because it costs startup time and memory. */
async function rateCounter({ redisUrl }: Config, log: Logger): Promise<RateCounter> {
  if (!redisUrl) return new MemoryRateCounter();
  const { RedisRateCounter } = await import('./core/limits/rate.counter.redis.ts');
  return new RedisRateCounter(redisUrl, log);
}

/** Loads OpenTelemetry only if traces go somewhere. */
async function traces(ratio: number, log: Logger): Promise<() => Promise<void>> {
  const { startTraces } = await import('./core/telemetry/traces.ts');
  return startTraces(log, ratio);
}

/** Loads the reads from replicas only if there are any. */
async function openedReplicas({ api, database, slowStatement }: Config, orm: MikroORM, log: Logger) {
  const { replicaUrls, poolSize, fastPath } = database;
  if (!api || replicaUrls.length === 0) return { states: () => [], close: async () => undefined };
  const { openReplicas, replicaStates } = await import('./core/database/replicas/replica.reads.ts');
  const close = openReplicas(orm, replicaUrls, { poolSize, fastPath, slowStatement, log });
  return { states: () => replicaStates(orm), close };
}

/** @throws Error if this version cannot run on the database */
async function requireMigrations(orm: MikroORM, log: Logger): Promise<void> {
  const state = await schemaStateOf(orm, migrationNames);
  const problem = schemaProblem(state);
  if (problem) throw new Error(problem);
  if (state.newer.length > 0) log.info({ newer: state.newer }, 'a newer version has migrated the database');
}
