import { hasCode } from '../api/api.error.ts';
import { post } from '../api/transport.ts';
import { RefreshSessionDocument, SignOutDocument, type SessionPartsFragment } from '../generated/public/graphql.ts';
import { takeSettings } from './own.settings.ts';
import {
  current,
  enter,
  leave,
  leaveForGood,
  lose,
  mayBeSignedIn,
  regained,
  SIGN,
  type Viewer,
} from './session.store.ts';

/** Milliseconds before expiry at which an access token is renewed. */
const RENEW_BEFORE = 30_000;

/** A valid access token, renewed if needed. Undefined if signed out. */
export async function accessToken(): Promise<string | undefined> {
  const session = current();
  if (session.state === 'lost') return (await regained()).accessToken;
  if (session.state !== 'in') return undefined;
  return session.expiresAt - Date.now() > RENEW_BEFORE ? session.accessToken : renewedToken(session.accessToken);
}

/** Replaces a refused access token. */
export async function renewedToken(refused: string): Promise<string> {
  const session = current();
  if (session.state === 'in' && session.accessToken !== refused) return session.accessToken;
  await (session.state === 'lost' ? undefined : renew());
  return (await regained()).accessToken;
}

let renewal: Promise<void> | undefined;

/** One renewal at a time across tabs, because reusing a refresh token ends the session. */
function renew(): Promise<void> {
  renewal ??= alone(refresh).finally(() => (renewal = undefined));
  return renewal;
}

const alone = async (act: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('reachgenie.refresh', act) : act(); // needs a secure context

declare global {
  interface Window {
    /** The renewal that first.script.js sent before this script had loaded. */
    earlyRenewal?: Promise<Response> | undefined;
  }
}

/** The answer counts once. */
function takeEarlyRenewal(): Promise<Response> | undefined {
  const sent = window.earlyRenewal;
  window.earlyRenewal = undefined;
  return sent;
}

async function refresh(): Promise<void> {
  try {
    // Completes if the user leaves the page: only the response's cookie is valid.
    const { refreshSession } = await post(RefreshSessionDocument, {}, { keepalive: true, sent: takeEarlyRenewal() });
    enter(refreshSession);
    await takeSettings(refreshSession);
  } catch (error) {
    if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
    lose();
  }
}

/** Restores the session from the refresh cookie when a page opens. */
export async function restoreSession(): Promise<Viewer | undefined> {
  if (current().state === 'unknown') await (mayBeSignedIn() ? renew() : leave());
  const session = current();
  return session.state === 'in' || session.state === 'lost' ? session.viewer : undefined;
}

/** Reloads the session after a change to the user. */
export const renewSession = (): Promise<void> => renew();

/** Call after sign-in or an accepted invitation. */
export function startSession(session: SessionPartsFragment): void {
  enter(session);
  void takeSettings(session);
}

/** Ends the session here and on the server. A session that already ended is fine. */
export async function signOut(): Promise<void> {
  const token = await accessToken();
  await post(SignOutDocument, {}, { token }).catch((error: unknown) => {
    if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
  });
  leaveForGood();
}

// A sign-in in one tab applies to all.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === SIGN && newValue !== null && current().state === 'lost') void renew();
});
