import { useTranslation } from 'react-i18next';
import { StatisticsInterval } from '../../generated/enums.ts';
import type { HomePeriodQuery } from '../../generated/admin/graphql.ts';
import { Card } from '../../shared/cards/card.tsx';
import { BarChart } from '../../shared/charts/bar.chart.tsx';
import { useFormat } from '../../shared/format.ts';
import { listOfRange } from './list.of.ts';
import type { Range } from './period.ts';

const UNITS = {
  [StatisticsInterval.Day]: 'day',
  [StatisticsInterval.Week]: 'week',
  [StatisticsInterval.Month]: 'month',
} as const;

interface TrendCardProps {
  figures: HomePeriodQuery & { timeZone: string };
  range: Range;
}

/** Submissions by day, week or month. Each bar links to its applications. */
export function TrendCard({ figures: { now, timeZone }, range }: TrendCardProps) {
  const { t } = useTranslation('home');
  const { dayOf, month, number } = useFormat();
  const unit = UNITS[range.interval];
  const { overTime } = now;
  const bars = overTime.map(({ periodStart, submitted }, index) => {
    const next = overTime[index + 1];
    const from = new Date(Math.max(Date.parse(periodStart), range.from.getTime()));
    const to = next ? new Date(next.periodStart) : range.to;
    return {
      label: unit === 'month' ? month(periodStart) : dayOf(from),
      count: submitted,
      link: listOfRange({ from, to })({}),
    };
  });
  const [first, last] = [bars[0], bars.at(-1)];
  const isCurrent = range.period !== undefined;
  const most = bars.reduce((one, other) => (other.count > one.count ? other : one), { label: '', count: 0 });
  return (
    <Card
      title={t(`trend.title.${unit}`)}
      end={last && `${isCurrent ? t(`trend.now.${unit}`) : last.label} ${number(last.count)}`}
    >
      <BarChart
        bars={bars}
        endsNow={isCurrent}
        unit={t(`trend.unit.${unit}`)}
        counted={t('period.submitted')}
        sentence={t('trend.sentence', {
          from: first?.label ?? '',
          to: last?.label ?? '',
          count: now.total,
          most: number(most.count),
          when: most.label,
        })}
      />
      <span style={{ color: 'var(--rg-text-3)', fontSize: '0.6875rem' }}>{t('period.zone', { zone: timeZone })}</span>
    </Card>
  );
}
