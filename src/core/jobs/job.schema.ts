import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { PgBoss, type Queue } from 'pg-boss';
import { databaseOf, JOB_SCHEMA } from './job.queue.ts';

interface JobSchemaOptions {
  owner: pg.Client;
  /** Every queue. A dead letter queue comes before the queue that names it. */
  queues: Queue[];
  workers: string[];
  senders: string[];
}

/** Creates or upgrades pg-boss's tables, queues and grants. Concurrent runs are safe. */
export async function prepareJobQueue({ owner, queues, workers, senders }: JobSchemaOptions): Promise<void> {
  const boss = new PgBoss({
    db: databaseOf(owner),
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  await boss.start();
  try {
    const known = await boss.getQueues(queues.map(({ name }) => name));
    for (const queue of queues) {
      const { name, ...options } = queue;
      const found = known.find((each) => each.name === name);
      if (!found) await boss.createQueue(name, options);
      else if (!isDeepStrictEqual({ ...found, ...queue }, found)) await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await grant(owner, workers, 'bam', toWorkers);
  await grant(owner, senders, 'job_common', toSenders);
}

const toWorkers = (role: string) => `
  grant usage on schema ${JOB_SCHEMA} to ${role};
  grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${role};
  alter default privileges in schema ${JOB_SCHEMA} grant select, insert, update, delete on tables to ${role};
`;

const toSenders = (role: string) => `
  grant usage on schema ${JOB_SCHEMA} to ${role};
  grant select on ${JOB_SCHEMA}.queue to ${role};
  grant insert on ${JOB_SCHEMA}.job_common to ${role};
`;

/** Grants only missing permissions: every grant writes to the catalog, and concurrent ones collide. */
async function grant(
  owner: pg.Client,
  roles: string[],
  table: string,
  statements: (role: string) => string,
): Promise<void> {
  const { rows } = await owner.query<{ role: string }>(
    `select quote_ident(role) as role from unnest($1::text[]) role where not has_table_privilege(role, $2, 'insert')`,
    [roles, `${JOB_SCHEMA}.${table}`],
  );
  if (rows.length === 0) return;
  const grants = rows.map(({ role }) => statements(role)).join('');
  await owner.query(`begin; select pg_advisory_xact_lock(hashtext('${JOB_SCHEMA} grants')); ${grants} commit`);
}
