import { useTranslation } from 'react-i18next';
import type { WebhookDeliveryStatus } from '../../generated/enums.ts';
import { State } from '../../shared/marks/state.tsx';
import type { Shape } from '../../shared/marks/status.mark.tsx';

const SHAPES: Record<WebhookDeliveryStatus, Shape> = { PENDING: 'dashed', DELIVERED: 'tick', FAILED: 'cross' };

interface DeliveryStateProps {
  status: WebhookDeliveryStatus;
  isSoft?: boolean;
}

export function DeliveryState({ status, isSoft }: DeliveryStateProps) {
  const { t } = useTranslation('webhooks');
  return (
    <State shape={SHAPES[status]} isSoft={isSoft}>
      {t(`deliveries.status.${status}`)}
    </State>
  );
}
