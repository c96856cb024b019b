import { useTranslation } from 'react-i18next';
import type { FileState as FileStateValue } from '../generated/enums.ts';
import { State } from '../shared/marks/state.tsx';
import type { Shape } from '../shared/marks/status.mark.tsx';

const SHAPES: Record<FileStateValue, Shape> = { PENDING: 'dashed', CHECKING: 'half', READY: 'tick', REFUSED: 'cross' };

interface FileStateProps {
  state: FileStateValue;
  isSoft?: boolean;
}

export function FileState({ state, isSoft }: FileStateProps) {
  const { t } = useTranslation('files');
  return (
    <State shape={SHAPES[state]} isSoft={isSoft}>
      {t(`state.${state}`)}
    </State>
  );
}
