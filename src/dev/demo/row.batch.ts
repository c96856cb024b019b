import type { ClientBase } from 'pg';

/** Converts a property to its column name: `createdAt` becomes `created_at`. */
export const columnOf = (property: string): string =>
  property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Inserts all rows in one statement with one parameter. The rows must have the same properties. */
export async function insertRows(client: ClientBase, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((property) => `"${columnOf(property)}"`);
  if (columns.length === 0) return;
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  );
  await client.query(
    `insert into ${table} (${columns.join()}) select ${columns.join()} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(named)],
  );
}
