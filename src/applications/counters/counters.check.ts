import type pg from 'pg';
import { DatabaseClient } from '../../core/database/hosts/database.client.ts';

interface Difference {
  counter: string;
  key: object;
  lacking: object;
}

/** Compares the application counters with the table, and describes each difference. */
export async function findWrongCounters(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<Difference>('select * from check_partner_application_counters()');
  return rows.map(({ counter, key, lacking }) => `${counter} ${JSON.stringify(key)} lacks ${JSON.stringify(lacking)}`);
}

/** The same of another database. */
export async function* verifyCounters({ ownerUrl }: { ownerUrl: string }): AsyncGenerator<string> {
  const owner = new DatabaseClient(ownerUrl);
  await owner.connect();
  try {
    yield* await findWrongCounters(owner);
  } finally {
    await owner.end();
  }
}
