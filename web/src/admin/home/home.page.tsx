import { Text } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../api/api.error.ts';
import { ask, query } from '../../api/ask.ts';
import { HomePeriodDocument, HomeWorkDocument, type HomeWorkQuery } from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Figure, FigureStrip } from '../../shared/cards/figure.strip.tsx';
import { useFormat } from '../../shared/format.ts';
import { PageHeader } from '../../shared/layout/page/page.header.tsx';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { useGreeting } from '../../shared/time/greeting.ts';
import { useNow } from '../../shared/time/now.ts';
import { useTimeZone } from '../../shared/time/time.zone.ts';
import { MyPartnersCard, useProgramHome } from '../../tiers/program.tsx';
import { DisabledEndpointsNote } from '../../webhooks/disabled.endpoints.tsx';
import { NOBODY } from '../applications/list/applications.search.ts';
import { mayManagePartners, mayReview } from '../rights.ts';
import { Breakdown } from './breakdown.tsx';
import classes from './home.module.css';
import { listOfRange } from './list.of.ts';
import { PeriodCard } from './period.card.tsx';
import { lastDayOf, rangeOf, type PeriodSearch, type Range } from './period.ts';
import { ToDo } from './to.do.tsx';
import { TrendCard } from './trend.card.tsx';
import { isLate } from './work.ts';

const route = getRouteApi('/admin/');

/** The work that waits now, then the figures of a period. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { dayOf } = useFormat();
  const viewer = useViewer();
  const timeZone = useTimeZone();
  const { whose = mayReview(viewer) ? 'mine' : 'all', ...period } = route.useSearch();
  const navigate = route.useNavigate();
  const work = useQuery({
    ...query(HomeWorkDocument, { whose: whose === 'all' ? null : [viewer.id, null] }),
    placeholderData: keepPreviousData,
  });
  const figures = useQuery(figuresOf(rangeOf(period, timeZone), timeZone));
  const hasProgram = useProgramHome((pages) => pages.prepareAdminHome(viewer.id));
  const shown = useLast(figures.data);
  const isOld = shown !== figures.data;
  const choose = (search: PeriodSearch) =>
    void navigate({
      search: (before) => ({ ...before, period: undefined, from: undefined, to: undefined, ...search }),
    });
  return (
    <>
      <PageHeader title={useGreeting(viewer.name)} />
      {mayManagePartners(viewer) && <DisabledEndpointsNote />}
      <div className={classes['page']}>
        <Problem error={work.error} retry={work.refetch} isRetrying={work.isFetching} />
        {/* Together, so that nothing moves when the second part comes. */}
        {work.isPending || !hasProgram ? (
          <CardSkeletons />
        ) : (
          <>
            {work.data && <WaitingStrip work={work.data} viewerId={viewer.id} />}
            <div className={classes['columns']}>
              <div className={classes['column']}>
                {work.data && (
                  <ToDo
                    work={work.data}
                    whose={whose}
                    onWhose={(next) => void navigate({ search: (before) => ({ ...before, whose: next }) })}
                  />
                )}
                <Suspense fallback={null}>
                  <MyPartnersCard />
                </Suspense>
              </div>
              <div className={classes['column']} data-old={isOld || undefined} aria-busy={figures.isFetching}>
                <Problem error={figures.error} retry={figures.refetch} isRetrying={figures.isFetching}>
                  {shown && (
                    <Text size="sm" mt="xs">
                      {t('period.old', { first: dayOf(shown.range.from), last: dayOf(lastDayOf(shown.range)) })}
                    </Text>
                  )}
                </Problem>
                {shown && (
                  <>
                    <PeriodCard
                      figures={shown}
                      range={shown.range}
                      listOf={listOfRange(shown.range)}
                      onPeriod={choose}
                    />
                    <TrendCard figures={shown} range={shown.range} />
                  </>
                )}
              </div>
            </div>
            {shown && (
              <div data-old={isOld || undefined}>
                <Breakdown figures={shown.now} listOf={listOfRange(shown.range)} />
              </div>
            )}
          </>
        )}
      </div>
    </>
  );
}

/** Keeps the last figures while those of another period load, or if that fails. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

const UTC = 'UTC';

/** Asks in UTC if the API does not know the time zone. */
function figuresOf(range: Range, timeZone: string) {
  const { from, to, beforeFrom, interval } = range;
  const times = { from: from.toISOString(), to: to.toISOString(), beforeFrom: beforeFrom.toISOString(), interval };
  const askIn = async (zone: string, signal: AbortSignal) => ({
    ...(await ask(HomePeriodDocument, { ...times, timeZone: zone }, signal)),
    timeZone: zone,
    range,
  });
  return queryOptions({
    queryKey: [HomePeriodDocument.toString(), range.period, times, timeZone],
    queryFn: ({ signal }) =>
      askIn(timeZone, signal).catch((error: unknown) => {
        const isRefused = hasCode(error, 'BAD_USER_INPUT') && error.fields.some(({ path }) => path === 'timeZone');
        if (!isRefused || timeZone === UTC) throw error;
        return askIn(UTC, signal);
      }),
  });
}

function WaitingStrip({ work: { waitingWork }, viewerId }: { work: HomeWorkQuery; viewerId: string }) {
  const { t } = useTranslation(['home', 'common']);
  const { number, days } = useFormat();
  const now = useNow();
  const { pending, reviewing, unassigned, mine, failedEmails } = waitingWork;
  const oldest = (at: string | null | undefined) =>
    at == null
      ? {}
      : {
          note: t('strip.oldest', { age: days(Math.floor((now - Date.parse(at)) / 86_400_000)) }),
          tone: isLate(at) ? ('amber' as const) : undefined,
        };
  const open = t('strip.ofOpen', { count: pending + reviewing });
  const listOf = (search: object) => ({ to: '/admin/applications', search }) as const;
  return (
    <FigureStrip>
      <Figure
        label={t('common:applicationStatus.PENDING')}
        mark={<StatusMark shape="dashed" />}
        value={number(pending)}
        {...oldest(waitingWork.oldestPendingAt)}
        link={listOf({ status: 'PENDING' })}
      />
      <Figure
        label={t('common:applicationStatus.REVIEWING')}
        mark={<StatusMark shape="half" />}
        value={number(reviewing)}
        {...oldest(waitingWork.oldestReviewingAt)}
        link={listOf({ status: 'REVIEWING' })}
      />
      <Figure
        label={t('strip.unassigned')}
        value={number(unassigned)}
        note={open}
        link={listOf({ status: 'UNDECIDED', assignee: NOBODY })}
      />
      <Figure
        label={t('strip.mine')}
        value={number(mine)}
        note={open}
        link={listOf({ status: 'UNDECIDED', assignee: viewerId })}
      />
      <Figure
        label={t('strip.failedEmails')}
        value={number(failedEmails)}
        {...(failedEmails > 0 && { note: t('strip.toResend'), tone: 'red' as const })}
        link={{ to: '/admin/mails', search: { status: 'FAILED' } }}
      />
    </FigureStrip>
  );
}
