import { useTranslation } from 'react-i18next';
import { SubscriptionStatus } from '../../generated/enums.ts';
import { State } from '../../shared/marks/state.tsx';
import type { Shape } from '../../shared/marks/status.mark.tsx';

const SHAPES: Record<SubscriptionStatus, Shape> = { ACTIVE: 'disc', SUSPENDED: 'bars', CANCELED: 'over' };

export const SUBSCRIPTIONS = [
  SubscriptionStatus.Active,
  SubscriptionStatus.Suspended,
  SubscriptionStatus.Canceled,
] as const;

/** The state of a subscription: a soft badge in heads, mark and word in lists. */
export function SubscriptionBadge({ status, isSoft }: { status: SubscriptionStatus; isSoft?: boolean }) {
  const { t } = useTranslation('portal');
  return (
    <State shape={SHAPES[status]} isSoft={isSoft}>
      {t(`subscription.${status}`)}
    </State>
  );
}
