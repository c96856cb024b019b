import { useTranslation } from 'react-i18next';
import type { Agreement } from '../agreement.words.ts';

/** The partners of an agreement: one, or all of some types. */
export function useAudience(): (agreement: Pick<Agreement, 'partner' | 'partnershipTypes'>) => string {
  const { t } = useTranslation('common');
  return ({ partner, partnershipTypes }) =>
    partner ? partner.companyName : partnershipTypes.map((type) => t(`partnershipType.${type}`)).join(', ');
}
