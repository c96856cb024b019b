import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { readRows } from '../../core/database/transaction.ts';

/** Whether work that was due at a time may have been done after the restored backup, with its emails. */
export async function isRepeatedAfterRestore(em: EntityManager, dueAt: Date): Promise<boolean> {
  const [pause] = await readRows(
    em,
    sql<{ isLater: boolean }>`select exists (select from outbound_pause where began_at >= ${dueAt}) as "isLater"`,
  );
  return pause?.isLater === true;
}
