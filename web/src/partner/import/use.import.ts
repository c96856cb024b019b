import { useEffect, useRef, useState } from 'react';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { ClientImportStatus } from '../../generated/enums.ts';
import { ImportClientsDocument, type ImportedClientInput } from '../../generated/partner/graphql.ts';
import { randomKey } from '../../shared/forms/random.key.ts';
import { importIdOf } from './columns.ts';
import { runImport, twinsIn, type Result } from './import.run.ts';

export interface ImportState {
  /** `stopped`: a call failed, and the rest was not sent. */
  phase: 'idle' | 'checking' | 'checked' | 'creating' | 'stopped' | 'done';
  rows: readonly ImportedClientInput[];
  /** Of the check, by key. */
  checks: ReadonlyMap<string, Result>;
  /** Of the creation, by key. */
  creations: ReadonlyMap<string, Result>;
  error?: unknown;
}

const IDLE: ImportState = { phase: 'idle', rows: [], checks: new Map(), creations: new Map() };

const { Valid } = ClientImportStatus;

/** Rows of the check that would create a client. */
export function creatableOf({ rows, checks }: ImportState): ImportedClientInput[] {
  const twins = twinsIn([...checks.values()]);
  return rows.filter(({ key }) => checks.get(key)?.status === Valid && !twins.has(key));
}

const wait = (signal: AbortSignal) => (milliseconds: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, Math.max(milliseconds, 0));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Checks the rows of a file, then creates clients. Stops if the page is left. */
export function useImport() {
  const [state, setState] = useState(IDLE);
  const importId = useRef('');
  const page = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    page.current = controller;
    return () => controller.abort();
  }, []);

  const run = async (rows: readonly ImportedClientInput[], isDryRun: boolean) => {
    const { signal } = page.current;
    const part = isDryRun ? 'checks' : 'creations';
    try {
      await runImport(rows, {
        signal,
        wait: wait(signal),
        send: async (call) => {
          const input = { importId: importId.current, rows: call, isDryRun };
          return (await ask(ImportClientsDocument, { input }, signal)).importClientAccounts;
        },
        onResults: (results) =>
          setState((now) => ({
            ...now,
            [part]: new Map([...now[part], ...results.map((result): [string, Result] => [result.key, result])]),
          })),
      });
      setState((now) => ({ ...now, phase: isDryRun ? 'checked' : 'done' }));
    } catch (error) {
      if (signal.aborted) return;
      setState((now) => (isDryRun ? { ...IDLE, error } : { ...now, phase: 'stopped', error }));
    }
    if (!isDryRun) void queryClient.invalidateQueries();
  };
  const check = async (rows: readonly ImportedClientInput[]) => {
    setState({ ...IDLE, phase: 'checking', rows });
    importId.current = await importIdOf(rows, randomKey);
    await run(rows, true);
  };
  /** Also continues after a failed call. */
  const create = () => {
    setState((now) => ({ ...now, phase: 'creating', error: undefined }));
    return run(
      creatableOf(state).filter(({ key }) => !state.creations.has(key)),
      false,
    );
  };
  return { state, check, create, reset: () => setState(IDLE) };
}
