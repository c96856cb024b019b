import { useTranslation } from 'react-i18next';
import type { Benefit, PartnerTier, TierMetric } from '../generated/enums.ts';
import { useFormat } from '../shared/format.ts';
import { startOf } from '../shared/time/days.ts';
import { useTimeZone } from '../shared/time/time.zone.ts';
import { isPercent, WHOLE_BPS } from './tier.values.ts';

/** Says days, benefits and values of the program in words. */
export function useTierWords() {
  const { t, i18n } = useTranslation(['tiers', 'common']);
  const { date, number } = useFormat();
  const timeZone = useTimeZone();
  const percents = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 2 });
  const percent = (bps: number) => percents.format(bps / WHOLE_BPS);
  return {
    /** Of a day such as `2027-04-10`. */
    day: (day: string) => date(startOf(day, timeZone)),
    percent,
    tier: (tier: PartnerTier) => t(`common:partnerTier.${tier}`),
    /** A later version of the API can have more. */
    benefit: (benefit: Benefit) => t(`benefit.${benefit}`, { defaultValue: benefit }),
    metric: (metric: TierMetric) => t(`metric.${metric}`, { defaultValue: metric }),
    value: (metric: TierMetric, value: number) => (isPercent(metric) ? percent(value) : number(value)),
  };
}
