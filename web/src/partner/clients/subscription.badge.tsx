import { useTranslation } from 'react-i18next';
import type { SubscriptionStatus } from '../../generated/enums.ts';
import { ToneBadge } from '../../shared/tone.badge.tsx';

const COLORS: Record<SubscriptionStatus, string> = { ACTIVE: 'teal', SUSPENDED: 'orange', CANCELED: 'gray' };

export function SubscriptionBadge({ status }: { status: SubscriptionStatus }) {
  const { t } = useTranslation('portal');
  return <ToneBadge color={COLORS[status]}>{t(`subscription.${status}`)}</ToneBadge>;
}
