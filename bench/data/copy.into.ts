import type pg from 'pg';

type Value = string | number | boolean | Date | null;

/** By column. */
export type Row = Record<string, Value>;

/** The part of pg's internal connection that COPY needs. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * Sends rows by COPY, several times faster than INSERT. All rows need the same properties, named like the columns.
 * Resolves when PostgreSQL has stored them all.
 */
export function copyInto(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return Promise.resolve();
  const lines = rows.map((row) => columns.map((column) => asField(row[column] ?? null)).join('\t'));
  const data = Buffer.from(`${lines.join('\n')}\n`);
  return new Promise((resolve, reject) => {
    let problem: Error | undefined;
    client.query({
      submit: (connection) =>
        (connection as unknown as CopyConnection).query(
          `copy ${table} (${columns.map((name) => `"${name}"`).join()}) from stdin`,
        ),
      handleCopyInResponse(connection: CopyConnection) {
        connection.sendCopyFromChunk(data);
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => {
        problem = error;
        reject(error);
      },
      handleReadyForQuery: () => {
        if (!problem) resolve();
      },
    } as pg.Submittable);
  });
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A field in COPY's text format. */
function asField(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  return value.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}
