import { v7 as uuid } from 'uuid';
import type { Actor, Answer, Api } from '../api.ts';

const IMPORT = `mutation ($input: ImportClientAccountsInput!) {
  importClientAccounts(input: $input) {
    key status mailbox client { id companyName contactEmail contactPhone billingOwnedByReseller version }
    error { code reason message } problems { field rule min max character codePoint }
  }
}`;

export interface ImportResult {
  key: string;
  status: string;
  mailbox: string | null;
  client: { id: string; companyName: string; contactEmail: string } | null;
  error: { code: string; reason: string | null } | null;
  problems: { field: string; rule: string }[];
}

interface Import {
  rows: readonly object[];
  importId?: string;
  isDryRun?: boolean;
}

export const sendImport = (
  api: Api,
  actor: Actor | undefined,
  { rows, importId = uuid(), ...more }: Import,
): Promise<Answer<{ importClientAccounts: ImportResult[] }>> =>
  api.ask(actor, IMPORT, { input: { rows, importId, ...more } });

/** Throws if the call fails as a whole. */
export async function resultsOf(api: Api, actor: Actor, given: Import): Promise<ImportResult[]> {
  const { data, errors } = await sendImport(api, actor, given);
  if (!data) throw new Error(`The import failed: ${JSON.stringify(errors)}`);
  return data.importClientAccounts;
}

/** Rows of a file, with line numbers as keys. */
export const importedRows = <Input extends object>(...inputs: Input[]): (Input & { key: string })[] =>
  inputs.map((input, index) => ({ key: String(index + 2), ...input }));
