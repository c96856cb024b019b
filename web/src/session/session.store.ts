import { useSyncExternalStore } from 'react';
import { ApiError } from '../api/api.error.ts';
import { queryClient } from '../api/query.client.ts';
import type { SessionPartsFragment, ViewerPartsFragment } from '../generated/public/graphql.ts';
import { forgetDrafts } from '../shared/forms/draft.store.ts';
import { randomKey } from '../shared/forms/random.key.ts';
import { stored } from '../shared/stored.ts';

export type Viewer = ViewerPartsFragment;

/** The access token is nowhere but here: no storage holds it. */
interface SignedIn {
  state: 'in';
  viewer: Viewer;
  accessToken: string;
  /** Whether nothing else is allowed before. */
  mustAddSecondFactor: boolean;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Unknown until the refresh cookie was tried; lost where it was good once and is no more: the page waits for a new sign-in. */
type Session = SignedIn | { state: 'unknown' } | { state: 'out' } | { state: 'lost'; viewer: Viewer };

let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

/** Says to other tabs, and to the next visit, whether there is a session to restore. No secret: the id of the user. */
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

/** Who is signed in. For pages inside a shell, which are shown to nobody else. */
export function useViewer(): Viewer {
  const found = useSession();
  if (found.state !== 'in' && found.state !== 'lost') throw signedOut();
  return found.viewer;
}

/** The refresh cookie itself cannot be seen. */
export const mayBeSignedIn = (): boolean => sign.read() !== undefined;

export function enter({ viewer, accessToken, expiresAt, mustAddSecondFactor }: SessionPartsFragment): void {
  const before = 'viewer' in session ? session.viewer : undefined;
  sign.write(viewer.id);
  forgetDrafts(viewer.id);
  // Somebody else signed in, here or in another tab: nothing of the one before may stay on the screen.
  if (before && before.id !== viewer.id) return window.location.assign('/');
  become({ state: 'in', viewer, accessToken, mustAddSecondFactor, expiresAt: Date.parse(expiresAt) });
}

/** The session has ended against the user's will, or was never there. */
export function lose(): void {
  if (session.state === 'in') become({ state: 'lost', viewer: session.viewer });
  else if (session.state === 'unknown') leave();
}

export function leave(): void {
  sign.remove();
  queryClient.clear();
  become({ state: 'out' });
}

/** Says to other tabs that somebody has left. */
const LEFT = 'reachgenie.left';

/** The user goes: nothing that was typed stays, in any tab. A session that only ends keeps it for the next sign-in. */
export function leaveForGood(): void {
  forgetDrafts();
  stored('localStorage', LEFT).write(randomKey());
  leave();
}

/** Resolves when somebody is signed in; rejects when nobody will be. */
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

// A sign-out in one tab is one in all.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === LEFT) forgetDrafts();
  if (key === SIGN && newValue === null && session.state !== 'unknown') leave();
});
