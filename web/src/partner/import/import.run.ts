import { ApiError } from '../../api/api.error.ts';
import { ClientImportStatus } from '../../generated/enums.ts';
import type { ImportClientsMutation, ImportedClientInput } from '../../generated/partner/graphql.ts';

export type Result = ImportClientsMutation['importClientAccounts'][number];

/** Rows of one call. */
const MOST_ROWS = 100;

/** Characters of one call, below the API's limit of a request. */
const MOST_CHARACTERS = 60_000;

/** Splits rows into calls. */
export function callsOf(rows: readonly ImportedClientInput[]): ImportedClientInput[][] {
  const calls: ImportedClientInput[][] = [];
  let size = Infinity;
  for (const row of rows) {
    const more = JSON.stringify(row).length;
    const call = calls.at(-1);
    if (call && call.length < MOST_ROWS && size + more <= MOST_CHARACTERS) {
      call.push(row);
      size += more;
    } else {
      calls.push([row]);
      size = more;
    }
  }
  return calls;
}

interface Run {
  send: (rows: ImportedClientInput[]) => Promise<readonly Result[]>;
  /** Called with the results of each call. */
  onResults: (results: readonly Result[]) => void;
  /** Milliseconds. Ends early if the page is left. */
  wait: (milliseconds: number) => Promise<void>;
  signal: AbortSignal;
}

/** Sends the rows one call after the other, and waits if there are too many calls. Throws if one fails. */
export async function runImport(
  rows: readonly ImportedClientInput[],
  { send, onResults, wait, signal }: Run,
): Promise<void> {
  for (const call of callsOf(rows)) {
    signal.throwIfAborted();
    onResults(await sendInTime(call));
  }

  async function sendInTime(call: ImportedClientInput[]): Promise<readonly Result[]> {
    for (;;) {
      try {
        return await send(call);
      } catch (error) {
        if (!(error instanceof ApiError && error.retryAt)) throw error;
        await wait(error.retryAt.getTime() - Date.now());
        signal.throwIfAborted();
      }
    }
  }
}

/** Another row that has the same mailbox as this one, by its key. */
export type Twins = ReadonlyMap<string, string>;

/** The API compares the rows of one call only. This finds rows that repeat the mailbox of an earlier call. */
export function twinsIn(results: readonly Result[]): Twins {
  const first = new Map<string, string>();
  const twins = new Map<string, string>();
  for (const { key, mailbox, status, error, problems } of results) {
    if (mailbox === null || problems.length > 0) continue;
    const other = first.get(mailbox);
    const isDuplicate = status === ClientImportStatus.Valid || error?.reason === 'IMPORT_DUPLICATE';
    if (other === undefined) first.set(mailbox, key);
    else if (isDuplicate) twins.set(key, other);
  }
  return twins;
}
