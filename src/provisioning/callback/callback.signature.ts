import { createHmac } from 'node:crypto';
import { currentTime } from '../../core/database/database.clock.ts';
import { isSameSecret } from '../../core/secrets/secret.comparison.ts';

/** Parts of a request that Standard Webhooks signs: https://www.standardwebhooks.com */
export interface SignedRequest {
  id: string;
  /** Seconds since 1970. */
  timestamp: string;
  body: string;
}

/** Seconds that the clocks may differ, or a callback may be late. An older one may be a replay. */
const TOLERANCE = 5 * 60;

const VERSION = 'v1,';

/** @param secret `whsec_` and base64 */
export function signatureOf({ id, timestamp, body }: SignedRequest, secret: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return VERSION + createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}

/**
 * Whether one of the secrets signed the request in the last five minutes.
 * @param signatures all signatures of the header, with spaces between them
 */
export function isSigned(request: SignedRequest, signatures: string, secrets: readonly string[]): boolean {
  const { id, timestamp } = request;
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) return false;
  const age = currentTime().getTime() / 1_000 - Number(timestamp);
  if (Math.abs(age) > TOLERANCE) return false;
  const presented = signatures.split(' ').slice(0, MOST_SIGNATURES);
  return secrets.some((secret) => {
    const expected = signatureOf(request, secret);
    return presented.some((signature) => isSameSecret(expected, signature));
  });
}

/** A rotation needs two. */
const MOST_SIGNATURES = 10;
