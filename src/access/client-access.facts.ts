import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../core/database/reader.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import { ClientAccessSession } from './client-access-session.entity.ts';

/** When each client's account was accessed for the first time. */
export async function firstAccesses(reader: Reader, clientIds: readonly string[]): Promise<Map<string, string>> {
  const ofClients = fromVisible(reader, ClientAccessSession, [sql`client_id = any(${[...clientIds]}::uuid[])`]);
  const rows = await readRows(
    reader,
    sql<{ id: string; at: string }>`select client_id as id, min(created_at) as at ${ofClients} group by client_id`,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Whether the account of any client was accessed. */
export const hasAccess = (reader: Reader): RawBuilder<unknown> =>
  sql`exists (select 1 ${fromVisible(reader, ClientAccessSession)})`;
