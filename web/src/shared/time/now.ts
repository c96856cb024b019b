import { useSyncExternalStore } from 'react';

/** Milliseconds. The smallest unit shown is a minute. */
const EVERY = 30_000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, EVERY);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function current(): number {
  if (!timer) now = Date.now();
  return now;
}

/** Milliseconds since 1970, renewed twice a minute. */
export const useNow = (): number => useSyncExternalStore(subscribe, current);
