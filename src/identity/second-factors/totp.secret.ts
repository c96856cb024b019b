import { Secret, TOTP } from 'otpauth';
import type { Secrets } from '../../core/secrets/secrets.ts';

/** Shown by authenticator apps above the code. */
const ISSUER = 'ReachGenie Partners';

/** RFC 4226, section 4: 160 bits. Apps ignore other algorithms, digits and periods than these. */
const SECRET_BYTES = 20;
const KIND = { issuer: ISSUER, algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Steps of 30 seconds that the clocks of app and server may differ (RFC 6238, section 5.2). */
const DRIFT = 1;

/** What an authenticator app is given, as text to type and as a URI for a QR code. */
export interface TotpSetup {
  secret: string;
  uri: string;
}

export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

export function setupOf(secret: string, email: string): TotpSetup {
  return { secret, uri: new TOTP({ ...KIND, label: email, secret }).toString() };
}

/**
 * The time step that a code of 6 digits is for; undefined if the code is wrong, or of a step that was used already.
 * @param lastStep of the last code that was accepted
 */
export function stepOf(secret: string, code: string, lastStep: number, now = Date.now()): number | undefined {
  const totp = new TOTP({ ...KIND, secret: Secret.fromBase32(secret) });
  const drift = totp.validate({ token: code, timestamp: now, window: DRIFT });
  const step = drift === null ? undefined : totp.counter({ timestamp: now }) + drift;
  return step !== undefined && step > lastStep ? step : undefined;
}

const placeOf = (userId: string) => ({ table: 'second_factor', id: userId, purpose: 'totp secret' });

export const encryptTotp = (secrets: Secrets, userId: string, secret: string): string =>
  secrets.encrypt(secret, placeOf(userId));

export const decryptTotp = (secrets: Secrets, userId: string, encrypted: string): string =>
  secrets.decrypt(encrypted, placeOf(userId));
