import { Grid, NativeSelect, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ApplicationStatus } from '../../generated/enums.ts';
import { DashboardDocument, type DashboardQuery } from '../../generated/admin/graphql.ts';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/links.tsx';
import { Loading } from '../../shared/loading.tsx';
import { PageHeader } from '../../shared/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { oneOf } from '../../shared/search.ts';
import { Bars } from './bars.tsx';
import { PERIODS, rangeOf, type Period } from './period.ts';
import { TrendCard } from './trend.card.tsx';

type Statistics = DashboardQuery['partnerApplicationStatistics'];

const route = getRouteApi('/admin/');

export function DashboardPage() {
  const { t } = useTranslation('admin');
  const { period = 'quarter' } = route.useSearch();
  const navigate = route.useNavigate();
  const { from } = rangeOf(period);
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...query(DashboardDocument, { from }),
    placeholderData: keepPreviousData,
  });
  const statistics = data?.partnerApplicationStatistics;
  return (
    <>
      <PageHeader
        title={t('dashboard.title')}
        lead={t('dashboard.lead')}
        actions={
          <NativeSelect
            aria-label={t('dashboard.period')}
            value={period}
            onChange={({ currentTarget }) => void navigate({ search: { period: oneOf(PERIODS, currentTarget.value) } })}
            data={Object.values(PERIODS).map((value) => ({ value, label: t(`dashboard.periods.${value}`) }))}
          />
        }
      />
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {isPending && <Loading />}
      {statistics && <Figures statistics={statistics} period={period} />}
    </>
  );
}

function Figures({ statistics, period }: { statistics: Statistics; period: Period }) {
  const { t } = useTranslation(['admin', 'common']);
  const { from: createdFrom } = rangeOf(period);
  return (
    <>
      <Counts statistics={statistics} createdFrom={createdFrom} />
      <Grid gap="lg" mt="lg">
        <Grid.Col span={12}>
          <Card title={t('dashboard.trend')}>
            <TrendCard period={period} />
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Card title={t('dashboard.funnel')}>
            <Bars
              bars={funnelOf(statistics).map(({ step, count }) => ({ label: t(`dashboard.steps.${step}`), count }))}
            />
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Card title={t('dashboard.byType')}>
            <Bars
              bars={statistics.byPartnershipType.map(({ partnershipType, count }) => ({
                label: t(`common:partnershipType.${partnershipType}`),
                count,
                search: { type: partnershipType, createdFrom },
              }))}
            />
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Card title={t('dashboard.bySize')}>
            <Bars
              bars={statistics.byCompanySize.map(({ companySize, count }) => ({
                label: t(`common:companySize.${companySize}`),
                count,
                search: { size: companySize, createdFrom },
              }))}
            />
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Card title={t('dashboard.byIndustry')}>
            <Bars
              bars={statistics.byIndustry.map(({ industry, count }) => ({
                label: industry,
                count,
                search: { industry, createdFrom },
              }))}
            />
          </Card>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Counts({ statistics, createdFrom }: { statistics: Statistics; createdFrom: string }) {
  const { t } = useTranslation(['admin', 'common']);
  const { number, percent, days } = useFormat();
  const { approvalRate, medianHoursToDecision: hours } = statistics;
  return (
    <SimpleGrid cols={{ base: 2, md: 3, xl: 6 }}>
      {statistics.byStatus.map(({ status, count }) => (
        <Figure
          key={status}
          value={number(count)}
          name={
            <TextLink to="/admin/applications" search={{ status, createdFrom }} size="sm">
              {t(`common:applicationStatus.${status}`)}
            </TextLink>
          }
        />
      ))}
      <Figure
        value={approvalRate === null || approvalRate === undefined ? '–' : percent(approvalRate)}
        name={t('dashboard.approvalRate')}
      />
      <Figure
        value={hours === null || hours === undefined ? '–' : days(hours / 24)}
        name={t('dashboard.timeToDecision')}
      />
    </SimpleGrid>
  );
}

function Figure({ value, name }: { value: string; name: ReactNode }) {
  return (
    <Paper withBorder p="lg" radius="lg">
      <Text component="div" size="sm" c="dimmed">
        {name}
      </Text>
      <Text fz={28} fw={650} lh={1.3}>
        {value}
      </Text>
    </Paper>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="lg" radius="lg" h="100%">
      <Title order={2} size="h4" mb="md">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

/** How many got how far: each step holds those of the next. */
function funnelOf({ total, byStatus }: Statistics) {
  const of = (status: ApplicationStatus) => byStatus.find((each) => each.status === status)?.count ?? 0;
  const decided = of(ApplicationStatus.Approved) + of(ApplicationStatus.Rejected);
  return [
    { step: 'submitted', count: total },
    { step: 'reviewed', count: total - of(ApplicationStatus.Pending) },
    { step: 'decided', count: decided },
    { step: 'approved', count: of(ApplicationStatus.Approved) },
  ] as const;
}
