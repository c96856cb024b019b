import { useSyncExternalStore } from 'react';

/** Start of the outage; undefined while online. */
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

export const connectionLost = (): void => become(new Date());

/** Call on any response, errors included. */
export const connectionWorks = (): void => become(undefined);

export const useConnectionLoss = (): Date | undefined => useSyncExternalStore(subscribe, () => lostAt);

/** Milliseconds. */
const PATIENCE = 10_000;

/** Fetches a small file to check the connection. */
export async function checkConnection(): Promise<void> {
  const answer = fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  await answer.then(connectionWorks, connectionLost);
}

// The browser reports first but may be wrong: requests and responses decide.
window.addEventListener('offline', connectionLost);
window.addEventListener('online', () => void checkConnection());
