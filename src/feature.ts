import type { EntityClass, EntityManager, EventSubscriber, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { Queue } from 'pg-boss';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Caller, RefreshCookie, RequestContext } from './core/context/request.context.ts';
import type { RootFieldRules } from './core/graphql/permissions.ts';
import type { JobQueue } from './core/jobs/job.queue.ts';
import type { Round as ScheduledRound } from './core/jobs/round.ts';
import type { Outbound } from './core/outbound/outbound.ts';
import type { Figure } from './core/telemetry/figure.ts';
import type { Secrets } from './core/secrets/secrets.ts';
import type { EventConsumer, PublicEvent } from './events/event.types.ts';
import type { FileGate } from './files/file.gates.ts';
import type { FileStorage } from './files/storage/file.storage.ts';
import type { EmailsFailed, EmailTemplate, EmailTemplates, Site } from './email/email.template.ts';
import type { PostmarkOptions } from './email/transports/postmark.transport.ts';
import type { ProductOptions } from './provisioning/sending/product.client.ts';
import type { ClientConditions } from './clients/client.conditions.ts';
import type { FirstStep } from './onboarding/first-steps/first-step.types.ts';
import type { OnboardingFact } from './onboarding/onboarding.facts.ts';
import type { TierMetricSource } from './tiers/tier.metrics.ts';

/** A part of the product. The whole product is built from the list in `features.ts`. */
export interface Feature {
  entities?: readonly EntityClass[];
  resolvers?: readonly (new () => object)[];
  /** Permissions of its root fields. */
  rules?: readonly RootFieldRules[];
  /** Actions that it records in the audit log, with their descriptions in the schema. */
  auditActions?: Readonly<Record<string, string>>;
  emails?: readonly EmailTemplate<object>[];
  /** Audit actions that other systems can learn of. */
  events?: readonly PublicEvent[];
  /** Follow the audit log. */
  consumers?: readonly EventConsumer[];
  /** Conditions on clients by its rows. */
  clientConditions?: Partial<ClientConditions>;
  /** Values by its rows that tiers can require. */
  tierMetrics?: readonly TierMetricSource[];
  /** Facts that tick the first steps of each client's onboarding. */
  onboardingFacts?: readonly OnboardingFact[];
  /** Checks that run when a link to a file is opened, by the name that the link has. */
  fileGates?: Readonly<Record<string, FileGate>>;
  /** First steps of partners' users. */
  firstSteps?: readonly FirstStep[];
  /** Its queues. A dead letter queue must come before the queue that names it. */
  queues?: readonly Queue[];
  subscribers?: readonly EventSubscriber[];
  /** Gauges of its tables. All are read by one statement. */
  figures?: readonly Figure[];
  /** Runs in the transaction in which emails have failed for good. */
  emailsFailed?: EmailsFailed;
  /** Runs once at startup, before requests and jobs. */
  start?: (process: Process) => Promise<void>;
  /**
   * Starts to work on its queues. Loads modules that only a worker needs with `await import(…)`. The result, if any,
   * stops work outside the job queue.
   */
  work?: (worker: WorkerParts) => Promise<void | (() => Promise<unknown>)>;
  /** A worker runs each of these at startup and every hour, in separate transactions. */
  tidy?: readonly Round[];
  /** The same at startup and every minute. */
  everyMinute?: readonly Round[];
  /** Work of one worker at a time, at times that are stored. */
  rounds?: readonly ScheduledRound[];
  /** Finds problems in the data of a restored database: see `npm run db:drill`. */
  verify?: (restored: { ownerUrl: string; loginUrl: string }) => AsyncIterable<string>;
  /**
   * Continues its outbound work when a pause ends, in the owner's transaction. After a restore, work from before the
   * pause may have been done after the backup.
   */
  resume?: (owner: pg.Client, pausedAt: Date) => Promise<void>;
  /** Creates its parts of the HTTP server. Runs once. */
  serve?: (server: ServedProcess) => Served | Promise<Served>;
}

type Round = (em: EntityManager, worker: WorkerOptions) => Promise<unknown>;

/** Parts of every process. */
interface Process {
  config: Config;
  orm: MikroORM;
  log: Logger;
}

export interface ServedProcess extends Process {
  schema: GraphQLSchema;
  secrets: Secrets;
  storage: FileStorage;
  limits: RequestContext['limits'];
  databaseUrl: string;
  /** Signs tokens. PEM, like JWT_PRIVATE_KEY. */
  privateKey: string;
}

export interface WorkerOptions {
  orm: MikroORM;
  /** Must be opened for work, not only to add jobs. */
  jobs: JobQueue;
  /** If undefined, no email is sent, and the mailbox shows them instead. */
  postmark: PostmarkOptions | undefined;
  /** If undefined, clients are not set up in the product. */
  product?: ProductOptions | undefined;
  /** Addresses of our team. Default: none. */
  adminRecipients?: readonly string[];
  /** Sender of every email, with or without a name: `ReachGenie Partners <partners@example.com>`. */
  from: string;
  /** Addresses and `@domains` that may get email. If undefined, everyone. */
  allowlist?: readonly string[] | undefined;
  /** Months until rejected applications lose personal data. 0 or undefined: never. */
  retentionMonths?: number | undefined;
  site: Site;
  secrets: Secrets;
  /** Calls addresses that users typed. */
  outbound: Outbound;
  /** If undefined, files are neither checked nor tidied. */
  storage?: FileStorage | undefined;
  log: Logger;
  /** Seconds between polls of an idle worker, at least 0.5. Default 1. */
  pollingSeconds?: number;
  /**
   * Seconds after the start of an attempt to send an email until Postmark's search shows whether it has the email.
   * Default 25: up to 5 until the call, 10 for the answer, and 10 for the search.
   */
  settlingSeconds?: number;
}

export interface WorkerParts extends Required<WorkerOptions> {
  /** Of all features. */
  templates: EmailTemplates;
  emailsFailed: EmailsFailed;
  consumers: readonly EventConsumer[];
}

/** Parts that each HTTP request needs. Exactly one feature provides each. */
export interface RequestParts {
  /** Identifies the caller by the `Authorization` header. */
  authenticate: (authorization: string | undefined, address: string) => Promise<Caller | undefined>;
  /** Reads the `Cookie` header, and sends the `Set-Cookie` header. */
  refreshCookie: (cookies: string | undefined, send: (cookie: string) => void) => RefreshCookie;
  signAccessToken: RequestContext['signAccessToken'];
  signClientAccess: RequestContext['signClientAccess'];
  verifyIdentity: RequestContext['verifyIdentity'];
}

/** Parts that a feature adds to the HTTP server. */
export interface Served extends Partial<RequestParts> {
  endpoints?: FastifyPluginAsync;
  /** Runs after each GraphQL operation, with the errors of its answer. */
  answered?: (context: RequestContext, errors: readonly GraphQLFormattedError[]) => void;
  /** Runs after the last request. */
  close?: () => Promise<unknown>;
}
