import { WebhookDeliveryStatus } from '../../generated/enums.ts';
import type { Delivery } from '../webhook.words.ts';

/** Milliseconds. */
export const POLLED_EVERY = 2000;
const SOON = 60_000;

/** Whether the outcome of a delivery can come any moment. */
export const isNear = (delivery: Pick<Delivery, 'status' | 'nextTryAt'> | null | undefined): boolean =>
  delivery?.status === WebhookDeliveryStatus.Pending &&
  (delivery.nextTryAt == null || Date.parse(delivery.nextTryAt) < Date.now() + SOON);
