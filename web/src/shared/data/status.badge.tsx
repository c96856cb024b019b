import { useTranslation } from 'react-i18next';
import { State } from '../marks/state.tsx';
import type { Shape } from '../marks/status.mark.tsx';
import type { ApplicationState } from './application.state.ts';

const SHAPES: Record<ApplicationState, Shape> = {
  PENDING: 'dashed',
  REVIEWING: 'half',
  APPROVED: 'disc',
  REJECTED: 'cross',
  WITHDRAWN: 'over',
};

/** The state of an application: a soft badge in heads, mark and word in lists. */
export function StatusBadge({ state, isSoft }: { state: ApplicationState; isSoft?: boolean }) {
  const { t } = useTranslation();
  return (
    <State shape={SHAPES[state]} isSoft={isSoft}>
      {t(`applicationStatus.${state}`)}
    </State>
  );
}
