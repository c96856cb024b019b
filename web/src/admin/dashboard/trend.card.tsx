import { Text } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../api/api.error.ts';
import { ask } from '../../api/ask.ts';
import { loaded } from '../../api/loaded.ts';
import { TrendDocument } from '../../generated/admin/graphql.ts';
import { Loading } from '../../shared/data/loading.tsx';
import { Problem } from '../../shared/problem.tsx';
import { rangeOf, type Period } from './period.ts';

/** The chart library is as large as everything else: load it last, as a query so that it can be retried. */
const chart = queryOptions({
  queryKey: ['chart'],
  queryFn: () => loaded(import('./trend.tsx')),
  staleTime: Infinity,
  gcTime: Infinity,
});

/** Falls back to UTC if the API does not know the browser's time zone. */
const UTC = 'UTC';

const trend = (period: Period) => {
  const { from, interval, timeZone } = rangeOf(period);
  const askIn = async (zone: string, signal: AbortSignal) => {
    const data = await ask(TrendDocument, { from, interval, timeZone: zone }, signal);
    return { zone, periods: data.partnerApplicationStatistics.overTime };
  };
  return queryOptions({
    queryKey: ['trend', from, interval, timeZone],
    queryFn: ({ signal }) =>
      askIn(timeZone, signal).catch((error: unknown) => {
        const isRefused = hasCode(error, 'BAD_USER_INPUT') && error.fields.some(({ path }) => path === 'timeZone');
        if (!isRefused || timeZone === UTC) throw error;
        return askIn(UTC, signal);
      }),
  });
};

/** Submissions and decisions over time. Fails without affecting other figures. */
export function TrendCard({ period }: { period: Period }) {
  const { t } = useTranslation('admin');
  const figures = useQuery({ ...trend(period), placeholderData: keepPreviousData });
  const charts = useQuery(chart);
  const failed = [figures, charts].find(({ error }) => error);
  if (failed) return <Problem error={failed.error} retry={failed.refetch} isRetrying={failed.isFetching} />;
  if (!figures.data || !charts.data) return <Loading />;
  const { default: Trend } = charts.data;
  return (
    <>
      <Trend periods={figures.data.periods} />
      <Text size="sm" c="dimmed" mt="sm">
        {t('dashboard.zone', { zone: figures.data.zone })}
      </Text>
    </>
  );
}
