import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { pino, type Logger } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase } from '../../src/core/database/database.ts';
import { LOG_OPTIONS } from '../../src/core/context/log.options.ts';
import { prepareJobQueue } from '../../src/core/jobs/job.schema.ts';
import { Outbound } from '../../src/core/outbound/outbound.ts';
import { generateSecretsKeys, Secrets } from '../../src/core/secrets/secrets.ts';
import { DEAD_LETTER_QUEUE, JobQueue } from '../../src/core/jobs/job.queue.ts';
import { asPlatform, PLATFORM_ROLE } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { LOGIN_ROLE } from '../../src/dev/postgres/development.database.ts';
import { writeEmails } from '../../src/email/email.outbox.ts';
import { emailQueues, type RetryOptions } from '../../src/email/email.queue.ts';
import type { NewEmail } from '../../src/email/email.template.ts';
import type { WorkerOptions } from '../../src/feature.ts';
import type { PostmarkOptions } from '../../src/email/transports/postmark.transport.ts';
import { entities } from '../../src/schema.ts';
import { startWorker, type Worker } from '../../src/worker.ts';
import type { Api } from './api.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';
import { FakePostmark } from './processes/fake-postmark.ts';

/** Three attempts without a pause. */
const QUICK_RETRIES: RetryOptions = { retryLimit: 2, retryDelay: 0, retryBackoff: false };

export const TOKEN = 'postmark-server-token';

export const FROM = 'ReachGenie Partners <partners@reachgenie.example>';

export interface Mail {
  database: TestDatabase;
  rows: TestDatabase['rows'];
  postmark: FakePostmark;
  orm: MikroORM;
  /** A queue that only sends. */
  jobs: JobQueue;
  /** All log lines of workers. */
  logs: string[];
  /** Runs a transaction as the platform, as a service does. */
  transaction<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result>;
  write(...emails: NewEmail[]): Promise<void>;
  /** Starts a worker with its own connection pool, like a separate process. It stops after the last test. */
  startWorker(postmark?: Partial<PostmarkOptions>, more?: Pick<WorkerOptions, 'allowlist'>): Promise<Worker>;
  /** The stored rows of emails to a recipient. */
  stored(recipient: string): Promise<Record<string, unknown>[]>;
}

/**
 * Creates a database with its job queue for the test file, and a fake Postmark. Tests start their own workers. `create`
 * can give a database elsewhere.
 */
export function useMail(retries: RetryOptions = QUICK_RETRIES, create = cloneDatabase): Mail {
  const mail = { logs: [] as string[] } as Mail;
  const closings: (() => Promise<unknown>)[] = [];
  const log: Logger = pino({ ...LOG_OPTIONS, level: 'info' }, { write: (line: string) => void mail.logs.push(line) });

  const open = async (works: boolean) => {
    const url = mail.database.loginUrl;
    const orm = await openDatabase({ url, entities, poolSize: 5, log });
    const jobs = await JobQueue.open({ url, log, works });
    closings.push(
      () => orm.close(),
      () => jobs.stop(),
    );
    return { orm, jobs };
  };

  beforeAll(async () => {
    mail.postmark = await FakePostmark.start();
    closings.push(() => mail.postmark.stop());
    mail.database = await create();
    closings.push(() => mail.database.close());
    mail.rows = mail.database.rows;
    const rights = { workers: [LOGIN_ROLE], senders: [PLATFORM_ROLE], readers: [PLATFORM_ROLE] };
    const owner = new pg.Client(mail.database.ownerUrl);
    await owner.connect();
    await prepareJobQueue({ owner, queues: [{ name: DEAD_LETTER_QUEUE }, ...emailQueues(retries)], ...rights });
    await owner.end();
    Object.assign(mail, await open(false));
  });

  mail.transaction = (work) => inTransaction(asPlatform(mail.orm.em), work);
  mail.write = (...emails) => mail.transaction((em) => writeEmails(em, mail.jobs, emails));
  mail.startWorker = async (postmark = {}, more = {}) => {
    const parts = await open(true);
    const options = { token: TOKEN, apiUrl: mail.postmark.url, ...postmark };
    const worker = await startWorker({
      ...parts,
      ...more,
      from: FROM,
      site: SITE,
      secrets: new Secrets(generateSecretsKeys()),
      outbound: new Outbound({ allowsLoopback: true }),
      log,
      postmark: options,
      pollingSeconds: 0.5,
      settlingSeconds: 0,
    });
    closings.push(() => worker.stop());
    return worker;
  };
  mail.stored = (recipient) =>
    mail.rows('select * from email_message where recipient = $1 order by created_at, id', [recipient]);

  afterAll(async () => {
    for (const close of closings.reverse()) await close();
  });
  return mail;
}

/** The addresses in links of tests. */
export const SITE = {
  publicUrl: 'https://partners.example',
  linkSecret: (_purpose: string, tokenId: string) => `${tokenId}.secret`,
};

/** A receipt for an application that does not exist. */
export const receiptFor = (recipient: string, data: object = {}): NewEmail => ({
  recipient,
  template: 'application.received',
  data: {
    id: '019ac3f0-0000-7000-8000-000000000000',
    contactName: 'Ada',
    companyName: 'Acme',
    partnershipType: 'RESELLER',
    ...data,
  },
  applicationId: null,
});

/** The contents of emails about credentials to an address, in order. */
export const credentialMails = async (api: Pick<Api, 'rows'>, recipient: string): Promise<unknown[]> =>
  (
    await api.rows(
      `select data ->> 'change' as change from email_message where template = 'user.credentials_changed' and recipient = $1
       order by created_at, id`,
      [recipient],
    )
  ).map(({ change }) => change);
