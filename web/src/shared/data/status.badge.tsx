import { useTranslation } from 'react-i18next';
import type { ApplicationState } from './application.state.ts';
import { ToneBadge } from './tone.badge.tsx';

const COLORS: Record<ApplicationState, string> = {
  PENDING: 'gray',
  REVIEWING: 'brand',
  APPROVED: 'teal',
  REJECTED: 'red',
  WITHDRAWN: 'grape',
};

export function StatusBadge({ state }: { state: ApplicationState }) {
  const { t } = useTranslation();
  return <ToneBadge color={COLORS[state]}>{t(`applicationStatus.${state}`)}</ToneBadge>;
}
