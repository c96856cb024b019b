import { useSyncExternalStore } from 'react';
import { ApiError } from '../api/api.error.ts';
import { queryClient } from '../api/query.client.ts';
import type { SessionPartsFragment, SettingsPartsFragment, ViewerPartsFragment } from '../generated/public/graphql.ts';
import { forgetDrafts } from '../shared/forms/draft.store.ts';
import { randomKey } from '../shared/forms/random.key.ts';
import { stored } from '../shared/stored.ts';

export type Viewer = ViewerPartsFragment;

/** The access token lives in memory only. */
interface SignedIn {
  state: 'in';
  viewer: Viewer;
  accessToken: string;
  /** If true, the account must set up two-factor authentication first. */
  mustAddSecondFactor: boolean;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** `unknown` until the refresh cookie is tried; `lost` if it expired: the page waits for a new sign-in. */
type Session = SignedIn | { state: 'unknown' } | { state: 'out' } | { state: 'lost'; viewer: Viewer };

let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

/** User ID that tells other tabs and later visits that a session exists. Not a secret. */
export const SIGN = 'reachgenie.signed-in';
const sign = stored('localStorage', SIGN);

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const current = (): Session => session;

export const useSession = (): Session => useSyncExternalStore(subscribe, current);

/** The signed-in user. For pages inside a shell only. */
export function useViewer(): Viewer {
  const found = useSession();
  if (found.state !== 'in' && found.state !== 'lost') throw signedOut();
  return found.viewer;
}

/** Scripts cannot read the refresh cookie. */
export const mayBeSignedIn = (): boolean => sign.read() !== undefined;

export function enter({ viewer, accessToken, expiresAt, mustAddSecondFactor }: SessionPartsFragment): void {
  const before = 'viewer' in session ? session.viewer : undefined;
  sign.write(viewer.id);
  forgetDrafts(viewer.id);
  // Another user signed in, perhaps in another tab: nothing of the previous one may stay visible.
  if (before && before.id !== viewer.id) return window.location.assign('/');
  become({ state: 'in', viewer, accessToken, mustAddSecondFactor, expiresAt: Date.parse(expiresAt) });
}

/** After a change of the user's own settings. */
export function changeSettings(settings: SettingsPartsFragment): void {
  if (session.state !== 'in' || session.viewer.id !== settings.id) return;
  become({ ...session, viewer: { ...session.viewer, ...settings } });
}

/** The session expired or never existed. */
export function lose(): void {
  if (session.state === 'in') become({ state: 'lost', viewer: session.viewer });
  else if (session.state === 'unknown') leave();
}

export function leave(): void {
  sign.remove();
  queryClient.clear();
  become({ state: 'out' });
}

/** Tells other tabs about the sign-out. */
const LEFT = 'reachgenie.left';

/** Signs out and deletes drafts in all tabs. An expired session keeps them for the next sign-in. */
export function leaveForGood(): void {
  forgetDrafts();
  stored('localStorage', LEFT).write(randomKey());
  leave();
}

/** Resolves after sign-in; rejects after sign-out. */
export function regained(): Promise<SignedIn> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (session.state === 'in') resolve(session);
      else if (session.state === 'out') reject(signedOut());
      else return;
      unsubscribe();
    };
    const unsubscribe = subscribe(look);
    look();
  });
}

const signedOut = () => new ApiError({ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } });

// A sign-out in one tab applies to all.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === LEFT) forgetDrafts();
  if (key === SIGN && newValue === null && session.state !== 'unknown') leave();
});
