import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SubscriptionStatus } from '../../generated/graphql.ts';

const COLORS = { ACTIVE: 'teal', SUSPENDED: 'orange', CANCELED: 'gray' } as const satisfies Record<
  SubscriptionStatus,
  string
>;

export function SubscriptionBadge({ status }: { status: SubscriptionStatus }) {
  const { t } = useTranslation('portal');
  return (
    <Badge color={COLORS[status]} variant="light" tt="none" fw={600} miw="fit-content">
      {t(`subscription.${status}`)}
    </Badge>
  );
}
