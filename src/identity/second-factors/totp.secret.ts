import { Secret, TOTP } from 'otpauth';
import { currentTime } from '../../core/database/database.clock.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';

/** Authenticator apps show it above the code. */
const ISSUER = 'ReachGenie Partners';

/** RFC 4226, section 4: 160 bits. Some apps ignore other algorithms, digits and periods than these. */
const SECRET_BYTES = 20;
const KIND = { issuer: ISSUER, algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Steps of 30 seconds by which the clocks of app and server may differ (RFC 6238, section 5.2). */
const DRIFT = 1;

/** The secret for an authenticator app, as text to type and as a URI for a QR code. */
export interface TotpSetup {
  secret: string;
  uri: string;
}

export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

export function setupOf(secret: string, email: string): TotpSetup {
  return { secret, uri: new TOTP({ ...KIND, label: email, secret }).toString() };
}

/**
 * Returns the time step of a 6-digit code, or undefined if the code is wrong or its step was already used.
 * @param lastStep the step of the last accepted code
 */
export function stepOf(
  secret: string,
  code: string,
  lastStep: number,
  now = currentTime().getTime(),
): number | undefined {
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
