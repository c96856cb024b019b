import { WebhookDeliveryStatus } from '../../generated/enums.ts';
import type { Delivery } from '../webhook.words.ts';

/** Milliseconds. */
export const SELDOM = 10_000;
const OFTEN = 2000;
const SOON = 60_000;

type Shown = Pick<Delivery, 'status' | 'nextTryAt'>;

/** Whether the outcome can come any moment. */
const isNear = ({ status, nextTryAt }: Shown): boolean =>
  status === WebhookDeliveryStatus.Pending && (nextTryAt == null || Date.parse(nextTryAt) < Date.now() + SOON);

/** After how many milliseconds to ask again. New events come at any time. */
export const pollingOf = (deliveries: readonly Shown[] = []): number => (deliveries.some(isNear) ? OFTEN : SELDOM);
