import type { EntityManager } from '@mikro-orm/postgresql';

/** The time by PostgreSQL's clock, which all processes share: for times that are compared with those of its rows. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const [clock] = await em.execute<{ time: string }[]>('select clock_timestamp() as time');
  return new Date(clock?.time ?? Number.NaN);
}
