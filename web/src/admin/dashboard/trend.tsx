import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useTranslation } from 'react-i18next';
import type { TrendQuery } from '../../generated/admin/graphql.ts';
import { useFormat } from '../../shared/format.ts';

type Periods = TrendQuery['partnerApplicationStatistics']['overTime'];

/** Loaded separately, because only this needs a chart library. */
export default function Trend({ periods }: { periods: Periods }) {
  const { t } = useTranslation('admin');
  const { date, number } = useFormat();
  const series = [
    { name: 'submitted', label: t('dashboard.submitted'), color: 'brand.4' },
    { name: 'approved', label: t('dashboard.approved'), color: 'teal.6' },
    { name: 'rejected', label: t('dashboard.rejected'), color: 'red.6' },
    { name: 'withdrawn', label: t('dashboard.withdrawn'), color: 'gray.5' },
  ];
  return (
    <BarChart
      h={280}
      data={periods.map(({ periodStart, ...counts }) => ({ period: date(periodStart), ...counts }))}
      dataKey="period"
      series={series}
      withLegend
      valueFormatter={number}
      barProps={{ isAnimationActive: false }}
      yAxisProps={{ allowDecimals: false }}
    />
  );
}
