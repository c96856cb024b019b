import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus } from '../../generated/graphql.ts';

const COLORS: Record<ApplicationStatus, string> = {
  PENDING: 'gray',
  REVIEWING: 'brand',
  APPROVED: 'teal',
  REJECTED: 'red',
};

export function StatusBadge({ status }: { status: ApplicationStatus }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={COLORS[status]} tt="none" fw={600} miw="fit-content">
      {t(`applicationStatus.${status}`)}
    </Badge>
  );
}
