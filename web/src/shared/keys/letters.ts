import { useSyncExternalStore } from 'react';
import { stored } from '../stored.ts';

const choice = stored('localStorage', 'reachgenie.letters');
const listeners = new Set<() => void>();

/** Whether single letters work as keys. Speech input types letters, so users can switch them off. */
export const lettersAreOn = (): boolean => choice.read() !== 'off';

export function switchLetters(isOn: boolean): void {
  if (isOn) choice.remove();
  else choice.write('off');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLetters = (): boolean => useSyncExternalStore(subscribe, lettersAreOn);
