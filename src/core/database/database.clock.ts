import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';

/** Milliseconds that PostgreSQL's clock is ahead of this process's, as far as that is certain. */
let ahead = 0;

/**
 * The time by PostgreSQL's clock, which all processes share. For every time that is stored, or compared with a stored
 * one. Costs no statement, and is exact to some milliseconds.
 */
export const currentTime = (): Date => new Date(Date.now() + ahead);

/** PostgreSQL's clock itself. Use it if a millisecond decides. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const [clock] = await em.execute<{ time: string }[]>('select clock_timestamp() as time');
  return new Date(clock?.time ?? Number.NaN);
}

/** Milliseconds by which the clocks of the process and of PostgreSQL may differ. */
const TOLERANCE = 5_000;
const COMPARED_EVERY = 60 * 1_000;
const COMPARISONS_PER_WARNING = 60;

/**
 * Compares the clocks of this process and of PostgreSQL now and every minute, for `currentTime`. Warns at most every hour
 * if they differ. Returns how to stop that.
 */
export async function watchClocks(em: EntityManager, log: Logger): Promise<() => Promise<void>> {
  let silent = 0;
  const warn = (about: object, message: string) => {
    if (silent > 0) return;
    silent = COMPARISONS_PER_WARNING;
    log.warn(about, message);
  };
  const compare = async () => {
    silent--;
    try {
      const differenceMs = await differenceTo(em.fork());
      ahead = -differenceMs;
      if (Math.abs(differenceMs) > TOLERANCE) {
        warn({ differenceMs }, 'the clocks of this process and of PostgreSQL differ');
      }
    } catch (error) {
      warn({ err: error }, 'clocks not compared, retrying in a minute');
    }
  };
  let comparing = compare();
  const timer = setInterval(() => void (comparing = compare()), COMPARED_EVERY);
  await comparing;
  return async () => {
    clearInterval(timer);
    await comparing;
  };
}

/** Milliseconds that the clock of this process is ahead, at least. Negative if it is behind. */
async function differenceTo(em: EntityManager): Promise<number> {
  const sent = Date.now();
  const there = (await databaseTime(em)).getTime();
  return clockDifference({ sent, there, received: Date.now() });
}

/** Milliseconds that this process is ahead at least, by the time that the database answered between two times here. */
export const clockDifference = ({ sent, there, received }: Record<'sent' | 'there' | 'received', number>): number =>
  there < sent ? sent - there : Math.min(0, received - there);
