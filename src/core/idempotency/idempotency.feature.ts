import type { Feature } from '../../feature.ts';
import { forgetOldKeys } from './idempotency.ts';
import { IdempotencyKey } from './idempotency-key.entity.ts';

export const idempotency: Feature = {
  entities: [IdempotencyKey],
  tidy: [forgetOldKeys],
};
