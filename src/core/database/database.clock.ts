import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';

/** PostgreSQL's clock, shared by all processes. Use it for times that are compared with row times. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const [clock] = await em.execute<{ time: string }[]>('select clock_timestamp() as time');
  return new Date(clock?.time ?? Number.NaN);
}

/** Milliseconds by which the clocks of the process and of PostgreSQL may differ. */
const TOLERANCE = 5_000;
const COMPARED_EVERY = 60 * 60 * 1_000;

/** Warns now and every hour if the clocks of this process and of PostgreSQL differ. Returns how to stop that. */
export function watchClocks(em: EntityManager, log: Logger): () => Promise<void> {
  const compare = async () => {
    try {
      const differenceMs = await differenceTo(em.fork());
      if (Math.abs(differenceMs) > TOLERANCE) {
        log.warn({ differenceMs }, 'the clocks of this process and of PostgreSQL differ');
      }
    } catch (error) {
      log.warn({ err: error }, 'clocks not compared, retrying in an hour');
    }
  };
  let comparing = compare();
  const timer = setInterval(() => void (comparing = compare()), COMPARED_EVERY);
  return async () => {
    clearInterval(timer);
    await comparing;
  };
}

/** Milliseconds that the clock of this process is ahead, at least. Negative if it is behind. */
async function differenceTo(em: EntityManager): Promise<number> {
  const sent = Date.now();
  const there = (await databaseTime(em)).getTime();
  const received = Date.now();
  return there < sent ? sent - there : Math.min(0, received - there);
}
