import { useTranslation } from 'react-i18next';
import type { CompanyChangeStatus } from '../generated/enums.ts';
import { State } from '../shared/marks/state.tsx';
import type { Shape } from '../shared/marks/status.mark.tsx';

const SHAPES: Record<CompanyChangeStatus, Shape> = {
  PENDING: 'dashed',
  APPROVED: 'disc',
  REJECTED: 'cross',
  WITHDRAWN: 'over',
};

/** The words are those of applications. */
export function ChangeState({ status, isSoft }: { status: CompanyChangeStatus; isSoft?: boolean }) {
  const { t } = useTranslation();
  return (
    <State shape={SHAPES[status]} isSoft={isSoft}>
      {t(`applicationStatus.${status}`)}
    </State>
  );
}
