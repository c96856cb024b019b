import { useTranslation } from 'react-i18next';
import { State } from '../../shared/marks/state.tsx';

/** A soft badge in heads, mark and word in lists. */
export function PartnerState({ isActive, isSoft }: { isActive: boolean; isSoft?: boolean }) {
  const { t } = useTranslation('admin');
  return (
    <State shape={isActive ? 'disc' : 'over'} isSoft={isSoft}>
      {isActive ? t('partners.active') : t('partners.inactive')}
    </State>
  );
}
