import { pino } from 'pino';
import { openDatabase } from '../../../src/core/database/database.ts';
import { JobQueue } from '../../../src/core/jobs/job.queue.ts';
import { Outbound } from '../../../src/core/outbound/outbound.ts';
import { generateSecretsKeys, Secrets } from '../../../src/core/secrets/secrets.ts';
import { entities } from '../../../src/schema.ts';
import { startWorker } from '../../../src/worker.ts';

/**
 * A worker as a separate process that tests can kill: see worker.child.ts. Arguments: the URLs of the database and of
 * Postmark, seconds until an answer of Postmark is late, and until its search knows of every attempt. Then the URL and the
 * token of the product that sets up clients, if there is one.
 */
const [url = '', apiUrl = '', timeoutSeconds, settlingSeconds, productUrl, token = ''] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const orm = await openDatabase({ url, entities, poolSize: 2, log });
const jobs = await JobQueue.open({ url, log, works: true });
const mail = {
  postmark: { token: 'token', apiUrl, timeoutSeconds: Number(timeoutSeconds) },
  settlingSeconds: Number(settlingSeconds),
  secrets: new Secrets(generateSecretsKeys()),
  outbound: new Outbound({ allowsLoopback: true }),
  from: 'partners@reachgenie.example',
  site: { publicUrl: 'http://localhost', linkSecret: (_purpose: string, tokenId: string) => tokenId },
};
const product = productUrl === undefined ? undefined : { url: productUrl, token };
await startWorker({ orm, jobs, log, ...mail, product });
