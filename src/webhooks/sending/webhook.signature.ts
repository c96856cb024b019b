import { createHmac } from 'node:crypto';

interface Sent {
  messageId: string;
  payload: string;
}

/**
 * The headers of Standard Webhooks 1.1, with a signature by each secret. The time is part of what is signed, so that a
 * receiver can refuse a request that somebody else repeats later.
 */
export function signedHeaders(secrets: readonly Buffer[], { messageId, payload }: Sent, now: Date) {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const signatureBy = (secret: Buffer) =>
    createHmac('sha256', secret).update(`${messageId}.${timestamp}.${payload}`).digest('base64');
  return {
    'webhook-id': messageId,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signatureBy(secret)}`).join(' '),
  };
}
