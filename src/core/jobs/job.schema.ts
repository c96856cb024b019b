import { isDeepStrictEqual } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { PgBoss, type ConstructorOptions, type Queue } from 'pg-boss';
import { databaseOf, DEAD_LETTER_QUEUE, JOB_SCHEMA } from './job.queue.ts';

interface JobSchemaOptions {
  owner: pg.Client;
  /** Every queue. A dead letter queue comes before the queue that names it. The default one is DEAD_LETTERS. */
  queues: Queue[];
  workers: string[];
  senders: string[];
  /** Roles that see jobs, and note that they run a failed one again. */
  readers: string[];
}

/** pg-boss's own limit of 30 seconds would let senders wait as long behind an upgrade. */
const OWN_LOCK_TIMEOUT = 'SET LOCAL lock_timeout = 30000;';

/** Seconds between pg-boss's looks for indexes of an upgrade, which it builds in the background. Its least value. */
const INDEX_POLLING = 10;

/** Milliseconds between looks whether it has built them. */
const BUILT_POLLING = 200;

/**
 * Creates or upgrades pg-boss's tables, queues and grants. Concurrent runs are safe. Waits for locks as long as the
 * owner's `lock_timeout` says.
 */
export async function prepareJobQueue({ owner, queues, workers, senders, readers }: JobSchemaOptions): Promise<void> {
  const boss = new PgBoss({
    db: withLimitOf(owner),
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
    bamIntervalSeconds: INDEX_POLLING,
  });
  let failure: Error | undefined;
  boss.on('error', (error) => (failure ??= error));
  await boss.start();
  try {
    const all = queues.map((queue) =>
      queue.name === DEAD_LETTER_QUEUE ? queue : { deadLetter: DEAD_LETTER_QUEUE, ...queue },
    );
    const known = await boss.getQueues(all.map(({ name }) => name));
    for (const queue of all) {
      const { name, ...options } = queue;
      const found = known.find((each) => each.name === name);
      if (!found) await boss.createQueue(name, options);
      else if (!isDeepStrictEqual({ ...found, ...queue }, found)) await boss.updateQueue(name, options);
    }
    while ((await boss.getBamStatus()).some(({ status }) => status !== 'completed')) {
      if (failure) throw failure;
      await setTimeout(BUILT_POLLING);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await grant(owner, workers, 'insert', 'bam', toWorkers);
  await grant(owner, senders, 'insert', 'job_common', toSenders);
  await grant(owner, readers, 'update', 'job', toReaders);
}

/** Runs pg-boss's scripts with the owner's limit, and ends their transactions if they fail. */
function withLimitOf(owner: pg.Client): NonNullable<ConstructorOptions['db']> {
  const db = databaseOf(owner);
  return {
    executeSql: async (text, values) => {
      try {
        return await db.executeSql(text.replace(OWN_LOCK_TIMEOUT, ''), values);
      } catch (error) {
        await owner.query('rollback');
        throw error;
      }
    },
  };
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

const toReaders = (role: string) => `
  grant select on ${JOB_SCHEMA}.job to ${role};
  grant update (state, completed_on) on ${JOB_SCHEMA}.job to ${role};
`;

/** Grants only missing permissions: every grant writes to the catalog, and concurrent ones collide. */
async function grant(
  owner: pg.Client,
  roles: string[],
  privilege: 'insert' | 'update',
  table: string,
  statements: (role: string) => string,
): Promise<void> {
  const { rows } = await owner.query<{ role: string }>(
    `select quote_ident(role) as role from unnest($1::text[]) role where not has_any_column_privilege(role, $2, $3)`,
    [roles, `${JOB_SCHEMA}.${table}`, privilege],
  );
  if (rows.length === 0) return;
  const grants = rows.map(({ role }) => statements(role)).join('');
  await owner.query(`begin; select pg_advisory_xact_lock(hashtext('${JOB_SCHEMA} grants')); ${grants} commit`);
}
