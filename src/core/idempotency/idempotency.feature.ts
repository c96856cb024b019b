import type { Feature } from '../../feature.ts';
import { forgetOldKeys } from './idempotency.ts';
import { IdempotencyKey } from './idempotency-key.entity.ts';

/** Repeated calls with the same idempotency key return the first answer. */
export const idempotency: Feature = {
  entities: [IdempotencyKey],
  tidy: [forgetOldKeys],
};
