import { useTranslation } from 'react-i18next';
import type { AgreementStatus } from '../generated/enums.ts';
import { State } from '../shared/marks/state.tsx';
import type { Shape } from '../shared/marks/status.mark.tsx';
import type { OwnAgreement, VersionState } from './agreement.words.ts';

const SHAPES: Record<AgreementStatus, Shape> = { OPEN: 'diamond', UPCOMING: 'dashed', ACCEPTED: 'tick' };

interface OwnStateProps {
  agreement: Pick<OwnAgreement, 'status' | 'isBlocking'>;
  isSoft?: boolean;
}

/** The state of an agreement for a partner, as a badge. */
export function OwnAgreementState({ agreement: { status, isBlocking }, isSoft }: OwnStateProps) {
  const { t } = useTranslation('agreements');
  return (
    <State shape={isBlocking ? 'triangle' : SHAPES[status]} isSoft={isSoft}>
      {t(`status.${status}`)}
    </State>
  );
}

const VERSION_SHAPES: Record<VersionState, Shape> = {
  UPCOMING: 'dashed',
  IN_EFFECT: 'disc',
  REPLACED: 'over',
  WITHDRAWN: 'cross',
};

export function VersionBadge({ state, isSoft }: { state: VersionState; isSoft?: boolean }) {
  const { t } = useTranslation('agreements');
  return (
    <State shape={VERSION_SHAPES[state]} isSoft={isSoft}>
      {t(`versionState.${state}`)}
    </State>
  );
}
