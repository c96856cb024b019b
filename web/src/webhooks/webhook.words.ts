import { useTranslation } from 'react-i18next';
import { WebhookFailure } from '../generated/enums.ts';
import type { DeliveryPartsFragment, EndpointPartsFragment } from '../generated/webhooks/graphql.ts';

export type Endpoint = EndpointPartsFragment;
export type Delivery = DeliveryPartsFragment;

/** The type of an event that an owner sends to test an endpoint. */
export const TEST_TYPE = 'webhook.test';

/** The words for a type of events. Types without words have their own name. */
export function useEventName(): (type: string) => string {
  const { t } = useTranslation(['webhooks', 'common']);
  return (type) => {
    if (type === TEST_TYPE) return t('test.name');
    const action = type.replaceAll('.', '_').toUpperCase();
    return t(`common:action.${action}` as 'common:action.CLIENT_CREATED', { defaultValue: type });
  };
}

/** Host and path of an endpoint's URL, which say where it is. */
export function placeOf({ url }: Pick<Endpoint, 'url'>): string {
  const { host, pathname } = new URL(url);
  return host + (pathname === '/' ? '' : pathname);
}

/** Why a try failed. Without a status there was no answer. */
export function useFailureText(): (failure: WebhookFailure, status?: number | null) => string {
  const { t } = useTranslation('webhooks');
  return (failure, status) =>
    failure === WebhookFailure.Status && status != null
      ? t('deliveries.answered', { status })
      : t(`failure.${failure}`, { defaultValue: failure });
}
