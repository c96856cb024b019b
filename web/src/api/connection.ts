import { useSyncExternalStore } from 'react';

/** Since when nothing reaches the server; undefined while it can be reached. */
let lostAt: Date | undefined = navigator.onLine ? undefined : new Date();
const listeners = new Set<() => void>();

function become(next: Date | undefined): void {
  if ((next === undefined) === (lostAt === undefined)) return;
  lostAt = next;
  for (const listener of listeners) listener();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isConnected = (): boolean => lostAt === undefined;

/** No answer came. */
export const connectionLost = (): void => become(new Date());

/** Any answer came, also a refusal. */
export const connectionWorks = (): void => become(undefined);

/** Since when the server cannot be reached, for a component. */
export const useConnectionLoss = (): Date | undefined => useSyncExternalStore(subscribe, () => lostAt);

/** Milliseconds to wait for a small file. */
const PATIENCE = 10_000;

/** Asks for a small file, to see whether the server can be reached. */
export async function checkConnection(): Promise<void> {
  const answer = fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  await answer.then(connectionWorks, connectionLost);
}

// The browser knows first. What it says may be wrong: a failed request and an answer have the last word.
window.addEventListener('offline', connectionLost);
window.addEventListener('online', () => void checkConnection());
