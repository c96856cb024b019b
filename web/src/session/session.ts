import { hasCode } from '../api/api.error.ts';
import { post } from '../api/transport.ts';
import { RefreshSessionDocument, SignOutDocument, type SessionPartsFragment } from '../generated/public/graphql.ts';
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

/** Milliseconds before its end from which on an access token is renewed first. */
const RENEW_BEFORE = 30_000;

/** The access token to ask with, renewed where it is about to end. Undefined where nobody is signed in. */
export async function accessToken(): Promise<string | undefined> {
  const session = current();
  if (session.state === 'lost') return (await regained()).accessToken;
  if (session.state !== 'in') return undefined;
  return session.expiresAt - Date.now() > RENEW_BEFORE ? session.accessToken : renewedToken(session.accessToken);
}

/** The access token after one that is not good any more. */
export async function renewedToken(refused: string): Promise<string> {
  const session = current();
  if (session.state === 'in' && session.accessToken !== refused) return session.accessToken;
  await (session.state === 'lost' ? undefined : renew());
  return (await regained()).accessToken;
}

let renewal: Promise<void> | undefined;

/** One at a time, also over all tabs: a refresh token that is used twice ends the session. */
function renew(): Promise<void> {
  renewal ??= alone(refresh).finally(() => (renewal = undefined));
  return renewal;
}

const alone = async (act: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('reachgenie.refresh', act) : act(); // none outside secure contexts

async function refresh(): Promise<void> {
  try {
    // To its end also where the page is left: the cookie of the answer is the only one that is good.
    const { refreshSession } = await post(RefreshSessionDocument, {}, { keepalive: true });
    enter(refreshSession);
  } catch (error) {
    if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
    lose();
  }
}

/** Who is signed in, as the refresh cookie knows it, when the page has just been opened. */
export async function restoreSession(): Promise<Viewer | undefined> {
  if (current().state === 'unknown') await (mayBeSignedIn() ? renew() : leave());
  const session = current();
  return session.state === 'in' || session.state === 'lost' ? session.viewer : undefined;
}

/** After a change of what the session says about the user. */
export const renewSession = (): Promise<void> => renew();

/** After a sign-in or an accepted invitation. */
export const startSession = (session: SessionPartsFragment): void => enter(session);

/** Ends the session here and at the server; one that had ended already is no problem. */
export async function signOut(): Promise<void> {
  const token = await accessToken();
  await post(SignOutDocument, {}, { token }).catch((error: unknown) => {
    if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
  });
  leaveForGood();
}

// Whoever signs in again in one tab has done so in all.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === SIGN && newValue !== null && current().state === 'lost') void renew();
});
