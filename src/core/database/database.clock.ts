import type { EntityManager } from '@mikro-orm/postgresql';

/** PostgreSQL's clock, shared by all processes. Use it for times that are compared with row times. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const [clock] = await em.execute<{ time: string }[]>('select clock_timestamp() as time');
  return new Date(clock?.time ?? Number.NaN);
}
