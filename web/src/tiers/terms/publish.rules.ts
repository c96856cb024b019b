import { useTranslation } from 'react-i18next';
import { linesOf } from '../../shared/forms/lines.ts';
import { isDay } from '../../shared/time/days.ts';
import { todayInUtc } from '../tier.values.ts';
import { CAP, requirementsIn } from './publish.values.ts';

/** Checks before submission. The API decides. */
export function usePublishRules() {
  const { t } = useTranslation(['tiers', 'common']);
  const percent = (value: string) =>
    /^\d{1,3}([.,]\d{1,2})?$/.test(value.trim()) && Number(value.replace(',', '.')) <= 100
      ? null
      : t('terms.form.percent');
  const whole = (value: string) => (/^\d{1,7}$/.test(value.trim()) ? null : t('terms.form.whole'));
  return {
    effectiveFrom: (value: string) => (isDay(value) && value > todayInUtc() ? null : t('terms.form.future')),
    supportResponseHours: (value: string) => (value.trim() === '' ? null : whole(value)),
    holdDays: whole,
    commissionMonths: whole,
    commissionBps: percent,
    wholesaleDiscountBps: percent,
    minMarginBps: percent,
    commissionCaps: (value: string) => {
      const wrong = linesOf(value).find((line) => !CAP.test(line));
      return wrong === undefined ? null : t('terms.form.cap', { line: wrong });
    },
    requirements: (value: string) =>
      requirementsIn(value).every(({ atLeast }) => Number.isInteger(atLeast) && atLeast > 0)
        ? null
        : t('terms.form.requirementWrong'),
  };
}
