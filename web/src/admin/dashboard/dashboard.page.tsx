import { Box, Grid, Group, NativeSelect, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ApplicationStatus } from '../../generated/enums.ts';
import { DashboardDocument, type DashboardQuery } from '../../generated/admin/graphql.ts';
import type { ApplicationState } from '../../shared/data/application.state.ts';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { Loading } from '../../shared/data/loading.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { oneOf } from '../../shared/data/search.ts';
import { Bars } from './bars.tsx';
import classes from './dashboard.module.css';
import { Figure } from './figure.tsx';
import { PERIODS, rangeOf, type Period } from './period.ts';
import { TrendCard } from './trend.card.tsx';
import { Waiting } from './waiting.tsx';

type Statistics = DashboardQuery['partnerApplicationStatistics'];

interface Shown {
  statistics: Statistics;
  period: Period;
}

const route = getRouteApi('/admin/');

export function DashboardPage() {
  const { t } = useTranslation('admin');
  const { period = 'quarter' } = route.useSearch();
  const navigate = route.useNavigate();
  const { from } = rangeOf(period);
  const { data, error, isPending, isFetching, refetch } = useQuery(query(DashboardDocument, { from }));
  const shown = useLast(data && { statistics: data.partnerApplicationStatistics, period });
  const isOld = Boolean(error) || shown?.period !== period;
  return (
    <>
      <PageHeader title={t('dashboard.title')} />
      <Waiting />
      <Group justify="space-between" align="flex-start" mt="xl" mb="md">
        <div>
          <Title order={2} size="h4">
            {t('dashboard.submittedTitle')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('dashboard.submittedLead')}
          </Text>
        </div>
        <NativeSelect
          aria-label={t('dashboard.period')}
          value={period}
          onChange={({ currentTarget }) => void navigate({ search: { period: oneOf(PERIODS, currentTarget.value) } })}
          data={Object.values(PERIODS).map((value) => ({ value, label: t(`dashboard.periods.${value}`) }))}
        />
      </Group>
      <Problem error={error} retry={refetch} isRetrying={isFetching}>
        {shown && (
          <Text size="sm" mt="xs">
            {t('dashboard.old', { period: t(`dashboard.periods.${shown.period}`) })}
          </Text>
        )}
      </Problem>
      {isPending && !shown && <Loading />}
      {shown && (
        <Box aria-busy={isFetching} mt={error ? 'md' : 0} className={classes['figures'] ?? ''} mod={{ old: isOld }}>
          <Figures {...shown} />
        </Box>
      )}
    </>
  );
}

/** Keeps the last figures and their period while others load, or if loading fails. */
function useLast<Value extends Shown>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value && (last?.statistics !== value.statistics || last.period !== value.period)) setLast(value);
  return value ?? last;
}

function Figures({ statistics, period }: Shown) {
  const { t } = useTranslation(['admin', 'common']);
  const { from: createdFrom } = rangeOf(period);
  return (
    <>
      <Counts statistics={statistics} createdFrom={createdFrom} />
      <Grid gap="lg" mt="lg">
        <Grid.Col span={12}>
          <Card title={t('dashboard.trend')} lead={t('dashboard.trendLead')}>
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
      {countsOf(statistics).map(({ state, count }) => (
        <Figure
          key={state ?? 'all'}
          value={number(count)}
          name={
            <TextLink to="/admin/applications" search={{ status: state, createdFrom }} size="sm">
              {state ? t(`common:applicationStatus.${state}`) : t('dashboard.submitted')}
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

function Card({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Paper withBorder p="lg" radius="lg" h="100%">
      <Title order={3} size="h4" mb="md">
        {title}
      </Title>
      {lead && (
        <Text c="dimmed" size="sm" mb="md">
          {lead}
        </Text>
      )}
      {children}
    </Paper>
  );
}

/** The period's submissions and final states. */
function countsOf(statistics: Statistics): { state: ApplicationState | undefined; count: number }[] {
  const { Approved, Rejected } = ApplicationStatus;
  return [
    { state: undefined, count: statistics.total },
    ...[Approved, Rejected].map((state) => ({ state, count: countOf(statistics, state) })),
    { state: 'WITHDRAWN', count: statistics.withdrawn },
  ];
}

/** Each step includes the next. Withdrawn applications count only as submitted. */
function funnelOf(statistics: Statistics) {
  const { Reviewing, Approved, Rejected } = ApplicationStatus;
  const approved = countOf(statistics, Approved);
  const decided = approved + countOf(statistics, Rejected);
  return [
    { step: 'submitted', count: statistics.total },
    { step: 'reviewed', count: decided + countOf(statistics, Reviewing) },
    { step: 'decided', count: decided },
    { step: 'approved', count: approved },
  ] as const;
}

const countOf = ({ byStatus }: Statistics, status: ApplicationStatus): number =>
  byStatus.find((each) => each.status === status)?.count ?? 0;
