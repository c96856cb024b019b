import { useTranslation } from 'react-i18next';
import { SubscriptionStatus } from '../../generated/enums.ts';
import type { ChangeWords } from '../../shared/forms/conflict.tsx';
import { oneOf } from '../../shared/data/search.ts';

/** Conflict labels of a client. */
export function useClientWords(): ChangeWords {
  const { t } = useTranslation('portal');
  return {
    companyName: { label: t('client.companyName') },
    contactName: { label: t('client.contactName') },
    contactEmail: { label: t('client.contactEmail') },
    contactPhone: { label: t('client.contactPhone') },
    billingOwnedByReseller: {
      label: t('client.billedBy'),
      show: (value) => t(value === true ? 'client.billedByYou' : 'client.billedByUs'),
    },
    subscriptionTier: { label: t('client.subscriptionTier') },
    subscriptionStatus: {
      label: t('subscription.title'),
      show: (value) => {
        const status = oneOf(SubscriptionStatus, value);
        return status ? t(`subscription.${status}`) : String(value);
      },
    },
  };
}
