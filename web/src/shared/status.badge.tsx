import { useTranslation } from 'react-i18next';
import type { ApplicationStatus } from '../generated/enums.ts';
import { ToneBadge } from './tone.badge.tsx';

const COLORS: Record<ApplicationStatus, string> = {
  PENDING: 'gray',
  REVIEWING: 'brand',
  APPROVED: 'teal',
  REJECTED: 'red',
};

export function StatusBadge({ status }: { status: ApplicationStatus }) {
  const { t } = useTranslation();
  return <ToneBadge color={COLORS[status]}>{t(`applicationStatus.${status}`)}</ToneBadge>;
}
