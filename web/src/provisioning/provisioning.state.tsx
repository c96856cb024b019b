import { useTranslation } from 'react-i18next';
import { ProvisioningStatus, type ProvisioningProblem } from '../generated/enums.ts';
import { State } from '../shared/marks/state.tsx';
import type { Shape } from '../shared/marks/status.mark.tsx';

/** What pages need to tell how a client stands in the product. */
export interface Provisioned {
  status: ProvisioningStatus;
  problem?: ProvisioningProblem | null | undefined;
}

const SHAPES: Record<ProvisioningStatus, Shape> = {
  PENDING: 'dashed',
  APPLYING: 'half',
  READY: 'tick',
  FAILED: 'cross',
};

/** Whether the product has a client as it is here. */
export function ProvisioningState({ status, isSoft }: { status: ProvisioningStatus; isSoft?: boolean }) {
  const { t } = useTranslation('provisioning');
  return (
    <State shape={SHAPES[status]} isSoft={isSoft}>
      {t(`status.${status}`)}
    </State>
  );
}

/** The reason in plain words. Undefined without a problem. */
export function useReason(): (provisioned: Provisioned) => string | undefined {
  const { t } = useTranslation('provisioning');
  return ({ status, problem }) => {
    if (!problem) return undefined;
    return status === ProvisioningStatus.Failed ? t(`failure.${problem}`) : t(`problem.${problem}`);
  };
}
