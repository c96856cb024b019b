import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { clientAccessTokens } from './access/client.access.token.ts';
import { AuditRecorder } from './audit/audit.recorder.ts';
import type { Config } from './config.ts';
import { openDatabase } from './core/database.ts';
import { JobQueue } from './core/job.queue.ts';
import { MemoryRateCounter } from './core/rate.counter.ts';
import { RedisRateCounter } from './core/rate.counter.redis.ts';
import { rateLimits } from './core/rate.limit.ts';
import { AccessTokens } from './identity/access.token.ts';
import { ApiKeyDirectory } from './identity/api-key.directory.ts';
import { createFirstAdmin } from './identity/first.admin.ts';
import { IdentityProvider } from './identity/identity.provider.ts';
import { linkSecret } from './identity/mailed.link.ts';
import { readSigningKeys } from './identity/signing.keys.ts';
import { createSchema, entities } from './schema.ts';
import { buildServer } from './server.ts';
import { startWorker } from './worker.ts';

/** What main.ts finds out: where the database is, and the key to sign with. */
export interface Surroundings {
  config: Config;
  databaseUrl: string;
  privateKey: string;
  log: Logger;
  /** Once for all apps of a process. */
  schema?: GraphQLSchema;
}

export interface App {
  /** Where the API answers; undefined where this process is a worker only. */
  readonly url: string | undefined;
  readonly orm: MikroORM;
  readonly server: FastifyInstance | undefined;
  /** From now on /health/ready is red: no balancer sends more. */
  drain(): void;
  /** HTTP, then the worker, then the pool; what is in flight is finished. */
  stop(): Promise<void>;
}

/** Builds and starts what the configuration asks for, on a database that is up to date. */
export async function startApp({ config, databaseUrl, privateKey, log, schema }: Surroundings): Promise<App> {
  const { poolSize } = config.database;
  const orm = await openDatabase({ url: databaseUrl, entities, poolSize, log, subscribers: [new AuditRecorder()] });
  const jobs = await JobQueue.open({ url: databaseUrl, log, works: config.worker });
  const closings: (() => Promise<unknown>)[] = [() => orm.close(), () => jobs.stop()];
  const keys = readSigningKeys(privateKey, config.jwt.publicKeys);
  const site = { publicUrl: config.publicUrl, linkSecret: (id: string) => linkSecret(keys.linkKey, id) };
  let draining = false;
  await createFirstAdmin(orm.em, config.firstAdmin);

  if (config.worker) {
    const { postmark, from } = config.email;
    const worker = await startWorker({ orm, jobs, log, postmark, from, site });
    closings.push(() => worker.stop());
  }
  let server: FastifyInstance | undefined;
  if (config.api) {
    const counter = config.redisUrl
      ? new RedisRateCounter(config.redisUrl, (problem) => log.error({ err: problem }, problem.message))
      : new MemoryRateCounter();
    closings.push(() => counter.close());
    server = await buildServer({
      config,
      schema: schema ?? (await createSchema()),
      orm,
      jobs,
      limits: rateLimits(config.rateLimits, counter),
      accessTokens: new AccessTokens(keys, config.publicUrl),
      apiKeys: new ApiKeyDirectory(orm.em, log),
      clientAccessTokens: clientAccessTokens(keys, config.publicUrl),
      identityProvider:
        config.identityProvider &&
        new IdentityProvider(config.identityProvider, (reason) =>
          log.warn({ event: 'identity_refused', reason }, 'a token of the identity provider was refused'),
        ),
      keys,
      log,
      isReady: async () => !draining && (await answers(orm)),
      isStopping: () => draining,
    });
    if (!config.production) {
      const { developmentPages } = await import('./dev/pages.ts');
      await server.register(developmentPages, { orm, site, clientAppSecret: config.clientApp.secret });
    }
    const http = server;
    closings.push(() => http.close());
  }
  const url = await server?.listen({ port: config.port, host: config.host });
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

/** Milliseconds that the database may take to say that it is there. */
const PATIENCE_MS = 1_000;

async function answers(orm: MikroORM): Promise<boolean> {
  const asked = orm.em.getConnection().execute('select 1');
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS).unref());
  return Promise.race([asked, late]).then(
    () => true,
    () => false,
  );
}
