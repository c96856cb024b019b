import { useSyncExternalStore } from 'react';
import type { SessionPartsFragment } from '../generated/public/graphql.ts';
import { enter } from './session.store.ts';

interface Waiting {
  resolve: (accessToken: string) => void;
  reject: (reason: Error) => void;
  /** The API's error that requests it. */
  reason: Error;
}

let waiting: Waiting[] = [];
const listeners = new Set<() => void>();

function become(next: Waiting[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True while a request waits for confirmation. */
export const useIsConfirming = (): boolean => useSyncExternalStore(subscribe, () => waiting.length > 0);

/** Asks the user to confirm their identity. Returns a new access token; rejects with the reason on cancel. */
export const confirmed = (reason: Error): Promise<string> =>
  new Promise((resolve, reject) => become([...waiting, { resolve, reject, reason }]));

export function confirm(session: SessionPartsFragment): void {
  const all = waiting;
  enter(session);
  become([]);
  for (const { resolve } of all) resolve(session.accessToken);
}

export function refuse(): void {
  const all = waiting;
  become([]);
  for (const { reject, reason } of all) reject(reason);
}
