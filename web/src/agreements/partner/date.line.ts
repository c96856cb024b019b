import { useTranslation } from 'react-i18next';
import { AgreementStatus } from '../../generated/enums.ts';
import { useFormat } from '../../shared/format.ts';
import type { OwnAgreement } from '../agreement.words.ts';

/** The version of an agreement, and its day that matters most. */
export function useDateLine(): (agreement: OwnAgreement) => string {
  const { t } = useTranslation('agreements');
  const { date } = useFormat();
  return ({ status, version, acceptances: [newest] }) => {
    const values = { number: version.number, date: date(version.bindingFrom) };
    if (status === AgreementStatus.Upcoming) return t('own.upcomingOn', values);
    if (status === AgreementStatus.Open || !newest) return t('own.inEffectSince', values);
    return t('own.acceptedOn', { number: version.number, date: date(newest.acceptedAt), name: newest.name });
  };
}
