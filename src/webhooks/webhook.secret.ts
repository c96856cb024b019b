import type { Secrets } from '../core/secrets/secrets.ts';
import type { WebhookEndpoint } from './webhook-endpoint.entity.ts';

const PURPOSE = 'webhook endpoint';

/** Of Standard Webhooks. */
const PREFIX = 'whsec_';

const bytesOf = (secrets: Secrets, id: string, generation: number): Buffer[] =>
  secrets.derive(PURPOSE, `${id} ${generation}`);

/** The current secret of an endpoint, which its user sees once. It is not stored, but derived from SECRETS_KEYS. */
export function secretOf(secrets: Secrets, { id, generation }: Pick<WebhookEndpoint, 'id' | 'generation'>): string {
  const [first] = bytesOf(secrets, id, generation);
  return PREFIX + (first?.toString('base64') ?? '');
}

/** All secrets that sign now: of each key, so that a new key breaks no receiver, and the previous one for a while. */
export function liveSecrets(
  secrets: Secrets,
  { id, generation, previousUntil }: Pick<WebhookEndpoint, 'id' | 'generation' | 'previousUntil'>,
  now: Date,
): Buffer[] {
  const current = bytesOf(secrets, id, generation);
  return previousUntil && previousUntil > now ? [...current, ...bytesOf(secrets, id, generation - 1)] : current;
}
