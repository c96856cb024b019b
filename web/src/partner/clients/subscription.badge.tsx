import { useTranslation } from 'react-i18next';
import { SubscriptionStatus } from '../../generated/enums.ts';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';

const COLORS: Record<SubscriptionStatus, string> = { ACTIVE: 'teal', SUSPENDED: 'orange', CANCELED: 'gray' };

export const SUBSCRIPTIONS = [
  SubscriptionStatus.Active,
  SubscriptionStatus.Suspended,
  SubscriptionStatus.Canceled,
] as const;

export function SubscriptionBadge({ status }: { status: SubscriptionStatus }) {
  const { t } = useTranslation('portal');
  return <ToneBadge color={COLORS[status]}>{t(`subscription.${status}`)}</ToneBadge>;
}
