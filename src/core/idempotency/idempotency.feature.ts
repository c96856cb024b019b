import type { Feature } from '../../feature.ts';
import { forgetOldKeys } from './idempotency.ts';
import { IdempotencyKey } from './idempotency-key.entity.ts';

/** One answer for each idempotency key. */
export const idempotency: Feature = {
  entities: [IdempotencyKey],
  tidy: [forgetOldKeys],
};
