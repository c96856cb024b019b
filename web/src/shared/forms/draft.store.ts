import { stored } from '../stored.ts';

/* What was typed and not sent yet: in this tab only, and for the person who typed it. Secrets are never kept. */

export interface Draft<Values> {
  values: Partial<Values>;
  /** What the form began with. */
  initial: Partial<Values>;
  /** The version of the thing that the form began with, if the thing has one. */
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
    return []; // the storage may be forbidden
  }
};

export const hasDrafts = (owner: string): boolean => keys().some((key) => key.startsWith(draftKey(owner, '')));

/** Removes all drafts but those of one person. */
export function forgetDrafts(butOf?: string): void {
  for (const key of keys()) if (butOf === undefined || !key.startsWith(draftKey(butOf, ''))) removeDraft(key);
}

/** The drafts in forms that are on the screen: closing the tab would lose them. */
const unsent = new Set<string>();

export function setUnsent(key: string, isUnsent: boolean): void {
  if (isUnsent) unsent.add(key);
  else unsent.delete(key);
  // Only while there is something to lose: browsers keep no page ready for "Back" that has such a listener.
  if (unsent.size > 0) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault();
