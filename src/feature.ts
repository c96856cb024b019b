import type { ApolloServerPlugin } from '@apollo/server';
import type { EntityClass, EntityManager, EventSubscriber, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Queue } from 'pg-boss';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Caller, RefreshCookie, RequestContext } from './core/context/request.context.ts';
import type { RootFieldRules } from './core/graphql/permissions.ts';
import type { JobQueue } from './core/jobs/job.queue.ts';
import type { Secrets } from './core/secrets/secrets.ts';
import type { EmailTemplate, EmailTemplates, Site } from './email/email.template.ts';
import type { PostmarkOptions } from './email/transports/postmark.transport.ts';

/** A part of the product. `features.ts` lists all of them: everything that runs is made from that list. */
export interface Feature {
  entities?: readonly EntityClass[];
  resolvers?: readonly (new () => object)[];
  /** Who may call each of its root fields. */
  rules?: readonly RootFieldRules[];
  /** What it writes to the audit trail: each action with its description in the schema. */
  auditActions?: Readonly<Record<string, string>>;
  emails?: readonly EmailTemplate<object>[];
  /** Its queues as the database must have them; a dead letter queue stands before the queue that names it. */
  queues?: readonly Queue[];
  subscribers?: readonly EventSubscriber[];
  /** Runs once at a start, before anything is served or worked on. */
  start?: (process: Process) => Promise<void>;
  /** Begins to work on its queues. Loads what only a worker needs with `await import(…)`. */
  work?: (worker: WorkerParts) => Promise<void>;
  /** What a worker does at its start and every hour, each in a transaction of its own. */
  tidy?: readonly ((em: EntityManager, secrets: Secrets) => Promise<unknown>)[];
  /** What it adds to the HTTP server; made once. */
  serve?: (server: ServedProcess) => Served | Promise<Served>;
}

/** What every process has. */
interface Process {
  config: Config;
  orm: MikroORM;
  log: Logger;
}

export interface ServedProcess extends Process {
  secrets: Secrets;
  limits: RequestContext['limits'];
  /** Signs tokens. PEM, as JWT_PRIVATE_KEY has it. */
  privateKey: string;
}

export interface WorkerOptions {
  orm: MikroORM;
  /** Opened to work, and not only to send. */
  jobs: JobQueue;
  /** Without it nothing leaves: the mailbox shows what would have been sent. */
  postmark: PostmarkOptions | undefined;
  /** The sender of every mail, with or without a name: `ReachGenie Partners <partners@example.com>`. */
  from: string;
  site: Site;
  secrets: Secrets;
  log: Logger;
  /** How long an idle worker waits before it looks again: 0.5 or more. Left out: 1. */
  pollingSeconds?: number;
}

export interface WorkerParts extends Required<WorkerOptions> {
  /** Of all features. */
  templates: EmailTemplates;
}

/** What HTTP needs from features for each request. Exactly one feature makes each part. */
export interface RequestParts {
  /** The caller, by the `Authorization` header. */
  authenticate: (authorization: string | undefined, address: string) => Promise<Caller | undefined>;
  refreshCookie: (request: FastifyRequest, reply: FastifyReply) => RefreshCookie;
  signAccessToken: RequestContext['signAccessToken'];
  signClientAccess: RequestContext['signClientAccess'];
  verifyIdentity: RequestContext['verifyIdentity'];
}

/** What a feature adds to the HTTP server. */
export interface Served extends Partial<RequestParts> {
  endpoints?: FastifyPluginAsync;
  plugins?: readonly ApolloServerPlugin<RequestContext>[];
  /** Runs once no request is in hand any more. */
  close?: () => Promise<unknown>;
}
