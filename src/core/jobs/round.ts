import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { asPlatform } from '../database/tenancy.ts';
import { inTransaction } from '../database/transaction.ts';
import type { JobQueue } from './job.queue.ts';
import { outboundIsPaused } from './outbound.pause.ts';

/** The worker's parts for rounds. */
export interface RoundWorker {
  orm: MikroORM;
  jobs: JobQueue;
  log: Logger;
}

export interface RoundTurn {
  /** When the round was due. */
  dueAt: Date;
  /** The result of the batch before. Undefined for the first one. */
  after: string | undefined;
}

/**
 * Work that one worker does at a time. Safe to run twice: after a crash, another worker begins again. Runs once after any
 * number of missed times, and waits while outbound work is paused.
 */
export interface Round {
  /** Up to 40 characters. Never change it. */
  name: string;
  /** At the full hour, at 03:00 UTC, or at 03:00 UTC on the first of a month. */
  due: 'hourly' | 'daily' | 'monthly';
  /**
   * Does one batch in its own transactions, within 10 minutes: afterwards, another worker may take over. Returns where the
   * next batch begins, or undefined at the end.
   * @param em of the platform, outside a transaction
   */
  run: (em: EntityManager, worker: RoundWorker, turn: RoundTurn) => Promise<string | undefined>;
}

const DAY = sql`date_trunc('day', now() at time zone 'UTC')`;
const AT_THREE = sql`interval '3 hours'`;

/** The next time after now. Times of a day that begin earlier than 03:00 are today's. */
const NEXT: Record<Round['due'], ReturnType<typeof sql>> = {
  hourly: sql`date_trunc('hour', now()) + interval '1 hour'`,
  daily: sql`((${DAY} + ${AT_THREE} + case when now() at time zone 'UTC' < ${DAY} + ${AT_THREE} then interval '0'
    else interval '1 day' end) at time zone 'UTC')`,
  monthly: sql`((date_trunc('month', now() at time zone 'UTC') + ${AT_THREE}
    + case when now() at time zone 'UTC' < date_trunc('month', now() at time zone 'UTC') + ${AT_THREE} then interval '0'
      else interval '1 month' end) at time zone 'UTC')`,
};

const LEASE = sql`now() + interval '10 minutes'`;

/** Runs the rounds that are due. Any number of workers can call it at once. Never throws, because nothing waits for it. */
export async function runDueRounds(rounds: readonly Round[], worker: RoundWorker): Promise<void> {
  const { orm, log } = worker;
  for (const round of rounds) {
    try {
      const dueAt = await inTransaction(asPlatform(orm.em), (em) => claim(em, round));
      if (dueAt) await runOrRelease(round, worker, dueAt);
    } catch (error) {
      log.warn({ err: error, round: round.name }, 'round failed, continuing in a minute');
    }
  }
}

/** Another worker need not wait for the lease of a failed round to end. */
async function runOrRelease(round: Round, worker: RoundWorker, dueAt: Date): Promise<void> {
  try {
    await run(round, worker, dueAt);
  } catch (error) {
    await inTransaction(asPlatform(worker.orm.em), (em) => release(em, round));
    throw error;
  }
}

/** Returns when the round was due, or undefined if it is not due, another worker runs it, or work is paused. */
async function claim(em: EntityManager, { name, due }: Round): Promise<Date | undefined> {
  const database = em.getKysely();
  const known = await sql`select from scheduled_round where name = ${name}`.execute(database);
  if (known.rows.length === 0) {
    await sql`insert into scheduled_round (name, due_at) values (${name}, ${NEXT[due]}) on conflict do nothing`.execute(
      database,
    );
  }
  const { rows } = await sql<{ dueAt: string }>`update scheduled_round set claimed_until = ${LEASE}
    where name in (select name from scheduled_round where name = ${name} and due_at <= now()
      and coalesce(claimed_until, '-infinity') < now() and not ${outboundIsPaused} for update skip locked)
    returning due_at as "dueAt"`.execute(database);
  const [claimed] = rows;
  return claimed && new Date(claimed.dueAt);
}

async function run(round: Round, worker: RoundWorker, dueAt: Date): Promise<void> {
  const em = asPlatform(worker.orm.em);
  let after: string | undefined;
  do {
    after = await round.run(em, worker, { dueAt, after });
    const mayGoOn = await inTransaction(em, (transaction) => renew(transaction, round));
    if (!mayGoOn) return;
  } while (after !== undefined);
  await inTransaction(em, (transaction) => finish(transaction, round));
  worker.log.info({ round: round.name }, 'round finished');
}

/** False once outbound work is paused. The round is still due. */
async function renew(em: EntityManager, { name }: Round): Promise<boolean> {
  const { rows } = await sql`update scheduled_round set claimed_until = ${LEASE}
    where name = ${name} and not ${outboundIsPaused} returning name`.execute(em.getKysely());
  return rows.length > 0;
}

const finish = (em: EntityManager, { name, due }: Round) =>
  sql`update scheduled_round set due_at = ${NEXT[due]}, claimed_until = null where name = ${name}`.execute(
    em.getKysely(),
  );

const release = (em: EntityManager, { name }: Round) =>
  sql`update scheduled_round set claimed_until = null where name = ${name}`.execute(em.getKysely());
