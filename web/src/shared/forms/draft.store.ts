import { stored } from '../stored.ts';

/* Unsent entries, stored per tab and user. Secrets are never stored. */

export interface Draft<Values> {
  values: Partial<Values>;
  /** Initial values. */
  initial: Partial<Values>;
  /** Version of the edited object at that time, if it has one. */
  version?: number | undefined;
}

const PREFIX = 'reachgenie.draft.';

export const draftKey = (owner: string, name: string): string => `${PREFIX}${owner}.${name}`;

export function readDraft<Values>(key: string): Draft<Values> | undefined {
  const text = stored('sessionStorage', key).read();
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Draft<Values>);
  } catch {
    return undefined;
  }
}

export function keepDraft<Values>(key: string, draft: Draft<Values>): void {
  stored('sessionStorage', key).write(JSON.stringify(draft));
  setUnsent(key, true);
}

export function removeDraft(key: string): void {
  stored('sessionStorage', key).remove();
  setUnsent(key, false);
}

const keys = (): string[] => {
  try {
    return Object.keys(window.sessionStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return []; // storage may be blocked
  }
};

/** The names of a user's drafts in this tab. */
export const draftNames = (owner: string): string[] =>
  keys()
    .filter((key) => key.startsWith(draftKey(owner, '')))
    .map((key) => key.slice(draftKey(owner, '').length));

export const hasDrafts = (owner: string): boolean => draftNames(owner).length > 0;

/** Removes the drafts of all other users. */
export function forgetDrafts(butOf?: string): void {
  for (const key of keys()) if (butOf === undefined || !key.startsWith(draftKey(butOf, ''))) removeDraft(key);
}

/** Drafts of visible forms, which closing the tab would lose. */
const unsent = new Set<string>();

export function setUnsent(key: string, isUnsent: boolean): void {
  if (isUnsent) unsent.add(key);
  else unsent.delete(key);
  // Only while a draft exists: the listener disables the browser's back/forward cache.
  if (unsent.size > 0) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault();
